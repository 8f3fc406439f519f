// The report's findings: sentences by the rules of every other view, with their ranges and their limit.
import { useStore } from 'zustand';
import type { Told } from '../../parts/beside/model-view.tsx';
import { useWorldsWorkedOut, type WorldsShown } from '../../parts/worlds/use-worlds.ts';
import { WorldsSaid } from '../../parts/worlds/worlds-said.tsx';
import { WorldsKey, WorldsStrip } from '../../parts/worlds/worlds-strip.tsx';
import { findingsOf } from '../../state/findings.ts';
import { results } from '../../state/results.ts';
import { toldOfShown, weeks } from '../../state/weeks.ts';
import { LIMIT, sentenceOf, type Finding } from '../../words/headline.ts';
import { sayUnsettled } from '../../words/weeks.ts';

export function Findings({ model, shown, what }: Told) {
  const state = useStore(results);
  const byWeek = toldOfShown(useStore(weeks));
  const worlds = useWorldsWorkedOut();
  const unsettled = byWeek && sayUnsettled(model, what, byWeek);
  const findings = findingsOf(model, state, { what, shown, byWeek, worlds: worlds?.told });
  return (
    <section aria-labelledby="report-findings">
      <h2 id="report-findings">What the model suggests</h2>
      <ul className="report-findings">
        {findings.map((finding) => (
          <li key={finding.sentence}>
            <Sentence of={finding} />
          </li>
        ))}
      </ul>
      {unsettled && <p>An average depends on how long the run is, and so does every number below.</p>}
      {worlds && <Worlds {...worlds} />}
      <p className="small">{LIMIT} See “What is assumed”.</p>
    </section>
  );
}

/** The strip with what lies behind it; while it comes, or where there is none, the line that says so. */
const Worlds = (worlds: WorldsShown) =>
  worlds.told && worlds.found.status !== 'running' ? (
    <>
      <WorldsStrip told={worlds.told} />
      <WorldsKey told={worlds.told} />
      <p className="small">{worlds.told.more.join(' ')}</p>
    </>
  ) : (
    <WorldsSaid {...worlds} />
  );

const Sentence = ({ of }: { readonly of: Finding }) => (
  <>
    <b>{of.sentence}</b>
    {sentenceOf(of).slice(of.sentence.length)}
  </>
);
