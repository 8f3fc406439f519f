// What a sweep came to, printed or written: the same bytes from one run, a run that went on, and parts put together.
import { type Design, sweptJson, sweptTable } from '../../engine/index.ts';
import { type Given, isOn, valueOf } from '../arguments.ts';
import { GOES_ON } from '../kept/folder.ts';
import { writeFiles } from '../output/files.ts';
import { heading } from '../output/run-table.ts';
import { sweptLines } from '../output/swept-table.ts';
import { manifestFile, type TableWriter } from '../output/tables.ts';
import type { FoundNumbers } from './found-numbers.ts';
import type { Asked } from './question.ts';

export function tellSwept(given: Given, asked: Asked, design: Design, found: FoundNumbers, written: TableWriter): void {
  const { manifest, keys, levers, numbers, model } = asked;
  const paths = levers.map(({ path }) => path);
  const folder = valueOf(given, 'out');
  if (isOn(given, 'json')) process.stdout.write(`${sweptJson(manifest, keys, paths, found.of(design))}\n`);
  else if (folder !== undefined)
    writeFiles(
      folder,
      {
        ...written({ sweep: sweptTable(manifest.options[0], keys, numbers, found.of(design)) }),
        ...manifestFile(manifest),
      },
      GOES_ON,
    );
  else process.stdout.write(`${heading(model, manifest)}\n\n${sweptLines(paths, keys, found.of(design))}\n`);
}
