// Tables mean what they say: for every kind of people each stay, way, need and start of the network is the one the document gives them.
import { describe, expect, it } from 'vitest';
import { Draws } from '../../engine/arrivals/draws.ts';
import { compile } from '../../engine/index.ts';
import type { Network } from '../../engine/network/network.ts';
import type { StaySampler } from '../../engine/network/network.ts';
import { overModels, readable, today, watched } from './over-models.ts';
import type { Piece } from './some-parts.ts';

interface Who {
  readonly need: string;
  /** Null for people there at the start, or where no table asks. */
  readonly stream: string | null;
  readonly attributes: Readonly<Record<string, string>>;
}

/** The value for somebody, by looking it up as a reader would. */
function lookUp(value: unknown, who: Who): unknown {
  if (typeof value !== 'object' || value === null || !('by' in value)) return value;
  const table = value as Piece;
  const keys: Record<string, string | null> = { need: who.need, stream: who.stream, ...who.attributes };
  const key = keys[table.by as string];
  return lookUp(key !== null && key in table ? table[key] : table.else, who);
}

/** Who the people of one kind are: streams change fastest, then attributes, the last of them first. */
function kindOf(network: Network, kind: number): Who {
  const { needIds, streamIds, traits, streamStride, attributes } = network;
  const trait = kind % traits;
  const among = streamStride > 0 ? trait % (streamIds.length + 1) : streamIds.length;
  const values = attributes.map(({ id, values: all, stride }) => [id, all[Math.floor(trait / stride) % all.length]]);
  return {
    need: needIds[Math.floor(kind / traits)],
    stream: streamIds[among] ?? null,
    attributes: Object.fromEntries(values),
  };
}

const meanDays = (stay: unknown): number => {
  const { days, meanDays: mean } = stay as { days?: number; meanDays?: number };
  return days ?? mean!;
};

/** An ask as the document means it for somebody; a need's keys where it has none of its own. */
function asked(document: Piece, to: unknown, own: Piece, who: Who): unknown {
  const need = to === 'need' ? (document.needs as Record<string, Piece>)[who.need] : undefined;
  const goesTo = need ? lookUp(need.goesTo, who) : to;
  const priority = (lookUp(own.priority ?? need?.priority, who) as number | undefined) ?? 2;
  const otherwise = (lookUp(own.otherwise ?? need?.otherwise, who) ?? []) as Piece[];
  const prepare = own.prepare ?? need?.prepare;
  return {
    to: [goesTo].flat(),
    priority,
    forNeed: need !== undefined,
    prepare: prepare === undefined ? null : meanDays(prepare),
    otherwise: otherwise
      .map((one) => ({
        to: [one.to].flat(),
        afterDays: one.afterDays ?? 0,
        stayFactor: one.stayFactor ?? null,
        movesOn: one.movesOn === true,
        priority: one.priority ?? priority,
      }))
      .toSorted((a, b) => (a.afterDays as number) - (b.afterDays as number)),
  };
}

/** The same ask as the network has it; `priorityOf` gives the number a rank stands for. */
function compiled(network: Network, row: number, priorityOf: ReadonlyMap<number, number>): unknown {
  const names = (from: number, to: number, of: Int16Array): string[] =>
    Array.from(of.slice(from, to), (station) => network.stationIds[station]);
  const alternatives = Array.from(
    { length: network.askAltFrom[row + 1] - network.askAltFrom[row] },
    (_, n) => n + network.askAltFrom[row],
  );
  return {
    to: names(network.askFrom[row], network.askFrom[row + 1], network.targets),
    priority: priorityOf.get(network.askClass[row]),
    forNeed: network.askForNeed[row] === 1,
    prepare: network.askPrepare[row]?.meanDays ?? null,
    otherwise: alternatives.map((one) => ({
      to: names(network.altFrom[one], network.altFrom[one + 1], network.altTargets),
      afterDays: network.altAfterDays[one],
      stayFactor: Number.isNaN(network.altStayFactor[one]) ? null : network.altStayFactor[one],
      movesOn: network.altMovesOn[one] === 1,
      priority: priorityOf.get(network.altClass[one]) ?? null,
    })),
  };
}

