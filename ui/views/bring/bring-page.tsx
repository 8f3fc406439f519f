// Your data: a table of what happened, pasted, chosen or dropped, is read on this computer, fitted, drawn, and put into the model at one press.
import { useId, useState } from 'react';
import { useStore } from 'zustand';
import { useHeadingFocus } from '../../parts/heading-focus.ts';
import { openFile } from '../../parts/menus/open-file.tsx';
import { forgetTable, giveFiles, givePasted, takeAs } from '../../session/own-table.ts';
import { ownTable } from '../../state/own-table.ts';
import type { TableKind } from '../../worker/file-protocol.ts';
import { AnswersForm } from './answers-form.tsx';
import { ArrivalsPanel } from './arrivals-panel.tsx';
import { LogPanel } from './log-panel.tsx';
import { Questions } from './questions.tsx';
import { ChooseSeries } from './choose-series.tsx';
import { PlanPanel } from './plan-panel.tsx';
import { RoutesPanel } from './routes-panel.tsx';
import { RefusedSheet } from './refused-sheet.tsx';
import { StaysPanel } from './stays-panel.tsx';
import { WhatHappened } from './what-happened.tsx';
import './bring.css';

export function BringPage() {
  const heading = useHeadingFocus();
  const { files, refused, isReading, done, told } = useStore(ownTable);
  return (
    <div className="bring" data-status={isReading ? 'reading' : 'done'}>
      <h1 ref={heading} tabIndex={-1}>
        Your data
      </h1>
      <p className="lead bring-lead">
        How long people stayed, how many came, where they went, a weekly return, a plan by month, an event log, a
        workbook, a network of another tool. All of it is read on this computer and sent nowhere.
      </p>
      <Give />
      <div aria-live="polite">
        {refused.map((sentence) => (
          <p key={sentence} role="alert">
            {sentence}
          </p>
        ))}
        {isReading && (
          <p>
            {done === 1 ? 'Counting and fitting what is in' : 'Reading'} {files.map(({ name }) => name).join(' and ')}…{' '}
            <progress value={done === 1 ? undefined : done} aria-label="How much has been read" />{' '}
            <button type="button" onClick={forgetTable}>
              Stop
            </button>
          </p>
        )}
      </div>
      <RefusedSheet />
      {told && told.type !== 'document' && <Found />}
      <WhatHappened />
    </div>
  );
}

function Give() {
  const id = useId();
  const [text, setText] = useState('');
  const open = (files: readonly File[]) => {
    // A workbook of several sheets and a document are models; a single sheet is a table.
    const [file] = files;
    if (file && /\.(json|ods|xls)$/i.test(file.name)) void openFile(file);
    else if (file) void giveFiles(files);
  };
  return (
    <section className="bring-give" aria-label="Give a table">
      <p>
        <label htmlFor={`${id}-file`}>Choose files, or drop them on the page: CSV, or an Excel workbook (.xlsx)</label>{' '}
        <input
          id={`${id}-file`}
          type="file"
          multiple
          accept=".csv,.tsv,.txt,.xlsx,.xlsm,.xls,.ods,.json,text/csv,text/plain"
          onChange={({ target }) => {
            open([...(target.files ?? [])]);
            target.value = ''; // the same file may be chosen again once mended
          }}
        />
      </p>
      <details>
        <summary>Or paste rows, as copied from a spreadsheet</summary>
        <label htmlFor={`${id}-text`}>Rows, with their heads</label>
        <textarea
          id={`${id}-text`}
          rows={6}
          value={text}
          placeholder={'admitted\tleft\n2026-01-03\t2026-01-19\n2026-01-04\t'}
          onChange={({ target }) => setText(target.value)}
        />
        <button type="button" disabled={text.trim() === ''} onClick={() => void givePasted(text)}>
          Read these rows
        </button>
      </details>
    </section>
  );
}

const kinds: readonly (readonly [TableKind, string])[] = [
  ['stays', 'Lengths of stay'],
  ['arrivals', 'Arrivals'],
  ['routes', 'Where people went'],
  ['series', 'A return, beside the model'],
  ['plan', 'A plan by month'],
  ['events', 'Event log'],
];

function Found() {
  const { files, as, told } = useStore(ownTable);
  if (!told || told.type === 'document' || told.type === 'written' || told.type === 'looked') return null;
  if (told.type === 'beside-plan') return null;
  const problems = told.type === 'refused' ? [] : told.problems;
  const isRead = 'found' in told && told.found !== null;
  return (
    <section className="bring-found" aria-labelledby="bring-found" data-told={told.type} data-found={isRead}>
      <h2 id="bring-found">{files.map(({ name }) => name).join(' and ')}</h2>
      {as !== 'pathsimr' && (
        <fieldset className="bring-kinds">
          <legend>What it is</legend>
          {kinds.map(([kind, name]) => (
            <label key={kind}>
              <input type="radio" name="kind" checked={as === kind} onChange={() => takeAs(kind)} /> {name}
            </label>
          ))}
        </fieldset>
      )}
      {problems.length > 0 && <Questions problems={problems} />}
      {as !== 'pathsimr' && <AnswersForm isOpen={problems.length > 0} />}
      {isRead && 'understood' in told && <p className="bring-understood">Understood: {told.understood.join('; ')}.</p>}
      {told.type === 'stays' && told.found && <StaysPanel found={told.found} doubts={told.doubts} />}
      {told.type === 'series' && told.found && <ChooseSeries found={told.found} from={files[0].name} />}
      {told.type === 'arrivals' && told.found && <ArrivalsPanel found={told.found} doubts={told.doubts} />}
      {told.type === 'routes' && told.found && <RoutesPanel found={told.found} doubts={told.doubts} />}
      {told.type === 'plan' && told.found && <PlanPanel found={told.found} />}
      {told.type === 'events' && told.found && <LogPanel {...told} found={told.found} />}
    </section>
  );
}
