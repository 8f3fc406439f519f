// Palette: every colour and shape of the scene, and which need wears which. Chosen to be told apart by colour-blind eyes.
import { everyValueOf, type Model } from '../../engine/index.ts';

/** A mark keeps its shape and colour all the way, so that a need is readable without colour. */
export interface Look {
  readonly shape: 'square' | 'diamond' | 'disc' | 'peak' | 'arrow';
  readonly colour: string;
}

export const looks: readonly Look[] = [
  { shape: 'square', colour: '#28A197' },
  { shape: 'diamond', colour: '#A285D1' },
  { shape: 'disc', colour: '#12436D' },
  { shape: 'peak', colour: '#801650' },
  { shape: 'arrow', colour: '#3D3D3D' },
];

export const palette = {
  /** Pure white: on any grey three of the colours would fall under 3 : 1. */
  stage: '#FFFFFF',
  ink: '#212B32',
  /** Waiting and worse; for marks only, never for words. */
  waiting: '#F46A25',
  /** The one who is followed, and their way. */
  followed: '#005EB8',
  /** Edge of a free place. */
  free: '#8A979F',
} as const;

/**
 * The needs that have a look of their own, in the order of the document; any others share the last look. Who needs nothing but to
 * go home holds no place to be drawn in, so such needs come last.
 */
export function lookedAt(model: Model): { readonly own: readonly string[]; readonly hasOthers: boolean } {
  const goesOut = (id: string) =>
    everyValueOf(model.needs[id].goesTo)
      .flat()
      .every((to) => model.stations[to]?.kind === 'exit');
  const ids = Object.keys(model.needs);
  const ordered = [...ids.filter((id) => !goesOut(id)), ...ids.filter(goesOut)];
  const hasOthers = ordered.length > looks.length;
  return { own: ordered.slice(0, hasOthers ? looks.length - 1 : looks.length), hasOthers };
}

/** By need index of the network. */
export function looksByNeed(model: Model, needIds: readonly string[]): Look[] {
  const { own } = lookedAt(model);
  return needIds.map((id) => (own.includes(id) ? looks[own.indexOf(id)] : looks.at(-1)!));
}
