// The day shown, with a box for its date and steps of a day or a week: the play bar without a bar.
import { useId, useState } from 'react';
import { useStore } from 'zustand';
import { dateAt, dayNumber, typedNumber } from '../../../engine/index.ts';
import { dayInWords } from '../../words/numbers/day-in-words.ts';
import { useDay } from '../../state/counts.ts';
import { playhead, seek, step } from '../../state/playhead.ts';

export function DayBox({ startDate }: { readonly startDate: string }) {
  const id = useId();
  const day = useDay(Math.floor);
  const maxDay = useStore(playhead, (s) => s.maxDay);
  const [draft, setDraft] = useState<string>();
  const [problem, setProblem] = useState('');
  const date = (of: number) => dateAt(dayNumber(startDate) + of);
  const leave = () => {
    setDraft(undefined);
    setProblem('');
  };
  const enter = () => {
    if (draft === undefined) return;
    const asked = dayIn(draft, startDate);
    if (!(asked >= 0 && asked <= maxDay))
      return setProblem(`Type a date from ${date(0)} to ${date(maxDay)}, or a day from 0 to ${maxDay}.`);
    leave();
    seek(asked);
  };
  return (
    <div className="day-box">
      <label htmlFor={id}>Day looked at, as a date or a number</label>
      <input
        id={id}
        type="text"
        autoComplete="off"
        value={draft ?? date(day)}
        aria-invalid={problem !== ''}
        aria-describedby={problem === '' ? undefined : `${id}-problem`}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={enter}
        onKeyDown={(event) => {
          if (event.key === 'Enter') enter();
          if (event.key === 'Escape') leave();
        }}
      />
      {(
        [
          ['Week before', -7],
          ['Day before', -1],
          ['Day after', 1],
          ['Week after', 7],
        ] as const
      ).map(([words, days]) => (
        <button key={words} type="button" onClick={() => step(days)}>
          {words}
        </button>
      ))}
      <output>{dayInWords(startDate, day)}</output>
      {problem !== '' && (
        <span id={`${id}-problem`} className="problem" role="alert">
          {problem}
        </span>
      )}
    </div>
  );
}

/** `2020-01-14` or `225`; NaN for what is neither. */
export function dayIn(text: string, startDate: string): number {
  const trimmed = text.trim();
  const number = typedNumber(trimmed);
  return 'value' in number && /^[\d,]{1,7}$/.test(trimmed) ? number.value : dayNumber(trimmed) - dayNumber(startDate);
}
