// `onward merge`: the parts of a sweep put together; what it writes is to the byte what one run would have written.
import { type Given, isOn, refuseBoth, valueOf } from '../arguments.ts';
import { badCommand } from '../bad-command.ts';
import { enginePrint } from '../engine-print.ts';
import { FINISHED, linesLeft } from '../kept/lines.ts';
import { counted } from '../output/counted.ts';
import { tableWriter } from '../output/tables.ts';
import { type FoundNumbers, foundNumbersFor } from '../sweep/found-numbers.ts';
import { differsFrom, takeInto } from '../sweep/kept-combinations.ts';
import { type Asked, combinationsOf, designOf } from '../sweep/question.ts';
import { tellSwept } from '../sweep/tell.ts';

interface Part {
  readonly folder: string;
  readonly asked: Asked;
  readInto(found: FoundNumbers): void;
}

export async function command(given: Given): Promise<number> {
  const folders = given.words;
  if (folders.length === 0)
    throw badCommand('DIR', 'nothing', 'the folders of all parts', 'Such as onward merge part-1 part-2 --out swept.');
  refuseBoth(given);
  const written = await tableWriter(given);
  const parts = folders.map(partIn);
  const [{ asked }] = parts;
  refuseOthers(parts);
  const found = foundNumbersFor(asked);
  for (const part of parts) {
    const before = found.count;
    part.readInto(found);
    const [has, all] = [found.count - before, combinationsOf(part.asked).length];
    if (has < all)
      throw badCommand(
        part.folder,
        `${has} of ${counted(all, 'combination')} finished`,
        'all of them',
        'Give the command of this part again: it goes on from there.',
      );
  }
  tellSwept(given, asked, designOf(asked), found, written);
  const folder = valueOf(given, 'out');
  if (folder !== undefined && !isOn(given, 'quiet'))
    process.stderr.write(`${counted(found.count, 'combination')} written to ${folder}.\n`);
  return 0;
}

function partIn(folder: string): Part {
  const its = linesLeft<Asked>(folder, 'DIR');
  if (its === undefined || its.head.what !== 'sweep')
    throw badCommand(
      'DIR',
      `${folder}, which has no ${FINISHED} of a sweep`,
      'a folder of onward sweep --shard',
      'Check its name.',
    );
  return {
    folder,
    asked: its.head,
    readInto(found) {
      for (const line of its.contents()) if (line !== undefined) takeInto(found)(line as never);
    },
  };
}

/** Each part once, all of one sweep and of this engine. */
function refuseOthers(parts: readonly Part[]): void {
  const [first] = parts;
  const here = enginePrint();
  if (first.asked.engine !== here)
    throw badCommand(
      first.folder,
      `version ${first.asked.engine}`,
      `version ${here}, as this Onward is`,
      'Merge with the Onward that simulated the parts, or simulate them again with this one.',
    );
  const { of } = first.asked.shard;
  const byNumber = new Map<number, Part>();
  for (const part of parts) {
    const { number, of: itsOf } = part.asked.shard;
    const differs =
      differsFrom(first.asked, part.asked) ?? (itsOf === of ? undefined : `parts: ${of}, and ${itsOf} there`);
    if (differs !== undefined)
      throw badCommand(
        part.folder,
        `a part of another sweep than ${first.folder} (${differs})`,
        'the same',
        'Leave it out.',
      );
    const twice = byNumber.get(number);
    if (twice)
      throw badCommand(
        part.folder,
        `part ${number} of ${of}, as in ${twice.folder}`,
        'each part once',
        'Leave one out.',
      );
    byNumber.set(number, part);
  }
  const missing = Array.from({ length: of }, (_, at) => at + 1).filter((number) => !byNumber.has(number));
  if (missing.length > 0)
    throw badCommand(
      'DIR',
      `no part ${missing.slice(0, 20).join(', ')} of ${of}`,
      'all parts',
      'Name their folders as well.',
    );
}
