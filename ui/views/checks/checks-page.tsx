// The Checks view: the tool proves itself, by simulating models with known answers while you watch.
import { useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { ViewProps } from '../../ground/lazy-view.tsx';
import { saveText } from '../../ground/save-file.ts';
import { route } from '../../address/route.ts';
import { sayChance, sayTally, toAnnounce, type Tally } from '../../words/checks.ts';
import { commandFor, readAsked } from './asked.ts';
import { checkRun, checksDocument, isAsked, rowsOf, type CheckRun } from './check-run.ts';
import { CheckTable } from './check-table.tsx';
import { StripLegend } from './interval-strip.tsx';
import { SecondEngine } from './second-engine.tsx';
import { twinRun } from './twin-run.ts';
import './checks.css';
import { sayCount } from '../../words/numbers/count.ts';

window.onward.checks = () => checksDocument(checkRun.getState(), twinRun.rowsFor(checkRun.getState().asked));

/** `section` is a group's id: it is simulated first and shown. */
export function ChecksPage({ section }: ViewProps) {
  const hash = useStore(route, (s) => s.hash);
  const run = useStore(checkRun);
  const { asked, ignored } = useMemo(() => readAsked(hash), [hash]);
  useEffect(() => checkRun.open(asked, section), [asked, section]);
  useEffect(() => () => (checkRun.leave(), twinRun.stop()), []);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (route.getState().hasMoved && section === undefined) heading.current?.focus();
  }, [section]);
  const isListed = run.groups.length > 0;
  useEffect(() => {
    if (section !== undefined && isListed) show(`[data-check^="${section}."]`);
  }, [section, isListed]);

  const groups = run.groups
    .map((group) => group.filter(({ id }) => isAsked(run.asked, id)))
    .filter((g) => g.length > 0);
  const rows = rowsOf(run);
  const found = new Map(rows.map((row) => [row.id, row]));
  const outside = rows.filter(({ verdict }) => verdict === 'outside');
  const tally: Tally = {
    status: run.status,
    asked: groups.flat().length,
    come: rows.length,
    outside: outside.length,
  };

  return (
    <div className="checks" data-checks={run.status}>
      <h1 ref={heading} tabIndex={-1}>
        The tool proves itself
      </h1>
      <p className="lead">
        Each figure below has an exact answer, known from theory or published. The answer is worked out here by its
        formula, the same model is simulated on this computer {sayCount(run.asked.replications)} times, and the answer
        must lie in the interval that the simulation gives.
      </p>
      <section className="tally" aria-label="Result">
        <p className="finding" data-outside={tally.outside > 0 || undefined}>
          {sayTally(tally)}
        </p>
        {outside.length > 0 && (
          <ul className="outside-list" aria-label="Figures outside">
            {outside.map(({ id, title, figure }) => (
              <li key={id}>
                <button type="button" onClick={() => show(`[data-check="${id}"]`)}>
                  {title}: {figure}
                </button>
              </li>
            ))}
          </ul>
        )}
        <p>{sayChance(tally)}</p>
        <output className="hidden">{toAnnounce(tally)}</output>
        {run.status === 'failed' && <p role="alert">The checks stopped: {run.message} The results so far are kept.</p>}
        {ignored.map((line) => (
          <p key={line}>{line}</p>
        ))}
        <div className="checks-actions">
          <progress max={Math.max(1, tally.asked)} value={tally.come} aria-label="Figures simulated" />
          <MainButton run={run} />
          <Save run={run} />
        </div>
        <p className="small">
          Seed {run.asked.seed}. The same rows in a terminal: <code>{commandFor(run.asked)}</code>
        </p>
      </section>
      <SecondEngine asked={run.asked} />
      {groups.length > 0 && <StripLegend />}
      {groups.length > 0 && <CheckTable groups={groups} found={found} level={run.level} />}
    </div>
  );
}

/** Goes to a row of the table. */
function show(selector: string): void {
  const row = document.querySelector<HTMLElement>(selector);
  row?.scrollIntoView({ block: 'center' });
  row?.focus({ preventScroll: true });
}

/** One button in one place, so that the focus stays on it whatever it says. */
function MainButton({ run: { status, asked } }: { readonly run: CheckRun }) {
  const again = () => {
    const { only, replications } = asked;
    const parts = [`s=${(asked.seed + 1) % 4_294_967_296}`, `n=${replications}`, ...(only ? [`only=${only}`] : [])];
    location.assign(`#/checks?${parts.join('&')}`);
  };
  const [words, press] =
    status === 'running' || status === 'waiting'
      ? (['Stop', checkRun.stop] as const)
      : status === 'done'
        ? (['Run again with another seed', again] as const)
        : (['Go on', checkRun.goOn] as const);
  return (
    <button type="button" className="main-button" onClick={press}>
      {words}
    </button>
  );
}

function Save({ run }: { readonly run: CheckRun }) {
  const [said, setSaid] = useState('');
  const save = () => setSaid(saveText(`${window.onward.checks()}\n`, `onward-checks-seed-${run.asked.seed}.json`));
  return (
    <>
      <button type="button" disabled={run.status !== 'done'} onClick={save}>
        Save as JSON
      </button>
      <output>{said}</output>
    </>
  );
}
