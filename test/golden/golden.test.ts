// Short stories worked out by hand from the rules of flow; the engine's trace must match them line by line. Lines with # are for the reader.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compile, rowKeys, sayProblem, UNLIMITED, validate, type Trace } from '../../engine/index.ts';
import type { Network } from '../../engine/network/network.ts';
import { watch } from '../../engine/study/replication.ts';
import {
  ARRIVE,
  CAUSE,
  CLOSE,
  GAVE_UP,
  LEAVE,
  MOVE,
  OPEN,
  READY,
  RESERVE,
  RING,
  RISE,
  STAYS_HERE,
  TURN,
  TURNED_AWAY,
  verbs,
} from '../../engine/trace/trace.ts';
import { causes } from '../../engine/trace/causes.ts';
import { corners, measuredInCorners } from './corners.ts';
import { measured, stories } from './stories.ts';

const rows = { ...measured, ...measuredInCorners };

function sayRecord(trace: Trace, i: number, network: Network): string {
  const place = (station: number): string => (station < 0 ? 'outside' : network.stationIds[station]);
  const { station, other, value } = { station: trace.station[i], other: trace.other[i], value: trace.value[i] };
  const days = trace.day[i].toFixed(3).padStart(6);
  const verb = verbs[trace.verb[i]].padEnd(6);
  const told = (): string => {
    switch (trace.verb[i]) {
      case ARRIVE:
        return `needs ${network.needIds[other]}`;
      case READY:
        return place(station);
      case RISE:
        return `now needs ${network.needIds[other]}`;
      case RING:
        return `${place(station)} → ${place(other)}, ${value} people`;
      case RESERVE:
        return `${place(station)} → ${place(other)}, prepared by ${value.toFixed(3)}`;
      case MOVE:
        if (network.keepsPlace[other]) return `${place(station)}, seen by ${place(other)}`;
        return `${place(station)} → ${place(other)}${value === other ? '' : ` (asked for ${place(value)})`}`;
      case LEAVE:
        return `${place(station)} → ${value === TURNED_AWAY ? 'turned away' : place(other)}${value === GAVE_UP ? ' (gave up)' : ''}`;
      default:
        return `${place(station)} → ${place(other)}${value === STAYS_HERE ? ' (gave up)' : ''}`;
    }
  };
  if (trace.verb[i] === CAUSE)
    return `${days}  ${verb}  ${place(station).padEnd(8)}  ${causes[other]}${value > 0 ? `, ${value} a month` : ''}`;
  if (trace.verb[i] === TURN) return `${days}  ${verb}  ${place(station).padEnd(8)}  ${value} being made ready`;
  if (trace.verb[i] === OPEN || trace.verb[i] === CLOSE) {
    const many = value === UNLIMITED ? 'no limit' : `${value} places`;
    return `${days}  ${verb}  ${place(station).padEnd(8)}  ${many}, ${other === 1 ? 'surge' : 'dated'}`;
  }
  return `${days}  ${verb}  person ${trace.patient[i]}  ${told()}`;
}

describe('golden stories', () => {
  for (const [name, document] of Object.entries({ ...stories, ...corners })) {
    it(name, () => {
      const { model, problems } = validate(document);
      if (!model) throw new Error(problems.map(sayProblem).join('\n'));
      const program = compile(model, { option: model.options ? 'changed' : 'today' });
      const { trace, values } = watch(program, 1, 0);
      const written = readFileSync(`${import.meta.dirname}/${name}.txt`, 'utf8');
      // A story names every cause, or is about something else and names none.
      const tellsCauses = /^ *[\d.]+ +cause /m.test(written);
      const told = Array.from({ length: trace.length }, (_, i) => i)
        .filter((i) => tellsCauses || trace.verb[i] !== CAUSE)
        .map((i) => sayRecord(trace, i, program.network));
      expect(told).toEqual(written.split('\n').filter((line) => line !== '' && !line.startsWith('#')));
      const keys = rowKeys(program).map((key) => `${key.station} ${key.measure} ${key.statistic} ${key.who}`);
      for (const [row, value] of Object.entries(rows[name] ?? {}))
        if (Number.isNaN(value)) expect(values[keys.indexOf(row)], row).toBeNaN();
        else expect(values[keys.indexOf(row)], row).toBeCloseTo(value, 9);
    });
  }
});
