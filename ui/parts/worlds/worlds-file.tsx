// The worlds as a file, and the command that writes the same bytes in a terminal; what is edited has no name there.
import { useState } from 'react';
import { makeManifest, worldsJson } from '../../../engine/index.ts';
import { saveText } from '../../ground/save-file.ts';
import { nameInTerminal } from '../../model/shipped-models.ts';
import { subjectOf } from '../../model/values.ts';
import type { WorldsTold } from '../../shown/worlds-told.ts';
import { REPLICATIONS_OF_A_WORLD, WORLDS, type WorldsAsked } from '../../state/worlds.ts';

interface FileProps {
  readonly asked: WorldsAsked;
  readonly told: WorldsTold;
}

export function WorldsFile({ asked, told }: FileProps) {
  const [saved, setSaved] = useState('');
  const { option, conditions = [], set = {}, changes = [] } = asked.run;
  if (Object.keys(set).length + changes.length > 0) return null;
  const under = conditions.map((id) => ` --condition ${id}`).join('');
  const save = () => setSaved(saveText(worldsText(asked, told), `onward-${asked.model.id}-${option}-worlds.json`));
  return (
    <details className="small">
      <summary>The same worlds as a file or in a terminal</summary>
      <p>
        <button type="button" onClick={save}>
          Save the worlds as JSON
        </button>{' '}
        <output>{saved}</output>
      </p>
      <code>{`npx onward worlds ${nameInTerminal(asked.model.id)} --option ${option} --of ${rowOf(asked)}${under} --seed ${asked.seed} --json`}</code>
    </details>
  );
}

function rowOf({ model }: WorldsAsked): string {
  const { station, measure } = subjectOf(model);
  return `${station}.${measure}.mean`;
}

/** The same bytes as the command writes, its last line end included. */
function worldsText(asked: WorldsAsked, { drawn, readings, judged, summary, decides }: WorldsTold): string {
  const { model, baseline, run, seed } = asked;
  const { numbers, without, decided } = drawn;
  const manifest = makeManifest(model, {
    seed,
    replications: REPLICATIONS_OF_A_WORLD,
    options: [baseline.option, run.option],
    baseline: baseline.option,
    conditions: run.conditions ?? [],
    set: {},
    worlds: WORLDS,
    of: rowOf(asked),
  });
  const parts = { drawn: { numbers: numbers.length, without, decided }, summary };
  const paths = numbers.map(({ path }) => path);
  return `${worldsJson(manifest, parts, decides, readings, judged, paths)}\n`;
}
