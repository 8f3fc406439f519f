// The words a reader meets, each in a sentence; those of the model that is open come from its document.
import type { Model } from '../../engine/index.ts';

export interface Word {
  readonly term: string;
  readonly meaning: string;
}

/** Nobody should have to ask for these in a meeting. */
export const glossary: readonly Word[] = [
  { term: 'Ready to leave', meaning: 'Well enough for the next place: the stay here is over.' },
  {
    term: 'Delayed, or waiting to leave',
    meaning:
      'Ready to leave but still waiting, because the next place is full, closed or not yet prepared. The person keeps the place they are in. The NHS used to call this a delayed transfer of care.',
  },
  { term: 'Place', meaning: 'A bed, or room for one person among those looked after at home at one time.' },
  { term: 'Need', meaning: 'The kind of care a person is assessed as needing after hospital.' },
  {
    term: 'Right place first time',
    meaning: 'The share of people whose first place after hospital is one their need calls for.',
  },
  { term: 'Option', meaning: 'A named set of changes to how things are today, such as more places at home.' },
  { term: 'Condition', meaning: 'Something that applies to every option alike, such as a busy winter.' },
  { term: 'Surge places', meaning: 'Places that open when many wait and close again when few do.' },
  {
    term: 'Simulated year',
    meaning:
      'One run of the model from start to end, with its own random events. Many are run, so that one lucky year misleads nobody.',
  },
  { term: 'A typical day', meaning: 'The average over all days of all simulated years.' },
  {
    term: 'Likely range',
    meaning:
      'Calculated so that 19 of 20 such ranges contain the average that endless simulated years would give. It does not cover wrong inputs.',
  },
  {
    term: 'The same people',
    meaning:
      'In every option the same people come on the same days with the same needs. All that differs is where there is room, so any difference in the answer comes from the option.',
  },
  { term: 'No clear difference', meaning: 'The likely range spans zero: chance alone could have made it.' },
  { term: 'Still sharpening', meaning: 'There are too few simulated years so far to say.' },
  {
    term: 'Does not settle',
    meaning:
      'More people come than the services can take, so the wait grows all year and an average depends on how long the run is.',
  },
  {
    term: 'Warm-up',
    meaning: 'Time simulated before counting begins, so that services start as full as they would be.',
  },
  {
    term: 'Seed',
    meaning:
      'The number that all random events are generated from. The same seed gives the same answer on every computer.',
  },
  {
    term: 'Measured, estimated, illustrative',
    meaning:
      'How well a number is known: counted or published; from elsewhere or by judgement; made up so that there is something to see.',
  },
];

/** What the document itself says of its needs and services. */
export function wordsOf({ needs, stations }: Model): Word[] {
  const said = [
    ...Object.values(needs).map(({ label, meaning }) => ({ term: label, meaning })),
    ...Object.values(stations).map(({ label, about }) => ({ term: label, meaning: about })),
  ];
  return said.flatMap(({ term, meaning }) => (meaning ? [{ term, meaning }] : []));
}
