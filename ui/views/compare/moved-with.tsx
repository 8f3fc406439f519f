// Other numbers of the mix that the search may change beside the first: two more at most, ticked.
import type { Control, Model } from '../../../engine/index.ts';
import { MOST_TOGETHER, type Goal } from '../../model/goal.ts';
import type { Column } from '../../study/columns.ts';
import { valueIn } from '../../study/search-of.ts';

interface Props {
  readonly model: Model;
  readonly goal: Goal;
  readonly within: Column;
  readonly controls: readonly Control[];
  readonly change: (paths: readonly string[]) => void;
}

export function MovedWith({ model, goal: { paths }, within, controls, change }: Props) {
  const [first, ...others] = paths;
  const offered = controls.filter(({ path }) => path !== first && valueIn(model, within, path) !== undefined);
  if (offered.length === 0 || valueIn(model, within, first) === undefined) return null;
  const tick = (path: string, isOn: boolean) => change(isOn ? [...paths, path] : paths.filter((one) => one !== path));
  return (
    <details className="moved-with" open={others.length > 0 || undefined}>
      <summary>or a mix with others</summary>
      <fieldset>
        <legend className="hidden">Others that the mix may change</legend>
        {offered.map(({ path, label }) => (
          <label key={path}>
            <input
              type="checkbox"
              checked={others.includes(path)}
              disabled={!others.includes(path) && paths.length >= MOST_TOGETHER}
              onChange={(event) => tick(path, event.target.checked)}
            />{' '}
            {label ?? path}
          </label>
        ))}
      </fieldset>
    </details>
  );
}
