// A box to type a number in: nothing happens until Enter or leaving it, and a half-typed number breaks nothing.
import { useId, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Control, NumberFacts } from '../../../engine/index.ts';
import { isWhole, readNumber, type Value } from '../../model/values.ts';
import { sayUnit, showValue, timesFor } from '../../words/numbers/setting.ts';

interface Props {
  readonly label: string;
  readonly control: Control;
  readonly facts: NumberFacts | undefined;
  readonly value: Value | undefined;
  onEnter(value: number): void;
}

export function NumberBox({ label, control, facts, value, onEnter }: Props) {
  const id = useId();
  /** What is being typed; nothing when the box shows the value. */
  const [draft, setDraft] = useState<string>();
  const [problem, setProblem] = useState('');
  const times = timesFor(facts);
  const shown = showValue(value, control, facts);

  const leave = () => {
    setDraft(undefined);
    setProblem('');
  };
  const enter = () => {
    if (draft === undefined || draft.trim() === shown) return leave();
    // Typed as it is shown, so a share is checked as a percentage.
    const asShown = {
      ...control,
      least: control.least * times,
      most: control.most * times,
      step: control.step * times,
    };
    const read = readNumber(asShown, draft.replace(/\s*%\s*$/, ''));
    if ('problem' in read) return setProblem(read.problem);
    leave();
    onEnter(Number((read.value / times).toFixed(12)));
  };

  return (
    <span className="number-box">
      <input
        type="text"
        inputMode={isWhole(control) ? 'numeric' : 'decimal'}
        autoComplete="off"
        aria-label={`${label}${sayUnit(facts) ? `, ${sayUnit(facts)}` : ''}`}
        aria-invalid={problem !== ''}
        aria-describedby={problem === '' ? undefined : `${id}-problem`}
        data-at-rest={draft === undefined}
        value={draft ?? shown}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={enter}
        onKeyDown={(event) => {
          if (event.key === 'Enter') enter();
          // What it changes may take away, or bring, what Tab leads to: that is looked for afterwards.
          if (event.key === 'Tab') flushSync(enter);
          if (event.key === 'Escape') leave();
        }}
      />
      {problem !== '' && (
        <span id={`${id}-problem`} className="problem" role="alert">
          {problem}
        </span>
      )}
    </span>
  );
}
