// A measured stay or stream put into a document: every shipped model stays sound with it, and nothing else of it changes.
import { describe, expect, it } from 'vitest';
import {
  arrivalPiece,
  fitArrivals,
  fitStays,
  sayProblem,
  stayPiece,
  validate,
  type Model,
} from '../../engine/index.ts';
import { withPiece, withStream } from '../../ui/views/bring/with-piece.ts';
import { shipped, shippedModel } from '../models/shipped.ts';

const fit = fitStays({
  ended: Float64Array.from({ length: 60 }, (_, at) => 2 + ((at * 7) % 19)),
  stillThere: new Float64Array(0),
  before: new Float64Array(0),
});
const counted = Array.from({ length: 60 }, (_, at) => ({ day: 20_000 + at, days: 1, count: 2 + ((at * 5) % 4) }));

const problemsOf = (model: Model) =>
  validate(JSON.parse(JSON.stringify(model)))
    .problems.filter(({ severity }) => severity === 'error')
    .map(sayProblem);

describe.each(
  ['ilkeston-2019', 'bristol-2024', 'leicester-leicestershire-rutland-2018'].filter((id) =>
    shipped.some((one) => one.id === id),
  ),
)('%s', (id) => {
  const model = shippedModel(id);

  it('takes a stay into a service, with its evidence in place of what was there', () => {
    const [station, { stay }] = Object.entries(model.stations).find(
      ([, one]) => one.beds !== undefined || one.places !== undefined,
    )!;
    const path = `stations.${station}.stay`;
    const piece = stayPiece(fit, 'records of ours', path);
    const next = withPiece(model, path, piece.stay, piece.evidence);
    expect(problemsOf(next)).toEqual([]);
    expect(next.stations[station]).toEqual({ ...model.stations[station], stay: piece.stay });
    expect(stay).not.toEqual(piece.stay);
    const lines = Object.entries(next.evidence ?? {}).filter(([line]) => line.startsWith(path));
    expect(lines.map(([, { source }]) => source)).toEqual(lines.map(() => 'records of ours'));
    expect(lines.length).toBeGreaterThan(0);
    expect({ ...next, stations: 0, evidence: 0 }).toEqual({ ...model, stations: 0, evidence: 0 });
  });

  it('takes arrivals into a stream, which keeps its name, its shares and where it begins', () => {
    const [stream, before] = Object.entries(model.streams)[0];
    const path = `streams.${stream}`;
    const next = withStream(model, path, arrivalPiece(fitArrivals(counted), counted, { file: 'counts.csv', path }));
    const { label, shares, startsAt } = before;
    expect(next.streams[stream]).toMatchObject(JSON.parse(JSON.stringify({ label, shares, startsAt })));
    expect(next.streams[stream].arrivalsPerDay).toBeCloseTo(counted.reduce((sum, { count }) => sum + count, 0) / 60, 3);
    expect(next.evidence![`${path}.arrivalsPerDay`].source).toContain('counts.csv');
  });
});

it('takes a stay for one kind of person, and leaves those of the others', () => {
  const model = shippedModel('leicester-leicestershire-rutland-2018');
  const path = 'stations.nursing-city.stay.end-of-life';
  const piece = stayPiece(fit, 'records of ours', path);
  const next = withPiece(model, path, piece.stay, piece.evidence);
  expect(problemsOf(next)).toEqual([]);
  expect(next.stations['nursing-city'].stay).toEqual({
    ...(model.stations['nursing-city'].stay as object),
    'end-of-life': piece.stay,
  });
});
