// All plausible worlds of what is on the screen: a mark each, what decides, and the tables behind.
import { useWorldsShown, WORLDS_HEADING } from './use-worlds.ts';
import { WorldsBehind, WorldsPicture } from './worlds-picture.tsx';

export function WorldsPanel() {
  const shown = useWorldsShown();
  if (!shown?.told) return null;
  return (
    <section className="worlds-panel" aria-labelledby={WORLDS_HEADING}>
      <h2 id={WORLDS_HEADING} tabIndex={-1}>
        The plausible worlds
      </h2>
      <WorldsPicture {...shown} />
      <WorldsBehind {...shown} />
    </section>
  );
}
