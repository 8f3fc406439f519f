// How wide the letters of the page's typeface are, in hundredths of their size and rounded up, so that layout needs no canvas.

type Weight = 'bold' | 'regular';

/** Digits are all as wide as the widest: they are set in columns. */
const widths: Readonly<Record<Weight, Readonly<Record<number, string>>>> = {
  regular: {
    21: "',.:;",
    24: 'l·’‘',
    27: 'j',
    30: ' !()i',
    33: '"[]ft',
    36: 'r',
    39: '-/',
    45: 'I_“”*vy',
    51: 'sxz–Jckç',
    54: '?Laeuéèàüä×',
    57: '<>EFTbdghnopö',
    60: '$SVYq£',
    66: '+=ABKPRXZ0123456789#Cw',
    72: 'DHNU&G…',
    78: 'O@Q',
    87: '—MW½m',
  },
  bold: {
    27: "',.:;j",
    30: '!’‘',
    36: ' il·[]',
    39: '()-frt',
    45: '"*/_',
    51: 'I–“”',
    54: 'Lcsvxyz×ç',
    57: 'FJaekuéèàüä',
    60: '<>Ebdghnopö',
    66: '$+=?PSTZq£0123456789BKRV',
    72: 'ACDHUY&GNX',
    78: 'wO@',
    81: '#Q…',
    90: 'M—½Wm',
  },
};
/** Of a letter that is not listed: as wide as any. */
const WIDEST = 99;

const byLetter = (weight: Weight): ReadonlyMap<string, number> =>
  new Map(Object.entries(widths[weight]).flatMap(([width, all]) => [...all].map((letter) => [letter, Number(width)])));
const of = { bold: byLetter('bold'), regular: byLetter('regular') };

export function textPx(text: string, fontPx: number, weight: Weight = 'bold'): number {
  let hundredths = 0;
  for (const letter of text) hundredths += of[weight].get(letter) ?? WIDEST;
  return (hundredths / 100) * fontPx;
}
