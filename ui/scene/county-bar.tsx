// The bar above the map of a county: diagram or map, which part of it, and the key.
import type { WatchedRun } from '../state/watched.ts';
import { DrawingChoice } from './drawing-choice.tsx';
import type { SceneLayout } from './layout/scene-layout.ts';
import { Legend } from './legend.tsx';
import { Localities } from './locality-buttons.tsx';

export interface CountyBarProps {
  readonly run: WatchedRun;
  readonly layout: SceneLayout | null;
}

export function CountyBar({ run: { model, map }, layout }: CountyBarProps) {
  return (
    <div className="scene-bar">
      <DrawingChoice model={model} />
      <Localities map={map} />
      <details className="scene-key">
        <summary>Key</summary>
        <Legend model={model} layout={layout} />
      </details>
    </div>
  );
}
