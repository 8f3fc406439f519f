// One map for a hall, or two of one drawing: what the option changes keeps its row in both.
import { optionOf, subjectOf } from '../../model/values.ts';
import type { Picture } from '../../state/display.ts';
import type { WatchedRun } from '../../state/watched.ts';
import { layoutOf, layoutStage, mapForBoth, type StageLayout } from './stage-layout.ts';

/** Between the two. */
export const STAGE_GAP_PX = 24;

interface Room {
  readonly width: number;
  readonly height: number;
  readonly fontPx: number;
  readonly spotlight?: string | undefined;
  readonly picture: Picture;
}

export function layoutsFor(
  runs: readonly WatchedRun[],
  { width, height, fontPx, spotlight, picture }: Room,
): readonly StageLayout[] {
  const [one, other] = runs;
  const about = aboutOf(other ?? one!);
  if (!other) return [layoutStage(one!.map, width, height, fontPx, spotlight, about, picture)];
  const half = Math.floor((width - STAGE_GAP_PX) / 2);
  const both = mapForBoth(one!.map, other.map);
  const shared = both && layoutStage(both, half, height, fontPx, spotlight, about, picture);
  return runs.map(({ map }) =>
    shared ? layoutOf(shared, map) : layoutStage(map, half, height, fontPx, spotlight, about, picture),
  );
}

/** What the large number is of, and whatever the option changes. */
function aboutOf({ model, request }: WatchedRun): readonly string[] {
  const { set = {}, changes = [] } = optionOf(model, request.option);
  const paths = [set, request.set ?? {}, ...changes.flatMap((change) => [change.set ?? {}, change.scale ?? {}])];
  const moved = request.changes?.map(({ path }) => path) ?? [];
  const services = [...paths.flatMap(Object.keys), ...moved].map((path) => /^stations\.([^.]+)/.exec(path)?.[1] ?? '');
  return [...new Set([subjectOf(model).station, ...services])];
}
