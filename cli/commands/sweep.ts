// `onward sweep`: every value of one number, or combinations of several, with the same people; what is finished outlasts a stop.
import { type Given, isOn, valueOf } from '../arguments.ts';
import { badCommand } from '../bad-command.ts';
import { INTERRUPTED } from '../interrupt.ts';
import { keptFor, sayKept } from '../kept/folder.ts';
import { usableModel } from '../model-file.ts';
import { counted } from '../output/counted.ts';
import { writeFiles } from '../output/files.ts';
import { manifestFile, tableWriter } from '../output/tables.ts';
import { foundNumbersFor } from '../sweep/found-numbers.ts';
import { eventsAt, gatherCombinations, type Sizes } from '../sweep/gather-combinations.ts';
import { differsWithPart, putAway, takeInto } from '../sweep/kept-combinations.ts';
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
  const kept = keptFor(given, asked, (there) => differsWithPart(asked, there), true);

  const found = foundNumbersFor(asked);
  const damaged = kept.readInto(takeInto(found));
  const say = (words: string) => void (settings.quiet || process.stderr.write(`${words}\n`));
  const { number, of } = asked.shard;
  say(
    `${of > 1 ? `Part ${number} of ${of}: ` : ''}${counted(mine.length, 'combination')}, ${counted(settings.replications, 'simulated period')} each.`,
  );
  sayKept(say, kept.folder, found.count === 0 ? '' : String(found.count), damaged);

  const lines = kept.open();
  const wanted = mine.filter((at) => !found.has(at));
  try {
    await gatherCombinations(sweep, wanted, sizes, (finished) => {
      for (const [at, its] of finished) found.put(at, its);
      putAway(lines, finished);
    });
  } finally {
    lines.close();
  }
  if (of === 1) tellSwept(given, asked, design, found, written);
  else writeFiles(folder!, manifestFile(asked.manifest));
  if (folder !== undefined) say(`Written to ${folder}.`);
  const isStopped = found.count < mine.length;
  const goesOn = kept.folder === undefined ? '' : ' The same command goes on from there.';
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
