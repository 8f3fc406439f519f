// A label in the middle of a sentence: a general name with its "the", what has no article without, and a name of its own as it is.
import { expect, it } from 'vitest';
import { inSentence } from '../../ui/model/values.ts';

it.each([
  ['Acute hospital', 'the acute hospital'],
  ['Supportive care beds', 'the supportive care beds'],
  ['Ward', 'the ward'],
  ['Care at home', 'care at home'],
  ['Home with support', 'home with support'],
  ['Stroke rehabilitation', 'stroke rehabilitation'],
  ['Loughborough Hospital', 'Loughborough Hospital'],
  ['Acute stroke unit', 'the acute stroke unit'],
  ['Hospital at Home', 'Hospital at Home'],
  ['Ward A', 'Ward A'],
  ['North Somerset: home', 'care at home in North Somerset'],
  ['Bristol: rehabilitation beds', 'the rehabilitation beds in Bristol'],
  ['Bristol: team', 'the team in Bristol'],
])('%s: %s', (label, said) => expect(inSentence(label)).toBe(said));
