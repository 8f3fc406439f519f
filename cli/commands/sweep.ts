// `onward sweep`: every value of one number, or combinations of several, with the same people; what is finished outlasts a stop.
import { type Given, isOn, valueOf } from '../arguments.ts';
import { badCommand } from '../bad-command.ts';
import { INTERRUPTED } from '../interrupt.ts';
import { usableModel } from '../model-file.ts';
import { counted } from '../output/counted.ts';
import { writeFiles } from '../output/files.ts';
import { manifestFile, tableWriter } from '../output/tables.ts';
import { leftIn, recordsIn } from '../sweep/folder.ts';
import { foundNumbersFor } from '../sweep/found-numbers.ts';
import { eventsAt, gatherCombinations, type Sizes } from '../sweep/gather-combinations.ts';
import { combinationsOf, numbersAt, readSweep, type Sweep } from '../sweep/question.ts';
import { tellSwept } from '../sweep/tell.ts';

/** So many combinations are looked at before any is simulated, evenly over the design. */
const LOOKED_AT = 500;
/** About two days on one core. */
const MOST_EVENTS = 300_000_000_000;

export async function command(given: Given): Promise<number> {
  const model = usableModel(given, 'sweep', isOn(given, 'quiet'));
  const written = await tableWriter(given);
  const sweep = readSweep(given, model);
  const { asked, settings, design } = sweep;
  const mine = combinationsOf(asked);
  const sizes = sizesOf(sweep, mine);
  const folder = valueOf(given, 'out');
  const before = folder === undefined ? undefined : leftIn(folder, asked);
  if (isOn(given, 'resume') && before === undefined) throw nothingThere(folder);

  const found = foundNumbersFor(asked);
  const damaged = before?.readInto(found) ?? 0;
  const say = (words: string) => void (settings.quiet || process.stderr.write(`${words}\n`));
  const { number, of } = asked.shard;
  say(
    `${of > 1 ? `Part ${number} of ${of}: ` : ''}${counted(mine.length, 'combination')}, ${counted(settings.replications, 'simulated period')} each.`,
  );
  if (found.count > 0) say(`${found.count} of them from ${folder}.`);
  if (damaged > 0) say(`${counted(damaged, 'line')} there broken off or damaged: what was in it is simulated again.`);

  const records = folder === undefined ? undefined : recordsIn(folder, asked, before);
  const wanted = mine.filter((at) => !found.has(at));
  try {
    await gatherCombinations(sweep, wanted, sizes, (finished) => {
      for (const [at, its] of finished) found.put(at, its);
      records?.append(finished);
    });
  } finally {
    records?.close();
  }
  if (of === 1) tellSwept(given, asked, design, found, written);
  else writeFiles(folder!, manifestFile(asked.manifest));
  if (folder !== undefined) say(`Written to ${folder}.`);
  const isStopped = found.count < mine.length;
  const goesOn = folder === undefined ? '' : ' The same command goes on from there.';
  if (isStopped) say(`Stopped: ${found.count} of ${counted(mine.length, 'combination')} finished.${goesOn}`);
  else if (of > 1) say(`When all ${of} parts are finished, onward merge puts their folders together.`);
  return isStopped ? INTERRUPTED : 0;
}

/** Of those looked at. What cannot be simulated, or not within days, is refused before anything is. */
function sizesOf(sweep: Sweep, mine: readonly number[]): Sizes {
  const every = Math.max(1, Math.floor(mine.length / LOOKED_AT));
  const looked = mine.filter((_, i) => i % every === 0 || i === mine.length - 1);
  const sizes = looked.map((at) => eventsAt(sweep, numbersAt(sweep, at)));
  const mean = sizes.reduce((sum, one) => sum + one, 0) / sizes.length;
  const events = mine.length * mean;
  if (events > MOST_EVENTS) {
    const parts = Math.ceil((events * sweep.asked.shard.of) / MOST_EVENTS);
    const found = `about ${Math.round((2 * events) / MOST_EVENTS)} days on one core`;
    throw badCommand(
      '--over',
      found,
      'at most about two days',
      `Ask for fewer combinations or replications, or share it out among computers: --shard 1/${parts} to ${parts}/${parts}.`,
    );
  }
  return { mean, most: Math.max(...sizes) };
}

const nothingThere = (folder: string | undefined) =>
  badCommand(
    '--resume',
    folder === undefined ? 'no --out' : `no sweep in ${folder}`,
    'the folder of a sweep that was stopped',
    'Leave --resume out: where a folder has the same sweep, it goes on by itself.',
  );
