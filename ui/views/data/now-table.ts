// Every service at one moment of the watched run: in use, free, waiting, and the longest wait.
import { dateAt, dayNumber, verbNumbers } from '../../../engine/index.ts';
import { longestWaitFor } from '../../playback/longest-waits.ts';
import type { Counts } from '../../state/counts.ts';
import type { WatchedRun } from '../../state/watched.ts';
import { dateOfDay, dayInWords } from '../../words/numbers/day-in-words.ts';
import { sayDays } from '../../words/now.ts';
import type { DataTable } from '../../parts/table/table.ts';

export function nowTable(run: WatchedRun, counts: Counts): DataTable {
  const longest = longestWaitFor(run.timeline.worldAt(counts.day));
  const localities = run.map.localities ?? [];
  const services = run.map.stations.filter(({ isExit }) => !isExit);
  return {
    id: 'now',
    caption: `Each service on ${dayInWords(run.network.startDate, counts.day)}, in one simulated year`,
    columns: [
      { key: 'service', title: 'Service' },
      ...(localities.length > 0 ? [{ key: 'where', title: 'Where' }] : []),
      { key: 'inUse', title: 'In use', unit: 'people', isNumber: true },
      { key: 'places', title: 'Places', unit: 'places', isNumber: true },
      { key: 'free', title: 'Free', unit: 'places', isNumber: true },
      { key: 'delayed', title: 'Ready to leave, still here', unit: 'people', isNumber: true },
      { key: 'waiting', title: 'Waiting for it', unit: 'people', isNumber: true },
      { key: 'outside', title: 'Of these, outside', unit: 'people', isNumber: true },
      { key: 'longest', title: 'Longest wait for it', unit: 'days', isNumber: true },
    ],
    rows: services.map(({ id, station, label, isUnlimited, locality }) => {
      const [inUse, places] = [counts.inUse[station], counts.places[station]];
      const noLimit = { value: null, shown: 'no limit' };
      return {
        key: id,
        cells: {
          service: { value: label },
          where: { value: localities.find((one) => one.id === locality)?.label ?? 'anywhere' },
          inUse: { value: inUse },
          places: isUnlimited ? noLimit : { value: places },
          free: isUnlimited ? noLimit : { value: Math.max(0, places - inUse) },
          delayed: { value: counts.delayed[station] },
          waiting: { value: counts.waiting[station] },
          outside: { value: counts.outside[station] },
          longest:
            longest[station] < 0
              ? { value: null, shown: 'nobody waits' }
              : { value: longest[station], shown: sayDays(longest[station]) },
        },
      };
    }),
  };
}

const { ARRIVE, ASK, CLOSE, GAVE_UP, LEAVE, MOVE, OPEN, READY, RESERVE, RISE, STAYS_HERE, TURNED_AWAY } = verbNumbers;

/** Everything that happens to one person of the watched run, as the trace has it. */
export function eventTable({ trace, network, model, people }: WatchedRun, person: number): DataTable {
  const label = (station: number) => model.stations[network.stationIds[station]]?.label ?? 'outside';
  const need = (at: number) => model.needs[network.needIds[at]]?.label ?? '';
  const told = (r: number): [what: string, where: string] | null => {
    const [verb, held, other, value] = [trace.verb[r], trace.station[r], trace.other[r], trace.value[r]];
    if (verb === ARRIVE) return ['comes into the model, needing', need(other)];
    if (verb === ASK) return [value === STAYS_HERE ? 'gives up waiting and asks to stay in' : 'asks for', label(other)];
    if (verb === RESERVE) return ['is promised a place and gets ready for', label(other)];
    if (verb === MOVE && network.keepsPlace[other] === 1) return ['is seen by', label(other)];
    if (verb === MOVE) return [held === other ? 'stays on in' : 'moves into', label(other)];
    if (verb === READY) return [network.keepsPlace[held] === 1 ? 'has been seen by' : 'is ready to leave', label(held)];
    if (verb === RISE) return ['now needs', need(other)];
    if (verb !== LEAVE) return null;
    if (value === TURNED_AWAY) return ['is turned away', 'outside'];
    return [value === GAVE_UP ? 'gives up waiting and leaves' : 'leaves', label(other)];
  };
  const rows = [];
  for (let r = trace.patient.indexOf(person); r >= 0; r = trace.patient.indexOf(person, r + 1)) {
    if (trace.verb[r] === OPEN || trace.verb[r] === CLOSE) continue;
    const said = told(r);
    if (said) rows.push({ day: trace.day[r], what: said[0], where: said[1] });
  }
  return {
    id: 'person',
    caption: `What happens to one person who comes needing ${need(people.need[person])}. An invented person in a simulated year`,
    columns: [
      { key: 'day', title: 'Date' },
      { key: 'time', title: 'Day of the run', unit: 'days', isNumber: true },
      { key: 'what', title: 'What happens' },
      { key: 'where', title: 'Where' },
    ],
    rows: rows.map(({ day, what, where }, at) => ({
      key: String(at),
      cells: {
        day: {
          value: dateAt(dayNumber(network.startDate) + Math.floor(day)),
          shown: dateOfDay(network.startDate, day),
        },
        time: { value: day, shown: day.toFixed(2) },
        what: { value: what },
        where: { value: where },
      },
    })),
  };
}
