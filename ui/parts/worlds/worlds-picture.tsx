// The strip of worlds with its key; and what lies behind the headline, in sentences and tables.
import { worlds } from '../../state/worlds.ts';
import type { WorldsShown } from './use-worlds.ts';
import { WorldsFile } from './worlds-file.tsx';
import { WorldsKey, WorldsStrip } from './worlds-strip.tsx';
import { DecidesTable, WorldsTable } from './worlds-table.tsx';
import './worlds.css';

export function WorldsPicture({ asked, found, told }: WorldsShown) {
  if (!told) return null;
  return (
    <>
      <WorldsStrip told={told} />
      <WorldsKey told={told} />
      {found.status === 'running' && (
        <p>
          <button type="button" onClick={() => worlds.stop(asked)}>
            Stop at {told.judged.length} worlds
          </button>
        </p>
      )}
    </>
  );
}

export function WorldsBehind({ asked, found, told }: WorldsShown) {
  if (!told) return null;
  return (
    <>
      <div className="worlds-more small">
        {told.more.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      <DecidesTable model={asked.model} told={told} />
      <WorldsTable model={asked.model} told={told} />
      {found.status === 'done' && <WorldsFile asked={asked} told={told} />}
    </>
  );
}
