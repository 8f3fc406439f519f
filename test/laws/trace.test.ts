// What no trace may contain, whatever the model: a witness who knows the rules of flow reads every record and finds nothing wrong.
import { describe, expect, it } from 'vitest';
import { journeysOf } from './journeys.ts';
import { busy, changed, overModels, today, watched } from './over-models.ts';
import { Witness } from './witness.ts';

describe('any trace', () => {
  it('puts nobody in two places, and nobody acts before arriving, leaves before being ready or comes back', () => {
    overModels({ count: 200 }, {}, (_, model, seed) => {
      for (const request of [today, changed]) {
        const { trace, program } = watched(model, request, seed);
        expect(journeysOf(trace, program.network.keepsPlace).faults).toEqual([]);
      }
    });
  });

  it('loses nobody: whoever came has left, or holds a place, or is outside, waiting or being seen', () => {
    overModels({ count: 200 }, {}, (_, model, seed) => {
      const { trace, program } = watched(model, today, seed);
      const { keepsPlace } = program.network;
      const { arrived, left, spans, asks, seen } = journeysOf(trace, keepsPlace);
      const still = spans.filter((span) => span.to === Infinity && !keepsPlace[span.station]);
      const here = new Set(still.map((span) => span.person));
      const outside = [...asks, ...seen].filter((one) => one.to === Infinity && one.held < 0);
      const waiting = new Set(outside.map((one) => one.person));
      for (const person of arrived.keys()) {
        const states = [left.has(person), here.has(person), waiting.has(person)].filter(Boolean);
        if (states.length !== 1) expect.fail(`person ${person} is in ${states.length} states`);
      }
    });
  });

  const requests = { 'as it is': () => today, 'with changes on the way': () => changed, 'in a busy time': busy };
  for (const [title, request] of Object.entries(requests))
    it(`keeps every rule of flow, ${title}: places, lists, gates, stays, teams, preparation, rings; and leaves nothing undone`, () => {
      overModels({ from: 100, count: 250 }, {}, (document, model, seed) => {
        expect(new Witness(watched(model, request(model), seed), document).faults).toEqual([]);
      });
    });

  it('keeps every rule of flow in the mirror of a replication too', () => {
    overModels({ from: 220, count: 60 }, {}, (document, model, seed) => {
      expect(new Witness(watched(model, today, seed, ~0), document, ~0).faults).toEqual([]);
    });
  });
});
