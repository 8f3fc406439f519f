// What a presenter chooses during a talk: year, conditions, picture, option, highlight, speed, and what if. The same in the private window and where there is none.
import { useId } from 'react';
import { group } from 'd3';
import type { Choice, Chooser, Choices } from './choices.ts';
import { saySpeed } from '../../../words/numbers/speed.ts';
import { WhatIf } from './what-if.tsx';
import './choosing.css';

type Props = { readonly choices: Choices } & Pick<Chooser, 'choose'>;

export function Choosing({ choices, choose }: Props) {
  const id = useId();
  const { pictures, picture, years, noYears, conditions, levers, isEdited } = choices;
  return (
    <div className="choosing">
      <fieldset>
        <legend>Which simulated year</legend>
        <div className="choosing-row">
          {years.map((year) => (
            <button
              key={year.id}
              type="button"
              disabled={noYears !== ''}
              aria-pressed={year.isOn}
              onClick={() => choose({ year: year.id })}
            >
              {year.title}
            </button>
          ))}
        </div>
        {noYears !== '' && <p>{noYears}</p>}
      </fieldset>
      {conditions.length > 0 && (
        <fieldset>
          <legend>Conditions</legend>
          {conditions.map((one) => (
            <label key={one.id} title={one.about || undefined}>
              <input
                type="checkbox"
                checked={one.isOn}
                onChange={(event) => choose({ condition: one.id, isOn: event.target.checked })}
              />
              {one.title}
            </label>
          ))}
        </fieldset>
      )}
      <fieldset>
        <legend>Picture</legend>
        {pictures.map((one) => (
          <label key={one.id}>
            <input
              type="radio"
              name={`${id}-picture`}
              checked={picture === one.id}
              onChange={() => choose({ picture: one.id })}
            />
            {one.title}
          </label>
        ))}
      </fieldset>
      <div className="choosing-row">
        <List
          label="Option"
          of={choices.options}
          chosen={choices.option}
          choice={(option) => ({ option })}
          choose={choose}
        />
        <List
          label="Highlight"
          of={choices.services}
          chosen={choices.spotlight}
          choice={(spotlight) => ({ spotlight })}
          choose={choose}
        />
        <List
          label="Speed"
          of={choices.speeds.map((days) => ({ id: String(days), title: saySpeed(days) }))}
          chosen={String(choices.daysPerSecond)}
          choice={(days) => ({ daysPerSecond: Number(days) })}
          choose={choose}
        />
      </div>
      {levers.length > 0 && (
        <details className="choosing-levers" open={isEdited || undefined}>
          <summary>What if…</summary>
          {[...group(levers, (lever) => lever.group)].map(([title, some]) => (
            <fieldset key={title}>
              {title !== '' && <legend>{title}</legend>}
              {some.map((lever) => (
                <WhatIf key={lever.path} lever={lever} choose={choose} />
              ))}
            </fieldset>
          ))}
          <button type="button" disabled={!isEdited} onClick={() => choose({ moved: 'back' })}>
            Put back what was moved
          </button>
        </details>
      )}
    </div>
  );
}

interface ListProps extends Pick<Chooser, 'choose'> {
  readonly label: string;
  readonly of: Choices['options'];
  readonly chosen: string;
  readonly choice: (id: string) => Choice;
}

function List({ label, of, chosen, choice, choose }: ListProps) {
  const id = useId();
  return (
    <p>
      <label htmlFor={id}>{label}</label>{' '}
      <select id={id} value={chosen} onChange={(event) => choose(choice(event.target.value))}>
        {of.map((one) => (
          <option key={one.id} value={one.id}>
            {one.title}
          </option>
        ))}
      </select>
    </p>
  );
}
