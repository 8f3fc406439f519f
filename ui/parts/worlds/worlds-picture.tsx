// The strip of worlds with its key, what is behind the headline in sentences, and the tables.
import { summariseWorlds, whatDecides } from '../../../engine/index.ts';
import { worlds } from '../../state/worlds.ts';
import { happensIn, happensWords, sayMoreOfWorlds } from '../../words/worlds.ts';
import type { WorldsShown } from './use-worlds.ts';
import { WorldsFile } from './worlds-file.tsx';
import { WorldMark, WorldsStrip } from './worlds-strip.tsx';
import { DecidesTable, WorldsTable } from './worlds-table.tsx';
import './worlds.css';

export function WorldsPicture({ asked, found }: WorldsShown) {
  const { status, drawn, judged } = found;
  if (!drawn || judged.length === 0) return null;
  const summary = summariseWorlds(judged);
  const decides = whatDecides(drawn.numbers, judged);
  const counts = (['fewer', 'more', 'the same', 'does not settle', 'nobody'] as const)
    .map((what) => ({ what, count: judged.filter((world) => happensIn(world) === what).length }))
    .filter(({ count }) => count > 0);
  return (
    <>
      <WorldsStrip judged={judged} />
      <ul className="worlds-key">
        {counts.map(({ what, count }) => (
          <li key={what}>
            <WorldMark what={what} /> {count}: {happensWords[what]}
          </li>
        ))}
      </ul>
      {status === 'running' && (
        <p>
          <button type="button" onClick={() => worlds.stop(asked)}>
            Stop at {judged.length} worlds
          </button>
        </p>
      )}
      {sayMoreOfWorlds(summary, { numbers: drawn.numbers.length, without: drawn.without }).map((sentence) => (
        <p key={sentence} className="small">
          {sentence}
        </p>
      ))}
      <DecidesTable model={asked.model} decides={decides} drawn={drawn} />
      <WorldsTable model={asked.model} judged={judged} decides={decides} drawn={drawn} />
      <WorldsFile asked={asked} found={found} />
    </>
  );
}
