// How a table is to be read, where it is not as the reader takes it: its columns, its unit, and what is left out.
import { useId } from 'react';
import { useStore } from 'zustand';
import type { RowChoice } from '../../../formats/rows-where.ts';
import { answer } from '../../session/own-table.ts';
import { ownTable } from '../../state/own-table.ts';
import { optionName, optionNames } from '../../words/offers.ts';

const columnsOf = {
  stays: ['column', 'from', 'to', 'still-there'],
  arrivals: ['from', 'count'],
  routes: ['from', 'to', 'count', 'date'],
  series: ['date', 'count'],
  plan: ['pathway', 'month', 'demand', 'capacity'],
  events: [],
  pathsimr: [],
} as const;
const units = ['days', 'minutes', 'hours', 'weeks'].map((unit) => [unit, unit] as const);
const unitsOfLog = [['', 'as the log says'] as const, ...units];
const oddIn = {
  stays: ['zeros', 'negatives', 'unreadable'],
  arrivals: ['unreadable'],
  routes: ['empty', 'same', 'unreadable'],
  series: ['gaps', 'zeros', 'unreadable'],
  plan: [],
  events: [],
  pathsimr: [],
} as const;
const spellings = [
  ['', 'are asked about'],
  ['alike', 'are one place'],
  ['as-written', 'are two places'],
] as const;
const amounts = [
  ['', 'as their heads say'],
  ['demand', 'expected demand'],
  ['capacity', 'capacity'],
] as const;
/** Each on one line, and what it looks like. */
const typed = [
  ['zeros-as', '0.5'],
  ['most', '365'],
  ['counted-on', 'YYYY-MM-DD'],
  ['present-on', 'YYYY-MM-DD'],
] as const;

export function AnswersForm({ isOpen }: { readonly isOpen: boolean }) {
  const { as, answers, columns, choices, told } = useStore(ownTable);
  const isStays = as === 'stays';
  const left = (answers['leave-out'] ?? '').split(',').filter((each) => each !== '');
  const taken = told && 'doubts' in told ? told : undefined;
  const isRead = taken !== undefined && taken.found !== null;
  const foundByItself = (option: string): string => {
    if (answers[option] !== undefined) return 'find it by its name';
    const head = taken?.columns[option];
    return head === undefined ? (isRead ? 'not needed' : 'not found') : `found by itself: ${head}`;
  };
  const canChooseRows = choices.length > 0 && (isStays || as === 'arrivals' || as === 'routes');
  return (
    <>
      {canChooseRows && <Rows choices={choices} />}
      <details className="bring-answers" open={isOpen || undefined}>
        <summary>How to read it</summary>
        {columnsOf[as].map((option) => (
          <Choice
            key={option}
            option={option}
            name={as === 'arrivals' && option === 'from' ? 'Date' : optionName(option, as)}
            offered={[
              ['', foundByItself(option)],
              ...columns.map((head) => [head, head] as const),
              ...(option === 'count' && as !== 'series' ? [['none', 'every row is a person'] as const] : []),
              ...(option === 'date' && as === 'routes' ? [['none', 'without dates'] as const] : []),
              ...(option === 'demand' || option === 'capacity' ? [['none', 'not in this plan'] as const] : []),
            ]}
          />
        ))}
        {(isStays || as === 'events') && (
          <Choice option="unit" name={optionNames.unit} offered={isStays ? units : unitsOfLog} />
        )}
        {isStays &&
          typed.map(([option, like]) => (
            <Typed key={option} option={option} like={like} value={answers[option] ?? ''} />
          ))}
        {as === 'routes' && <Choice option="spelling" name={optionNames.spelling} offered={spellings} />}
        {as === 'plan' && <Choice option="amounts" name={optionNames.amounts} offered={amounts} />}
        {oddIn[as].length > 0 && (
          <fieldset>
            <legend>{optionNames['leave-out']}</legend>
            {oddIn[as].map((each) => (
              <label key={each}>
                <input
                  type="checkbox"
                  checked={left.includes(each)}
                  onChange={({ target }) => {
                    const kept = left.filter((one) => one !== each);
                    const all = target.checked ? [...kept, each] : kept;
                    answer('leave-out', all.length === 0 ? undefined : all.join(','));
                  }}
                />{' '}
                {each}
              </label>
            ))}
          </fieldset>
        )}
      </details>
    </>
  );
}

/** Of a table with several services in it: which are read. */
function Rows({ choices }: { readonly choices: readonly RowChoice[] }) {
  const id = useId();
  const value = useStore(ownTable, ({ answers }) => answers.where ?? '');
  return (
    <p>
      <label htmlFor={id}>{optionNames.where}</label>{' '}
      <select id={id} value={value} onChange={({ target }) => answer('where', target.value || undefined)}>
        <option value="">everybody in the file</option>
        {choices.map(({ column, words }) => (
          <optgroup key={column} label={column}>
            {words.map((word) => (
              <option key={word} value={`${column}=${word}`}>
                {word}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </p>
  );
}

interface ChoiceProps {
  readonly option: string;
  readonly name: string;
  readonly offered: readonly (readonly [string, string])[];
}

function Choice({ option, name, offered }: ChoiceProps) {
  const id = useId();
  const value = useStore(ownTable, ({ answers }) => answers[option] ?? '');
  return (
    <p>
      <label htmlFor={id}>{name}</label>{' '}
      <select id={id} value={value} onChange={({ target }) => answer(option, target.value || undefined)}>
        {offered.map(([key, said]) => (
          <option key={key} value={key}>
            {said}
          </option>
        ))}
      </select>
    </p>
  );
}

/** Read when it is left or Enter is pressed; another answer from elsewhere shows at once. */
function Typed({ option, like, value }: { readonly option: string; readonly like: string; readonly value: string }) {
  const id = useId();
  const give = (text: string) => {
    if (text.trim() !== value) answer(option, text.trim() || undefined);
  };
  return (
    <p>
      <label htmlFor={id}>{optionNames[option]}</label>{' '}
      <input
        key={value}
        id={id}
        type="text"
        size={12}
        defaultValue={value}
        placeholder={like}
        onBlur={({ target }) => give(target.value)}
        onKeyDown={(event) => event.key === 'Enter' && give(event.currentTarget.value)}
      />
    </p>
  );
}
