// A busy model: the shipped document with everybody and every place many times over, as text to be opened in the page.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './install.mjs';

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
    options: model.options.slice(0, 1),
    controls,
    story: undefined,
  });
}
