// The plausible worlds as two sheets: what decides, and a row a world with all that was drawn for it.
import type { Deciding, JudgedWorld, Model } from '../../engine/index.ts';
import { subjectOf } from '../model/values.ts';
import type { WorldsTold } from '../shown/worlds-told.ts';
import { sentenceOf } from '../words/headline.ts';
import { sayNumberName } from '../words/numbers/number-name.ts';
import { happensIn, happensWords, sayCorrelation } from '../words/worlds.ts';
import { tableOf, type ColumnOf, type Table } from './table.ts';

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
    tableOf<Deciding>({
      name: 'What decides it',
      about: `${sentenceOf(finding)} ${more.join(' ')} ${limits}`,
      rows: decides,
      columns: [
        ['Number', 'A number of the document with a range.', ({ path }) => nameOf(path)],
        ['Low', 'The low end of its range, in its own unit.', ({ low }) => low],
        ['High', 'The high end of its range.', ({ high }) => high],
        ['Rank correlation', 'Partial rank correlation with the difference, from −1 to 1.', (one) => one.correlation],
        ['In words', 'How far the difference goes with it.', sayCorrelation],
      ],
    }),
    tableOf<JudgedWorld>({
      name: 'Plausible worlds',
      about: `People waiting ${where} on a typical day, in each world. ${limits}`,
      rows: judged,
      columns: [
        ['World', 'Its number.', ({ number }) => number + 1],
        ['What happens', 'With the option, beside today.', (world) => happensWords[happensIn(world)]],
        ['Today', 'People; empty where the run does not settle.', ({ baseline }) => baseline],
        ['The option', 'People; empty where the run does not settle.', ({ option }) => option],
        ['Difference', 'The option less today, with the same people.', ({ difference }) => difference],
        ['Difference, low', 'Lower end of its 95 % interval over four simulated periods.', ({ ciLow }) => ciLow],
        ['Difference, high', 'Upper end of that interval.', ({ ciHigh }) => ciHigh],
        ...drawn.numbers.map(({ path }, at): ColumnOf<JudgedWorld> => [
          nameOf(path),
          `As drawn for this world: ${path}.`,
          ({ values }) => values[at],
        ]),
      ],
    }),
  ];
}
