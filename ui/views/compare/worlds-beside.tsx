// Each option beside today in plausible worlds: in how many fewer people wait, what decides it, and a mark a world.
import { useFollowed, useWorldsOf } from '../../parts/worlds/use-worlds.ts';
import { WorldsBehind, WorldsPicture } from '../../parts/worlds/worlds-picture.tsx';
import { WorldsSaid } from '../../parts/worlds/worlds-said.tsx';
import type { WorldsAsked } from '../../state/worlds.ts';
import type { SideBySide } from '../../study/side-by-side.ts';
import { sayColumn } from '../../words/compare.ts';

export function WorldsBeside({ state: { asked, status, spreads } }: { readonly state: SideBySide }) {
  const { model, columns, seed } = asked!;
  const [today, ...options] = columns.map(({ run }) => run);
  const worlds = options.map((run): WorldsAsked => ({ model, baseline: today, run, seed }));
  // After the numbers and how they are spread.
  const isAtRest = status === 'done' && spreads.length > 0 && spreads.every((spread) => spread !== undefined);
  useFollowed(isAtRest ? worlds : []);
  if (options.length === 0) return null;
  return (
    <section className="worlds-beside" aria-labelledby="worlds-beside">
      <h2 id="worlds-beside">If the numbers are otherwise</h2>
      {columns.slice(1).map((column, at) => (
        <section key={column.id} aria-label={sayColumn(column)} data-column={column.letter}>
          <h3>
            {column.letter} “{column.title}”
          </h3>
          <OfColumn asked={worlds[at]} />
        </section>
      ))}
    </section>
  );
}

function OfColumn({ asked }: { readonly asked: WorldsAsked }) {
  const worlds = useWorldsOf(asked)!;
  return (
    <>
      <WorldsSaid {...worlds} />
      <WorldsPicture {...worlds} />
      {worlds.told && (
        <details>
          <summary>What lies behind this</summary>
          <WorldsBehind {...worlds} />
        </details>
      )}
    </>
  );
}
