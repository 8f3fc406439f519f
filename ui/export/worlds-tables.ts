// The plausible worlds as two sheets: what decides, and a row a world with all that was drawn for it.
import type { Model } from '../../engine/index.ts';
import { subjectOf } from '../model/values.ts';
import type { WorldsTold } from '../shown/worlds-told.ts';
import { sentenceOf } from '../words/headline.ts';
import { sayNumberName } from '../words/numbers/number-name.ts';
import { happensIn, happensWords, sayCorrelation } from '../words/worlds.ts';
import type { Table } from './table.ts';

interface Of {
  readonly model: Model;
  readonly limits: string;
}

export function worldsTables(told: WorldsTold, { model, limits }: Of): Table[] {
  const { drawn, judged, decides, finding, more } = told;
  const nameOf = (path: string) =>
    sayNumberName(model, path, drawn.numbers.find((one) => one.path === path)!.facts.title);
  const { where } = subjectOf(model);
  return [
    {
      name: 'What decides it',
      about: `${sentenceOf(finding)} ${more.join(' ')} ${limits}`,
      columns: [
        { name: 'Number', meaning: 'A number of the document with a range.' },
        { name: 'Low', meaning: 'The low end of its range, in its own unit.' },
        { name: 'High', meaning: 'The high end of its range.' },
        { name: 'Rank correlation', meaning: 'Partial rank correlation with the difference, from −1 to 1.' },
        { name: 'In words', meaning: 'How far the difference goes with it.' },
      ],
      rows: decides.map((one) => [nameOf(one.path), one.low, one.high, one.correlation, sayCorrelation(one)]),
    },
    {
      name: 'Plausible worlds',
      about: `People waiting ${where} on a typical day, in each world. ${limits}`,
      columns: [
        { name: 'World', meaning: 'Its number.' },
        { name: 'What happens', meaning: 'With the option, beside today.' },
        { name: 'Today', meaning: 'People; empty where the run does not settle.' },
        { name: 'The option', meaning: 'People; empty where the run does not settle.' },
        { name: 'Difference', meaning: 'The option less today, with the same people.' },
        { name: 'Difference, low', meaning: 'Lower end of its 95 % interval over four simulated periods.' },
        { name: 'Difference, high', meaning: 'Upper end of that interval.' },
        ...drawn.numbers.map(({ path }) => ({ name: nameOf(path), meaning: `As drawn for this world: ${path}.` })),
      ],
      rows: judged.map((world) => [
        world.number + 1,
        happensWords[happensIn(world)],
        world.baseline,
        world.option,
        world.difference,
        world.ciLow,
        world.ciHigh,
        ...world.values,
      ]),
    },
  ];
}
