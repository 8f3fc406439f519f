// A number of the drawing: its value and unit, what is wrong with it, and under it the evidence to type.
import type { NumberFacts } from '../../../engine/index.ts';
import { valueInDocument } from '../../model/values.ts';
import { writeAt, writeNumber } from '../../model/draft/write.ts';
import { NumberBox } from '../../parts/sliders/number-box.tsx';
import { drawn } from '../../state/draft.ts';
import { sayNumber, unitOf } from '../../words/numbers/number-value.ts';
import { EvidenceForm } from './evidence-form.tsx';
import { Lacking } from './lacking.tsx';
import type { Drawing } from './use-drawing.ts';

interface NumberRowProps {
  readonly drawing: Drawing;
  readonly path: string;
  readonly label: string;
  readonly facts: NumberFacts;
  /** It may say that there is no limit. */
  readonly mayBeUnlimited?: boolean;
  readonly mayBeTakenAway?: boolean;
}

export function NumberRow({ drawing, path, label, facts, mayBeUnlimited, mayBeTakenAway }: NumberRowProps) {
  const { draft } = drawing;
  const value = valueInDocument(draft, path);
  const isWhole = ['places', 'people', 'starts'].includes(facts.unit);
  const control = {
    path,
    least: facts.title.startsWith('Growth') ? -0.5 : 0,
    most: 100_000,
    step: isWhole ? 1 : 0.0001,
  };
  const write = (next: number | 'unlimited' | undefined) =>
    drawn.edit(
      writeNumber(draft, path, next),
      next === undefined ? `Taken away: ${label}.` : `${label}: ${sayNumber(next, facts, path)}.`,
    );
  return (
    <div className="build-number" data-path={path}>
      <div className="build-value">
        <span>{label}</span>
        {value !== 'unlimited' && (
          <NumberBox label={label} control={control} facts={facts} value={value} onEnter={write} />
        )}
        <span className="unit">{value === 'unlimited' ? 'no limit' : unitOf(facts, path)}</span>
        {mayBeUnlimited && (
          <button
            type="button"
            className="quiet"
            aria-pressed={value === 'unlimited'}
            onClick={() =>
              value === 'unlimited'
                ? drawn.edit(writeAt(draft, path, undefined), `${label}: a number again.`)
                : write('unlimited')
            }
          >
            No limit<span className="hidden"> of {label}</span>
          </button>
        )}
        {mayBeTakenAway && (
          <button type="button" className="quiet" onClick={() => write(undefined)}>
            Take away<span className="hidden"> {label}</span>
          </button>
        )}
      </div>
      <Lacking drawing={drawing} path={path} />
      {value !== undefined && <EvidenceForm draft={draft} path={path} label={label} facts={facts} />}
    </div>
  );
}
