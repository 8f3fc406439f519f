// The second engine: the same compiled network and the same draws in SimJS, as entities, queues, tokens and timers.
import { keyBefore, makeArrivals } from '../arrivals/arrivals.ts';
import type { Program } from '../network/compile.ts';
import { Draws } from '../arrivals/draws.ts';
import { note, personKey, type Journeys } from '../trace/journeys.ts';
import type { InitialPeople, Network } from '../network/network.ts';
import { threefry, word } from '../ground/random.ts';
import { makeKeeper, type Keeper } from './simjs-keeper.ts';
import type { SimPackage } from './simjs-package.ts';
import { FIXED_ASK, makePatient, type Patient, type PatientWorld, type Person } from './simjs-patient.ts';

export { unsupported } from './simjs-limits.ts';
export { loadSimJs } from './simjs-package.ts';

/**
 * One replication in SimJS, from `-warmUpDays` to `runDays`: what happened to everybody. Only for a program of which
 * `unsupported` has nothing to say. A place is a token: a ready person is in the queue of the next station while holding
 * the old token, which is the delay, and hands the old one back once they have the new.
 */
export function run(program: Program, seed: number, replication: number, simjs: SimPackage): Journeys {
  const { Sim, Entity, Request } = simjs;
  const sim = new Sim();
  const journeys: Journeys = new Map();
  let network = program.network;
  let keeper: Keeper;
  const world: PatientWorld = {
    draws: new Draws(replication),
    network: () => network,
    keeper: () => keeper,
    day: () => sim.time(),
    wake(entity, day, callback) {
      if (!(day < network.runDays)) return null;
      const request = new Request(entity, sim.time(), day).done(callback, entity);
      sim.queue.insert(request);
      return request;
    },
    moreNow: () => sim.queue.data[0]?.deliverAt === sim.time(),
    tell: ({ keyHigh, keyLow }, what, where) =>
      note(journeys, personKey(keyHigh, keyLow), { day: sim.time(), what, where }),
  };
  const PatientStory = makePatient(simjs, world);

  /** Opens on the first day, lets people in as they come, and puts later networks in force. */
  class Door extends Entity {
    private readonly arrivals = makeArrivals(seed | 0, replication, network, program.later);

    start(): void {
      world.wake(this, 0 - network.warmUpDays, this.open);
      for (const { fromDay, network: next } of program.later) world.wake(this, fromDay, () => this.change(next));
    }

    private open(): void {
      const there = peopleThere(network, world.draws, seed | 0, replication);
      const heldAtStart = new Int32Array(network.stationIds.length);
      for (const { group } of there) if (group.state !== 'waiting') heldAtStart[group.station]++;
      keeper = sim.addEntity(makeKeeper(simjs, world, heldAtStart)) as Keeper;
      for (const { who, group } of there) {
        const patient = sim.addEntity(PatientStory, '', who) as Patient;
        if (group.state !== 'waiting') patient.isThere(group);
        if (group.state !== 'inCare') patient.ask(group.asks[who.trait], FIXED_ASK);
      }
      keeper.openDoors();
      this.awaitNext();
    }

    private awaitNext(): void {
      world.wake(this, this.arrivals.nextDay(), this.letIn);
    }

    private letIn(): void {
      const { arrivals } = this;
      const [stream, keyHigh, keyLow] = [arrivals.stream(), arrivals.keyHigh(), arrivals.keyLow()];
      const trait = world.draws.trait(network, stream, keyHigh, keyLow);
      const need = world.draws.need(network, stream, trait, keyHigh, keyLow);
      arrivals.advance();
      sim.addEntity(PatientStory, '', { keyHigh, keyLow, stream, need, trait } satisfies Person);
      // SimJS would keep a list of everybody who ever came, to send them messages.
      sim.entities.length = 0;
      this.awaitNext();
    }

    private change(next: Network): void {
      network = next;
      keeper.lookAround();
    }
  }

  sim.addEntity(Door);
  sim.simulate(network.runDays);
  return journeys;
}

/** Everybody there at the start, in the order of their keys, which is also the order of the queues. */
function peopleThere(network: Network, draws: Draws, seed: number, replication: number) {
  const there: { who: Person; group: InitialPeople }[] = [];
  for (const group of network.initial)
    for (let n = 0; n < group.people; n++) {
      threefry(seed, replication < 0 ? ~replication : replication, group.hash, 0);
      threefry(word[0], word[1], n, 0);
      const [keyHigh, keyLow] = [word[0], word[1]];
      const trait = draws.trait(network, -1, keyHigh, keyLow);
      there.push({ who: { keyHigh, keyLow, stream: -1, need: group.need, trait }, group });
    }
  return there.sort(({ who: a }, { who: b }) => (keyBefore(a.keyHigh, a.keyLow, b.keyHigh, b.keyLow) ? -1 : 1));
}
