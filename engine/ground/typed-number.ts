// A number as people type it in Britain: a point before decimals, commas between thousands. Otherwise, what to type instead.

/** A decimal number as programs write it, and the same with commas between its thousands. Nothing that begins with 0 has commas. */
const PLAIN = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d{1,3})?$/i;
const WITH_THOUSANDS = /^[-+]?[1-9]\d{0,2}(,\d{3})+(\.\d*)?$/;

/** The number, or a hint of what to write. What a hint offers is read here as the number it means. */
export type TypedNumber = { readonly value: number } | { readonly hint: string };

/** `isWhole`: only whole numbers can be used, so no hint offers another. That the number is whole is for the caller to ask. */
export function typedNumber(text: string, isWhole = false): TypedNumber {
  const given = text.trim().replace(/^\u2212/, '-');
  const plain = WITH_THOUSANDS.test(given) ? given.replaceAll(',', '') : given;
  if (PLAIN.test(plain) && Number.isFinite(Number(plain))) return { value: Number(plain) + 0 }; // never minus zero
  return { hint: hintFor(given, isWhole) };
}

function hintFor(given: string, isWhole: boolean): string {
  const usual = isWhole
    ? 'Write a whole number in digits, such as 3.'
    : 'Write digits, with a point before any decimals, such as 3.5.';
  if (PLAIN.test(given)) return 'Write a smaller number.';
  const percent = /^(.*\d)\s*%$/.exec(given);
  if (percent) {
    const share = typedNumber(percent[1]);
    if (isWhole) return usual;
    return 'value' in share
      ? `Write a share as a fraction of one: ${Number((share.value / 100).toPrecision(12))}.`
      : share.hint;
  }
  // Blanks, a pound sign and marks between thousands, as other programs and countries write them.
  const bare = given.replace(/[\s£_'’]/g, '');
  if (bare !== given) {
    const number = typedNumber(bare, isWhole);
    return 'value' in number ? `Write ${number.value} (digits only).` : number.hint;
  }
  const offer = (number: string, why = '') =>
    isWhole && !Number.isInteger(Number(number))
      ? `Write a whole number, such as ${Math.round(Number(number))}.`
      : `Write ${number}${why}.`;
  const continental = /^([-+]?\d{1,3}(?:\.\d{3})+)(?:,(\d+))?$/.exec(given);
  if (continental) {
    const whole = continental[1].replaceAll('.', '');
    return continental[2] === undefined ? offer(whole, ' (no points)') : offer(`${whole}.${continental[2]}`);
  }
  const [, sign = '', whole = '', rest = ''] = /^([-+]?)(\d*),(\d+)$/.exec(given) ?? [];
  // Two decimals or fewer, or nothing before them, can only be decimals; else it may be either.
  if (rest !== '' && (rest.length < 3 || /^0*$/.test(whole))) {
    const number = `${sign}${whole || '0'}.${rest}`;
    return isWhole ? offer(number) : `Use a point: ${number}.`;
  }
  if (rest !== '' && !isWhole)
    return `Write ${sign}${whole}${rest} (no comma), or ${sign}${whole}.${rest} if the comma marks the decimals.`;
  if (/^[-+]?\d+(,\d+)+(\.\d*)?$/.test(given)) return offer(given.replaceAll(',', ''), ' (no comma)');
  return usual;
}
