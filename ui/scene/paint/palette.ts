// Palette: every colour and shape of the scene, and which need has which. Chosen so that colour-blind people can tell them apart.
import { everyValueOf, type Model } from '../../../engine/index.ts';

/** A mark keeps its shape and colour all the way, so that a need is readable without colour. */
export interface Look {
  readonly shape: 'square' | 'diamond' | 'disc' | 'peak' | 'arrow';
  readonly colour: string;
  /** The same colour to the style sheet, which changes with the theme by itself. */
  readonly css: string;
}

export interface Palette {
  readonly looks: readonly Look[];
  readonly stage: string;
  readonly ink: string;
  /** Waiting and worse; for marks only, never for words. */
  readonly waiting: string;
  /** Amber by how long somebody has been ready and could not go; the corners say it without colour. */
  readonly late: Readonly<Record<'short' | 'long' | 'very long', string>>;
  /** Frame of a place somebody has, roofs, and heads of staff. */
  readonly frame: string;
  readonly pillow: string;
  /** A house where somebody is cared for. */
  readonly lit: string;
  /** Over the ground at night. */
  readonly night: string;
  /** The one who is followed, and their way. */
  readonly followed: string;
  /** Edge of a free place. */
  readonly free: string;
}

const shapes = ['square', 'diamond', 'disc', 'peak', 'arrow'] as const;
const looksIn = (colours: readonly string[]): Look[] =>
  shapes.map((shape, at) => ({ shape, colour: colours[at], css: `var(--need-${at + 1})` }));

/** On pure white: on any grey three of the colours would fall under 3 : 1. What goes on paper is in these. */
export const light: Palette = {
  looks: looksIn(['#28A197', '#A285D1', '#12436D', '#801650', '#3D3D3D']),
  stage: '#FFFFFF',
  ink: '#212B32',
  waiting: '#F46A25',
  late: { short: '#F46A25', long: '#C94C0A', 'very long': '#8F3202' },
  frame: '#4C6272',
  pillow: '#B4C1CB',
  lit: '#FFE39A',
  night: 'rgb(11 31 51 / 16%)',
  followed: '#005EB8',
  free: '#8A979F',
};

export const dark: Palette = {
  looks: looksIn(['#2DB5A9', '#C9B3EC', '#2F6FC4', '#F08FC0', '#FFFFFF']),
  stage: '#0B1F33',
  ink: '#F0F4F5',
  waiting: '#FF9F1C',
  late: { short: '#FF9F1C', long: '#E07B00', 'very long': '#B65C00' },
  frame: '#B4C4D4',
  pillow: '#5E7A96',
  lit: '#7A6420',
  night: 'rgb(0 0 0 / 45%)',
  followed: '#8CC8FF',
  free: '#7F93A8',
};

/** Where colours are the reader's own: for bars, which have no other. */
export const systemColours: Palette = {
  ...light,
  stage: 'Canvas',
  ink: 'CanvasText',
  waiting: 'Highlight',
  followed: 'Highlight',
  free: 'GrayText',
};

export const { looks } = light;

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
export function looksByNeed(model: Model, needIds: readonly string[], of: Palette): Look[] {
  const { own } = lookedAt(model);
  return needIds.map((id) => (own.includes(id) ? of.looks[own.indexOf(id)] : of.looks.at(-1)!));
}
