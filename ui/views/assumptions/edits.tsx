// What the user has changed, one line each with the value before, and the link that holds it all.
import { copyText } from '../../ground/copy-text.ts';
import { useState } from 'react';
import { useStore } from 'zustand';
import type { Model } from '../../../engine/index.ts';
import { linkNow } from '../../address/address-bar.ts';
import { hasEdits } from '../../model/asked.ts';
import { settings } from '../../state/settings.ts';
import { optionOf, valueUnderOption } from '../../model/values.ts';
import { sayDate } from '../../words/numbers/date.ts';
import { sayNumberName } from '../../words/numbers/number-name.ts';
import { sayNumber } from '../../words/numbers/number-value.ts';
import { putBack } from './change-number.tsx';
import type { AssumptionLine } from '../../shown/assumption-lines.ts';

interface Props {
  readonly model: Model;
  readonly lines: readonly AssumptionLine[];
}

export function Edits({ model, lines }: Props) {
  const present = useStore(settings, (s) => s.present);
  const canUndo = useStore(settings, (s) => s.past.length > 0);
  const canRedo = useStore(settings, (s) => s.future.length > 0);
  const [said, setSaid] = useState('');
  const { title } = optionOf(model, present.option);
  const factsOf = (path: string) => lines.find((line) => line.path === path)?.facts;
  const name = (path: string) => sayNumberName(model, path, factsOf(path)?.title);
  const say = (path: string, value: number | 'unlimited' | undefined) => {
    const facts = factsOf(path);
    return facts ? sayNumber(value, facts, path) : String(value ?? 'none');
  };
  return (
    <section aria-labelledby="edits" className="edits">
      <h2 id="edits">Changed by you</h2>
      {hasEdits(present) ? (
        <>
          <ul className="dots">
            {Object.entries(present.set).map(([path, value]) => (
              <li key={path} data-edit={path}>
                {name(path)}: <b>{say(path, value)}</b>, in “{title}”{' '}
                {say(path, valueUnderOption(model, present.option, path))}{' '}
                <button type="button" className="quiet" onClick={() => putBack(path)}>
                  Put back<span className="hidden"> {name(path)}</span>
                </button>
              </li>
            ))}
            {present.changes.map((change) => (
              <li key={`${change.path}@${change.atDay}`}>
                From {sayDate(model.calendar.startDate, change.atDay)}, {name(change.path)}:{' '}
                <b>{say(change.path, change.value)}</b>{' '}
                <button type="button" className="quiet" onClick={() => settings.forget(change)}>
                  Remove<span className="hidden"> the change to {name(change.path)}</span>
                </button>
              </li>
            ))}
          </ul>
          <p className="small">The link holds these changes: whoever opens it sees them here.</p>
        </>
      ) : (
        <p>Nothing: every number is as “{title}” has it. Open a line of the tables below to change a number.</p>
      )}
      <div className="actions">
        <button type="button" disabled={!canUndo} onClick={settings.undo}>
          Undo
        </button>
        <button type="button" disabled={!canRedo} onClick={settings.redo}>
          Redo
        </button>
        <button type="button" onClick={() => void copyLink().then(setSaid)}>
          Copy link
        </button>
        <output>{said}</output>
      </div>
    </section>
  );
}

const copyLink = (): Promise<string> => copyText(linkNow(), 'Link', () => 'the link is in the address bar.');
