// The discharge network in SimJS with one entity for everybody, its quickest form: a bed is a token in a buffer, and
// whoever is delayed has not yet given theirs back.
import { logNormal, type SimJs, type SimjsRun } from './simjs-outcome.ts';
import { occupancyWatch } from './watch.ts';

/** Somebody who wants, or holds, a bed of a pathway; `gives` is the pathway whose bed is held meanwhile, or -1. */
interface Ticket {
  pathway: number;
  asked: number;
  gives: number;
}

/** Pathways 1, 2 and 3, in this order. */
const beds = [37, 11, 17];
const upTo = [0.335, 0.41, 0.495];
const stepDown = [0, 0.4, 0.25];
const arrivalsPerDay = 6;

const p1Stay = logNormal(14, 10);
const p3Stay = logNormal(28, 24);

export function simjsD2a({ Sim, Entity, Buffer, Random }: SimJs): SimjsRun {
  return (days, seed) => {
    const random = new Random(seed);
    const buffers = beds.map((count, at) => new Buffer(`pathway ${at + 1}`, count, count));
    const watch = occupancyWatch(beds.length);
    let events = 0;

    const stay = (pathway: number) => {
      if (pathway === 1) return random.gamma(3, 7);
      const { mu, sigma } = pathway === 0 ? p1Stay : p3Stay;
      return Math.exp(random.normal(mu, sigma));
    };

    class Flow extends Entity {
      start(): void {
        this.setTimer(random.exponential(arrivalsPerDay)).done(this.arrive, this);
      }
      arrive(): void {
        events++;
        this.setTimer(random.exponential(arrivalsPerDay)).done(this.arrive, this);
        const chance = random.random();
        const pathway = upTo.findIndex((edge) => chance < edge);
        if (pathway >= 0) this.ask({ pathway, asked: this.time(), gives: -1 });
      }
      ask(ticket: Ticket): void {
        watch.waiting(ticket.pathway, 1, ticket.asked);
        this.getBuffer(buffers[ticket.pathway], 1).done(this.admit, this, ticket);
      }
      admit(ticket: Ticket): void {
        const now = this.time();
        watch.waiting(ticket.pathway, -1, now);
        watch.inBeds(ticket.pathway, 1, now);
        if (ticket.gives >= 0) this.giveBack(ticket.gives, now);
        else watch.delay(ticket.pathway, now - ticket.asked);
        this.setTimer(stay(ticket.pathway)).done(this.finish, this, ticket);
      }
      finish({ pathway }: Ticket): void {
        events++;
        const now = this.time();
        if (stepDown[pathway] > 0 && random.random() < stepDown[pathway])
          this.ask({ pathway: 0, asked: now, gives: pathway });
        else this.giveBack(pathway, now);
      }
      giveBack(pathway: number, now: number): void {
        watch.inBeds(pathway, -1, now);
        this.putBuffer(buffers[pathway], 1);
      }
    }

    const sim = new Sim();
    sim.addEntity(Flow);
    sim.simulate(days);
    return { events, ...watch.end(days) };
  };
}
