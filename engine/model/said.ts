// What the parts of a document mean, a sentence each: for the JSON Schema and for refusals. Apart from the schema, because whoever only runs a model needs none of them.
import { z } from 'zod';
import { meanings } from '../distributions/index.ts';
import { shapeSchemas } from './document/stay.ts';
import { modelSchema } from './document.ts';
import { defOf, type Schema } from './schema-at.ts';

/** By path; `*` is any name or any member of a list. */
const sentences: Readonly<Record<string, string>> = {
  about: 'Shown on every screen and paper.',
  'calendar.lookAtDays': 'Days on which people are counted: a list, or one day after another in equal steps.',
  'calendar.lookAtDays.fromDay': 'The first of them; day 0 without it. 0.999 is just before midnight.',
  'initial.*.remaining': 'What is left of their stays; without it, the equilibrium residual of the stay.',
  'initial.*.delayedFor': 'Ready, holding a place here, by the need or station they wait for.',
  'initial.*.waiting': 'Waiting outside for this station.',
  'initial.*.waiting.*.sinceDays':
    'For how many days they have waited before the first moment: a number, one for each person, or a distribution.',
  'experiment.percentiles':
    'Percentiles to show besides the usual ones, of days waited, stays, journeys and counts of people.',
  'experiment.over':
    'Thresholds: the share of people above so many days, and of the time with more than so many people.',
  population: 'Who lives in the area, for numbers per thousand: a number, or a table by an attribute such as locality.',
  attributes: 'What is known of people besides their need: where they live, their age band.',
  'attributes.*.where': 'Where people of each value live, for an attribute that says where people live.',
  'attributes.*.where.*.centre': 'The middle of where these people live; distances are from there.',
  'attributes.*.where.*.districts': 'Codes of the districts to draw, such as E06000017.',
  'needs.*.meaning': 'The local definition, shown wherever the need is named.',
  'needs.*.prepare': 'Time to get ready once a place is reserved: transport, equipment, a care package.',
  'needs.*.otherwise.*.to': 'The station, or equal stations, whose list is joined as well.',
  'needs.*.otherwise.*.movesOn': 'Keeps its turn for the right place while cared for here, and moves when that comes.',
  'streams.*.meansPerDay':
    'Mean arrivals on each day from a date on, fractions allowed; before and after them the means of their weekdays.',
  'stations.*.position':
    'Where it is drawn: { "x": from the left, "y": from the top }, each 0 to 100; laid out without it.',
  'stations.*.lonLat': 'Where it is on the ground: { "lon": degrees east, "lat": degrees north }.',
  'stations.*.locality': 'Of those named in the "where" of an attribute, the one it is close to.',
  'stations.*.next.*.to': 'A station, equal stations in order of choice, or the word need.',
  'stations.*.hours': 'When the team takes people on and makes progress.',
  'stations.*.admits': 'When people are taken in; at any hour without it.',
  'stations.*.releases': 'When people may leave for the next place; at any hour without it.',
  'stations.*.progresses': 'When the stay goes on; outside it the stay stands still.',
  'stations.*.visitsPerDay': 'Visits that can be made a day, or on each weekday from Monday.',
  'stations.*.visits': "A person's plan: in a straight line from the first day of the stay to the last.",
  'stations.*.takesAll': 'People are taken on at once, whether or not their visits fit.',
  'stations.*.costs': 'Shown only where evidence gives the source.',
  'calendar.holidays': 'Dates that are like a Sunday, or the bank holidays of "england-and-wales".',
  'stations.*.turnaround':
    'How long a place that somebody has left is made ready for the next; until then nobody can have it. "during": in these hours only.',
  'stations.*.patience':
    'How long people wait before they give up, and the exit they take; or "here": they stay again in the place they hold.',
  'options.*.otherReadingOf':
    'The option that this one reads differently: the same words of a source, with another meaning.',
};

let isSaid = false;

/** Puts the sentences where `meta()` of a schema finds them. */
export function saySentences(): void {
  if (isSaid) return;
  isSaid = true;
  for (const [path, description] of Object.entries(sentences)) say(path, description);
  for (const [shape, schema] of shapeSchemas)
    if (meanings[shape]) z.globalRegistry.add(schema, { description: meanings[shape] });
}

function say(path: string, description: string): void {
  const found = path
    .split('.')
    .reduce((at, key) => at.flatMap((schema) => under(schema, key)), [modelSchema as Schema]);
  if (found.length === 0) throw new Error(`The sentence on ${path} is about nothing in a document.`);
  for (const schema of new Set(found)) z.globalRegistry.add(schema as z.ZodType, { description });
}

/** The schemas, wrappers and all, of what a key leads to. Tables by who somebody is repeat what they are tables of. */
function under(schema: Schema, key: string): Schema[] {
  const def = defOf(schema);
  if (def.type === 'optional' || def.type === 'default') return under(def.innerType, key);
  if (def.type === 'union') return def.options.flatMap((option) => under(option, key));
  if (def.type === 'record' && key === '*') return [def.valueType];
  if (def.type === 'array' && key === '*') return [def.element];
  return def.type === 'object' && Object.hasOwn(def.shape, key) ? [def.shape[key]] : [];
}
