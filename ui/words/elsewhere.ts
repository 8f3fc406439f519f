// Who is in the wrong place, in words for beside the number in use: "9 of them need care at home".
import { sayCount } from './numbers/count.ts';

/** People in a place who need one other kind of care. */
export interface Elsewhere {
  readonly people: number;
  /** As `neededIn` has it. */
  readonly care: string;
}

/** What a need is of, for the middle of a sentence: of "Pathway 1: care at home" it is "care at home", of "Supportive care bed" "a supportive care bed". */
export function neededIn(label: string): string {
  const care = label.replace(/^[^:]+: /, '').replace(/^\p{Lu}(?=\p{Ll}|\s)/u, (letter) => letter.toLowerCase());
  const isOne = /\b(bed|ward)$/.test(care) && !/^(an?|any|either|the) /.test(care);
  return isOne ? `${/^[aeiou]/.test(care) ? 'an' : 'a'} ${care}` : care;
}

/** The same behind the name that the document gives the need: "Pathway 2: a supportive care bed". */
export const needInSentence = (label: string): string => (/^[^:]+: /.exec(label)?.[0] ?? '') + neededIn(label);

/** The longest first; the first of them says most. */
export function sayElsewhere(all: readonly Elsewhere[]): string[] {
  const people = all.reduce((sum, one) => sum + one.people, 0);
  const said = sayCount(people);
  const need = people === 1 ? 'needs' : 'need';
  const short = `${said} ${need} other care`;
  if (all.length === 1) {
    const care = people > 1 ? careOf(all[0]) : all[0].care;
    return [`${said} of them ${need} ${care}`, `${said} ${need} ${care}`, short];
  }
  const each = all.map((one) => `${sayCount(one.people)} ${careOf(one)}`).join(', ');
  return [`${said} of them ${need} other care (${each})`, `${said} of them ${need} other care`, short];
}

/** "8 supportive care beds", "5 community ward beds": a bed is counted, care is not. */
const careOf = ({ people, care }: Elsewhere): string =>
  care.replace(
    /^(?:an? )?(?!any |either |the )([^,]*?)\b(bed|ward)(?=$|,| to )/,
    (_, kind: string, noun: string) => `${kind}${noun === 'ward' ? 'ward bed' : 'bed'}${people > 1 ? 's' : ''}`,
  );
