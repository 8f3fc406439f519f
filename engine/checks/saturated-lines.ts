// What a line could do if demand never ran out: stations in line, blocked by the next, with and without buffers.
import { checksOf, exponential, home, ward, type Check } from './check.ts';
import { lineFigures, type LinePlace } from './line.ts';

const bed: LinePlace = { beds: 1, stay: 1 };
const buffer = (places: number): LinePlace => ({ beds: places, stay: 0 });

const lines: readonly { id: string; words: string; line: readonly LinePlace[]; known?: string }[] = [
  { id: 'two-in-line', words: 'two beds in line', line: [bed, bed], known: '2/3' },
  { id: 'three-in-line', words: 'three beds in line', line: [bed, bed, bed], known: '22/39 = 0.5641' },
  { id: 'four-in-line', words: 'four beds in line', line: [bed, bed, bed, bed], known: '0.5148' },
  { id: 'one-buffer', words: 'two beds in line, a buffer of one', line: [bed, buffer(1), bed], known: '3/4' },
  { id: 'four-buffer', words: 'two beds in line, a buffer of four', line: [bed, buffer(4), bed], known: '6/7' },
  { id: 'two-buffers', words: 'three beds in line, two buffers of one', line: [bed, buffer(1), bed, buffer(1), bed] },
  {
    id: 'wards-in-line',
    words: 'wards of two, three and two beds in line',
    line: [
      { beds: 2, stay: 1 },
      { beds: 3, stay: 1.5 },
      { beds: 2, stay: 0.9 },
    ],
  },
];

export const saturatedLines = (): Check[] =>
  lines.flatMap(({ id, words, line, known }) => {
    const stations = line.map(({ beds, stay }, k) => {
      const next = [{ to: k + 1 < line.length ? `place${k + 2}` : 'home' }];
      return [`place${k + 1}`, ward(beds, stay === 0 ? { shape: 'fixed', days: 0 } : exponential(stay), { next })];
    });
    return checksOf({
      id,
      title: `Demand that never runs out: ${words}`,
      source: 'Hunt, Operations Research 4 (1956) 674-683; Hillier and Boling, Operations Research 15 (1967) 286-303',
      setting: {
        calendar: { warmUpDays: 60, runDays: 800 },
        streams: { people: { label: 'People', alwaysWaiting: 1 } },
        stations: { ...Object.fromEntries(stations), home },
      },
      figures: [
        {
          id: 'throughput',
          figure: 'people through it, a day',
          formula: `chain of who is in care and who is ready in each place${known ? `; published: ${known} of a stay` : ''}`,
          reads: { station: 'home', measure: 'starts' },
          expected: lineFigures(line, 'always somebody').throughputPerDay,
        },
        ...(id === 'wards-in-line'
          ? [
              {
                id: 'delayed',
                figure: 'people ready in the first and not gone',
                formula: 'the same chain',
                reads: { station: 'place1', measure: 'delayed' },
                expected: lineFigures(line, 'always somebody').delayed[0],
              },
            ]
          : []),
      ],
    });
  });
