// The finding on an option's card: the headline's own words without the name, once it is known.
import { useStore } from 'zustand';
import type { Model, Option } from '../../../engine/index.ts';
import { subjectOf } from '../../model/values.ts';
import { settings } from '../../state/settings.ts';
import { conditionsOf } from '../../state/what-is-shown.ts';
import { findingOfOption, optionFindings } from '../../study/option-findings.ts';
import { sayChange, sayUnder, sentenceOf } from '../../words/headline.ts';
import { FEWEST_FOR_NO_DIFFERENCE } from '../../words/numbers/verdict.ts';

export function Found({ model, option }: { readonly model: Model; readonly option: Option }) {
  const present = useStore(settings, (s) => s.present);
  useStore(optionFindings);
  const found = findingOfOption(model, option, present);
  if (!found?.level) return null;
  const { difference, level, replications } = found;
  const isEnough = replications >= Math.min(present.replications, FEWEST_FOR_NO_DIFFERENCE);
  const finding = sayChange('', difference, subjectOf(model).where, isEnough, level);
  const said = sentenceOf({ ...finding, sentence: finding.sentence.replace(/^: /, '') });
  const under = sayUnder('', conditionsOf(model, present), true).trim();
  return (
    <p className="option-found" data-value={difference?.value ?? undefined}>
      {said.charAt(0).toUpperCase() + said.slice(1)}
      {under && ` ${under.charAt(1).toUpperCase()}${under.slice(2, -1)}.`}
    </p>
  );
}
