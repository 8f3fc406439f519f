// A busy model: the shipped document with everybody and every place many times over, as text to be opened in the page.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './install.mjs';

const otherPlaces = ({ p1, p2, p3 }) => ({
  'stations.p1.places': Math.round(p1.places * 1.2),
  'stations.p2.beds': p2.beds * 2,
  'stations.p3.beds': Math.round(p3.beds * 0.8),
});

/** About 70 people are on the map of the shipped document at a time. Few simulated years: it is made to be looked at. */
export function busyModel(times) {
  const model = JSON.parse(readFileSync(join(root, 'models/ilkeston-2019.json'), 'utf8'));
  const { streams, stations } = model;
  streams.acute.arrivalsPerDay *= times;
  stations.p1.places *= times;
  stations.p2.beds *= times;
  stations.p3.beds *= times;
  const controls = model.controls.filter(
    ({ path }) => !path.includes('surge') && path !== 'streams.acute.arrivalsPerDay',
  );
  return JSON.stringify({
    ...model,
    id: `busy-${times}`,
    title: `Ilkeston ${times} times over: for measuring the screen`,
    experiment: { ...model.experiment, replications: 4 },
    // For two maps side by side: fewer ward beds, more places elsewhere.
    options: [model.options[0], { id: 'other-places', title: 'Other places', set: otherPlaces(stations) }],
    controls,
    story: undefined,
  });
}
