// The second line of the finding: in how many plausible worlds it holds, and what decides it most.
import { WorldsSaid } from './worlds-said.tsx';
import { useWorldsWorkedOut } from './use-worlds.ts';

export function WorldsLine() {
  const shown = useWorldsWorkedOut();
  return shown ? <WorldsSaid asked={shown.asked} found={shown.found} /> : null;
}
