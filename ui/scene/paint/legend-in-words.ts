// The legend as one line of text, for pictures that leave the page.
import type { Model } from '../../../engine/index.ts';
import { needInSentence } from '../../words/elsewhere.ts';
import { lookedAt, looks, type Look } from './palette.ts';

const signs: Readonly<Record<Look['shape'], string>> = { square: '■', diamond: '◆', disc: '●', peak: '▲', arrow: '▸' };

/** "■ needs Pathway 1 · ◆ needs Pathway 2". */
export function legendInWords(model: Model): string {
  const { own, hasOthers } = lookedAt(model);
  const said = own.map((id, at) => `${signs[looks[at].shape]} needs ${needInSentence(model.needs[id].label)}`);
  return [...said, ...(hasOthers ? [`${signs[looks.at(-1)!.shape]} other needs`] : [])].join(' · ');
}
