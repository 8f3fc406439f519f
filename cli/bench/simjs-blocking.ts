// The blocking network in SimJS as the package means it: every patient an entity, every station a buffer of tokens.
// Holding the old token while waiting for the new one is the delay.
import { logNormal, type SimJs, type SimjsRun } from './simjs-outcome.ts';
import { occupancyWatch } from './watch.ts';

/** Acute beds, then Pathways 1, 2 and 3. */
const places = [40, 25, 12, 6];
const stays = [logNormal(7, 5), logNormal(12.5, 9), logNormal(18, 12), logNormal(19.3, 13)];
const arrivalsPerDay = 4;
const acute = 0;
/** Below these go Pathways 1, 2 and 3; the rest go straight home. */
const upTo = [0.45, 0.6, 0.67];

export function simjsBlocking({ Sim, Entity, Buffer, Random }: SimJs): SimjsRun {
  return (days, seed) => {
    const sim = new Sim();
    const random = new Random(seed);
    const buffers = places.map((count, at) => new Buffer(`station ${at}`, count, count));
    const watch = occupancyWatch(places.length);
    let events = 0;

    const stay = (station: number) => Math.exp(random.normal(stays[station].mu, stays[station].sigma));

    class Patient extends Entity {
      asked = 0;
      next = acute;
      start(): void {
        events++;
        this.ask(acute);
      }
      ask(station: number): void {
        this.asked = this.time();
        this.next = station;
        watch.waiting(station, 1, this.asked);
        this.getBuffer(buffers[station], 1).done(station === acute ? this.admitted : this.moved, this);
      }
      taken(): void {
        const now = this.time();
        watch.waiting(this.next, -1, now);
        watch.delay(this.next, now - this.asked);
        watch.inBeds(this.next, 1, now);
      }
      admitted(): void {
        this.taken();
        this.setTimer(stay(acute)).done(this.ready, this);
      }
      ready(): void {
        events++;
        const chance = random.random();
        const pathway = upTo.findIndex((edge) => chance < edge);
        if (pathway < 0) this.giveBack(acute);
        else this.ask(pathway + 1);
      }
      moved(): void {
        this.taken();
        this.giveBack(acute);
        this.setTimer(stay(this.next)).done(this.home, this);
      }
      home(): void {
        events++;
        this.giveBack(this.next);
      }
      giveBack(station: number): void {
        watch.inBeds(station, -1, this.time());
        this.putBuffer(buffers[station], 1);
      }
    }

    class Door extends Entity {
      start(): void {
        this.setTimer(random.exponential(arrivalsPerDay)).done(this.open, this);
      }
      open(): void {
        sim.addEntity(Patient);
        this.setTimer(random.exponential(arrivalsPerDay)).done(this.open, this);
      }
    }

    sim.addEntity(Door);
    sim.simulate(days);
    return { events, ...watch.end(days) };
  };
}
