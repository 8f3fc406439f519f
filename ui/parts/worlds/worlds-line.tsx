// The second line of the finding: in how many plausible worlds it holds, and what decides it most; the way to the picture.
import { WorldsSaid } from './worlds-said.tsx';
import { useWorldsWorkedOut, WORLDS_HEADING } from './use-worlds.ts';

export function WorldsLine() {
  const shown = useWorldsWorkedOut();
  return shown ? <WorldsSaid {...shown} see={goToPicture} /> : null;
}

function goToPicture(): void {
  const heading = document.getElementById(WORLDS_HEADING);
  heading?.scrollIntoView({ block: 'center' });
  heading?.focus({ preventScroll: true });
}
