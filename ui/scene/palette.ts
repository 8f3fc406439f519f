// Palette: every colour and shape of the scene, and which need wears which. Chosen to be told apart by colour-blind eyes.
import type { Model } from '../../engine/index.ts';

/** A mark keeps its shape and colour all the way, so that a need is readable without colour. */
export interface Look {
  readonly shape: 'square' | 'diamond' | 'disc' | 'arrow';
  readonly colour: string;
}

export const looks: readonly Look[] = [
  { shape: 'square', colour: '#28A197' },
  { shape: 'diamond', colour: '#A285D1' },
  { shape: 'disc', colour: '#12436D' },
  { shape: 'arrow', colour: '#3D3D3D' },
];

export const palette = {
  /** Pure white: on any grey three of the colours would fall under 3 : 1. */
  stage: '#FFFFFF',
  ink: '#212B32',
  /** Waiting and worse; for marks only, never for words. */
  waiting: '#F46A25',
  /** Edge of a free place. */
  free: '#8A979F',
} as const;

/** By need index of the network: the first three needs of the document have looks of their own, the others share one. */
export function looksByNeed(model: Model, needIds: readonly string[]): Look[] {
  const inDocument = Object.keys(model.needs);
  return needIds.map((id) => looks[Math.min(Math.max(0, inDocument.indexOf(id)), looks.length - 1)]);
}
