// Stays fitted in the terminal: the table of shapes, what they say, and the piece of a model to paste.
import { basename } from 'node:path';
import { type StayFit, dateAt, dayNumber, fitStays, stayDoubts, stayWords } from '../engine/index.ts';
import { readStays } from '../formats/records/stays.ts';
import { ODD, STAY_UNITS, type StayAnswers } from '../formats/records/stay-answers.ts';
import { type Given, isOn, readNumber, valueOf } from './arguments.ts';
import { BadCommand, badCommand, unknownWord } from './bad-command.ts';
import { pieceText } from './output/piece.ts';
import { fittedTable } from './output/fit-table.ts';
import { tableFile } from './table-file.ts';

export async function fitStaysOf(given: Given): Promise<number> {
  const needless = ['count', 'observed'].find((name) => isOn(given, name));
  if (needless !== undefined)
    throw badCommand(`--${needless}`, 'with stays', 'arrivals', `Leave --${needless} out, or fit arrivals.`);
  const answers = answersIn(given);
  const { name, table } = await tableFile(given, 'stays');
  const { lengths, problems, understood, doubts, dates } = readStays(table, answers);
  if (lengths === null) throw new BadCommand(name, problems);
  const fit = fitStays(lengths);
  const source = `${basename(name)}: ${fit.ended + fit.stillThere} stays${dates === null ? '' : `, ${dates}`}${fit.stillThere > 0 ? `, ${fit.stillThere} not ended` : ''}`;
  const piece = pieceOf(fit, source, valueOf(given, 'for') ?? 'stations.ID.stay');
  const doubtful = [...doubts, ...stayDoubts(fit)];
  if (!isOn(given, 'quiet')) process.stderr.write(`Understood: ${understood.join('; ')}.\n`);
  if (isOn(given, 'json')) {
    const { records, ...rest } = fit;
    const curve = [...records.days].map((days, at) => ({ days, shareStillThere: records.share[at] }));
    process.stdout.write(
      `${JSON.stringify({ understood, doubts: doubtful, ...rest, records: curve, piece }, null, 2)}\n`,
    );
    return 0;
  }
  const paragraphs = [
    fittedTable(fit),
    stayWords(fit).join('\n'),
    doubtful.length === 0 ? '' : `Doubtful: ${doubtful.join('; ')}.`,
    piece === null ? '' : `For a model:\n${pieceText(piece)}`,
  ];
  process.stdout.write(`${paragraphs.filter((each) => each !== '').join('\n\n')}\n`);
  return 0;
}

/** The stay, and the evidence of its numbers, as a document has them. */
function pieceOf({ shapes: [best] }: StayFit, source: string, path: string) {
  if (best === undefined) return null;
  const measured = (low: number | null, high: number | null) => ({
    status: 'measured',
    source,
    ...(low === null || high === null ? {} : { low: Number(low.toPrecision(4)), high: Number(high.toPrecision(4)) }),
  });
  return {
    stay: best.stay,
    evidence: {
      [`${path}.meanDays`]: measured(best.mean.low, best.mean.high),
      ...('sdDays' in best.stay ? { [`${path}.sdDays`]: measured(best.sd.low, best.sd.high) } : {}),
    },
  };
}

function answersIn(given: Given): StayAnswers {
  const unit = valueOf(given, 'unit') ?? 'days';
  if (!isOneOf(Object.keys(STAY_UNITS) as (keyof typeof STAY_UNITS)[], unit))
    throw unknownWord('--unit', unit, Object.keys(STAY_UNITS), 'Give the unit of the stays.');
  const leaveOut = (valueOf(given, 'leave-out') ?? '').split(',').filter((each) => each !== '');
  for (const each of leaveOut)
    if (!isOneOf(ODD, each)) throw unknownWord('--leave-out', each, ODD, 'See onward fit --help.');
  const present = valueOf(given, 'present-on');
  return {
    column: valueOf(given, 'column'),
    from: valueOf(given, 'from'),
    to: valueOf(given, 'to'),
    stillThere: valueOf(given, 'still-there'),
    unit,
    countedOn: dayOf(given, 'counted-on'),
    presentOn: present === 'no' ? present : dayOf(given, 'present-on'),
    leaveOut: leaveOut as StayAnswers['leaveOut'],
    zerosAs: positive(given, 'zeros-as'),
    mostDays: positive(given, 'most'),
  };
}

const isOneOf = <T extends string>(all: readonly T[], one: string): one is T =>
  (all as readonly string[]).includes(one);

function positive(given: Given, name: string): number | undefined {
  const text = valueOf(given, name);
  if (text === undefined) return undefined;
  const value = readNumber(`--${name}`, text);
  if (value > 0) return value;
  throw badCommand(`--${name}`, text, 'a number of days above 0', `Give --${name} another number.`);
}

function dayOf(given: Given, name: string): number | undefined {
  const text = valueOf(given, name);
  if (text === undefined) return undefined;
  const day = dayNumber(text);
  if (!Number.isNaN(day)) return day;
  throw badCommand(`--${name}`, text, `a date such as ${dateAt(20_000)}`, 'Write the year, month and day.');
}