describe('tables by who people are', () => {
  it('give every kind of people the stays, ways, needs and starts that a reader would look up', () => {
    let tables = 0;
    overModels({ count: 200 }, {}, (document, model) => {
      const { network } = compile(model, today);
      const stations = document.stations as Record<string, Piece>;
      const streams = document.streams as Record<string, Piece>;
      const rows: { said: unknown; row: number }[] = [];
      tables += JSON.stringify(document).split('"by":').length - 1;
      for (let kind = 0; kind < network.kinds; kind++) {
        const who = kindOf(network, kind);
        network.stationIds.forEach((id, s) => {
          if (network.isExit[s]) return;
          const stay = network.stay[s * network.kinds + kind] as StaySampler;
          expect(stay.meanDays).toBeCloseTo(meanDays(lookUp(stations[id].stay, who)), 6);
          const ways = lookUp(stations[id].next, who) as Piece[];
          const from = network.wayFrom[s * network.kinds + kind];
          expect(network.wayTo[s * network.kinds + kind] - from, `ways from ${id}`).toBe(ways.length);
          const byName = ways.toSorted((a, b) => (nameOf(a.to) < nameOf(b.to) ? -1 : 1));
          byName.forEach((way, n) => {
            expect(network.wayShare[from + n], `share from ${id}`).toBe(way.share ?? 1);
            rows.push({
              said: asked(document, way.to, way, who),
              row: network.wayAsk[(from + n) * network.kinds + kind],
            });
          });
        });
        network.streamIds.forEach((id, t) => {
          const to = lookUp(streams[id].startsAt ?? 'need', { ...who, stream: id });
          // A kind of another stream never comes by this one.
          if (network.streamStride > 0 && who.stream !== id) return;
          rows.push({ said: asked(document, to, {}, who), row: network.streamAsk[t * network.kinds + kind] });
          const shares = lookUp(streams[id].shares, { ...who, stream: id }) as Record<string, number>;
          const at = (t * network.traits + (kind % network.traits)) * network.needIds.length;
          const given = network.needIds.map((_, n) => network.streamShare[at + n]);
          expect(given, `shares of ${id}`).toEqual(network.needIds.map((need) => shares[need] ?? 0));
        });
      }
      // Ranks stand for priorities in their order, whatever other priorities there are.
      const priorityOf = new Map<number, number>();
      for (const { said, row } of rows) {
        const { priority, otherwise } = said as { priority: number; otherwise: { priority: number }[] };
        priorityOf.set(network.askClass[row], priority);
        otherwise.forEach((one, n) => priorityOf.set(network.altClass[network.askAltFrom[row] + n], one.priority));
      }
      const inOrder = [...priorityOf].toSorted(([one], [other]) => one - other).map(([, priority]) => priority);
      expect(inOrder).toEqual([...new Set(inOrder)].toSorted((one, other) => one - other));
      for (const { said, row } of rows) expect(compiled(network, row, priorityOf)).toEqual(said);
    });
    expect(tables).toBeGreaterThan(100);
  });

  it('draw each attribute by itself: what somebody is of one says nothing of another', () => {
    const model = readable({
      schemaVersion: 1,
      id: 'attributes',
      title: 'Two attributes',
      about: 'For tests only.',
      calendar: { startDate: '2024-01-01', warmUpDays: 0, runDays: 400 },
      experiment: { replications: 1, seed: 1 },
      attributes: {
        age: { label: 'Age', shares: { old: 0.4, young: 0.6 } },
        locality: { label: 'Locality', shares: { city: 0.5, west: 0.5 } },
      },
      needs: { care: { label: 'Care', goesTo: 'home' } },
      streams: { people: { label: 'People', arrivalsPerDay: 20, shares: { care: 1 } } },
      stations: { home: { kind: 'exit', label: 'Home' } },
    });
    const { people, program } = watched(model, today, 1);
    const draws = new Draws(0);
    const counts = [0, 0, 0, 0];
    for (let one = 0; one < people.need.length; one++)
      counts[draws.trait(program.network, 0, people.keyHigh[one] | 0, people.keyLow[one] | 0)]++;
    // Traits in the order old city, old west, young city, young west. Each count is binomial; 4.5 sd is one run in 150 000.
    const all = people.need.length;
    [0.2, 0.2, 0.3, 0.3].forEach((share, trait) =>
      expect(Math.abs(counts[trait] - all * share)).toBeLessThan(4.5 * Math.sqrt(all * share * (1 - share))),
    );
  });
});

const nameOf = (to: unknown): string => [to].flat().join(' ');
