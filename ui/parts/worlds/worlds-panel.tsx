// All plausible worlds of what is on the screen: a mark each, what decides, and the tables behind.
import { useWorldsShown } from './use-worlds.ts';
import { WorldsPicture } from './worlds-picture.tsx';

export function WorldsPanel() {
  const shown = useWorldsShown();
  if (!shown || shown.found.judged.length === 0) return null;
  return (
    <section className="worlds-panel" aria-labelledby="worlds-heading">
      <h2 id="worlds-heading">The plausible worlds</h2>
      <WorldsPicture {...shown} />
    </section>
  );
}
