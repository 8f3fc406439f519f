// The canvas and the style sheet have the same colours, and every mark stands out from its ground in either theme.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dark, light, type Palette } from '../../ui/scene/paint/palette.ts';
import { root } from '../source-files.ts';

const sheet = readFileSync(join(root, 'ui/style/tokens.css'), 'utf8');

/** The two colours of a custom property. */
function inSheet(name: string): [light: string, dark: string] {
  const [, one, other] = new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(sheet)!;
  return [one!.toUpperCase(), other!.toUpperCase()];
}

const luminance = (colour: string): number => {
  const [r, g, b] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
};
const contrast = (one: string, other: string): number => {
  const [dim, bright] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright! + 0.05) / (dim! + 0.05);
};

describe.each([
  ['light', light, 0],
  ['dark', dark, 1],
] as const)('%s', (_name, palette: Palette, at) => {
  it('is the same on the canvas and in the sheet', () => {
    const colours = {
      stage: palette.stage,
      ink: palette.ink,
      worse: palette.waiting,
      better: palette.followed,
      free: palette.free,
    };
    for (const [name, colour] of Object.entries(colours)) expect([name, colour]).toEqual([name, inSheet(name)[at]]);
    for (const [n, { colour, css }] of palette.looks.entries()) {
      expect(css).toBe(`var(--need-${n + 1})`);
      expect(colour).toBe(inSheet(`need-${n + 1}`)[at]);
    }
  });

  it('has marks of at least 3 : 1, and words of 4.5 : 1', () => {
    const marks = [...palette.looks.map(({ colour }) => colour), palette.waiting, palette.followed];
    for (const colour of marks) expect([colour, contrast(colour, palette.stage) >= 3]).toEqual([colour, true]);
    for (const name of ['ink', 'soft', 'better'])
      for (const ground of ['stage', 'paper', 'stripe'])
        expect([name, ground, contrast(inSheet(name)[at], inSheet(ground)[at]) >= 4.5]).toEqual([name, ground, true]);
  });
});
