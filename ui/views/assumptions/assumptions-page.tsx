// The Assumptions view: every number of the document with its source and range, what matters most, and what is left out.
import { useEffect, useState, type ComponentType } from 'react';
import { useStore } from 'zustand';
import type { Model } from '../../../engine/index.ts';
import { useHeadingFocus } from '../../parts/heading-focus.ts';
import { LeftOut } from '../../parts/method-text/left-out.tsx';
import { OptionsMenu } from '../../parts/menus/options-menu.tsx';
import { saveText } from '../../ground/save-file.ts';
import { WarmUp } from '../../parts/headline/warm-up.tsx';
import { settings } from '../../state/settings.ts';
import { StatusBadge } from './assumption-table.tsx';
import { Edits } from './edits.tsx';
import { countOf, statuses, type AssumptionLine } from '../../shown/assumption-lines.ts';
import { MattersPanel } from './matters-panel.tsx';
import { NumbersPanel } from './numbers-panel.tsx';
import { Plans } from './plans.tsx';
import { useNumbers, type Numbers } from '../../study/use-numbers.ts';
import '../../parts/beside/beside.css';
import './assumptions.css';

export function AssumptionsPage() {
  const heading = useHeadingFocus();
  const model = useStore(settings, (s) => s.model);
  const { numbers, problem } = useNumbers();
  return (
    <div
      className="assumptions beside"
      data-numbers={numbers?.lines.length}
      data-status={problem === '' ? (numbers ? 'done' : 'reading') : 'failed'}
    >
      <div className="beside-head">
        <h1 ref={heading} tabIndex={-1}>
          What this model believes
        </h1>
        {model && <OptionsMenu model={model} />}
      </div>
      {problem !== '' && <p role="alert">The numbers could not be read: {problem}</p>}
      {numbers ? (
        <div className="beside-told">
          <Counts model={numbers.model} lines={numbers.lines} />
          <MattersPanel numbers={numbers} />
          <Edits model={numbers.model} lines={numbers.lines} />
          <NumbersPanel key={numbers.model.id} numbers={numbers} />
          <Together key={`${numbers.model.id} together`} numbers={numbers} />
          <Plans model={numbers.model} lines={numbers.lines} />
          <section aria-labelledby="left-out">
            <h2 id="left-out">What is left out</h2>
            <LeftOut />
          </section>
          <HowToRead numbers={numbers} />
        </div>
      ) : (
        problem === '' && <p>Reading the numbers…</p>
      )}
    </div>
  );
}

/** Fetched when the view is looked at, after it is there. */
function Together({ numbers }: { readonly numbers: Numbers }) {
  const [Panel, setPanel] = useState<ComponentType<{ readonly numbers: Numbers }>>();
  useEffect(() => {
    let isWanted = true;
    import('./together-panel.tsx').then(
      ({ TogetherPanel }) => isWanted && setPanel(() => TogetherPanel),
      () => {},
    );
    return () => void (isWanted = false);
  }, []);
  return Panel ? <Panel numbers={numbers} /> : null;
}

const meanings: Readonly<Record<string, string>> = {
  measured: 'counted or published for this place',
  estimated: 'from elsewhere, or by someone who knows',
  illustrative: 'made up so that there is something to see',
  'no source': 'nothing is said about it',
};

function Counts({ model, lines }: { readonly model: Model; readonly lines: readonly AssumptionLine[] }) {
  const counts = countOf(lines);
  return (
    <section aria-label="How much is known">
      <p>{model.about}</p>
      <ul className="status-counts">
        {statuses
          .filter((status) => counts[status] > 0)
          .map((status) => (
            <li key={status} data-count={counts[status]} data-of={status}>
              <b>{counts[status]}</b> <StatusBadge status={status} /> <span className="small">{meanings[status]}</span>
            </li>
          ))}
      </ul>
    </section>
  );
}

const HowToRead = ({ numbers }: { readonly numbers: Numbers }) => (
  <section aria-labelledby="how-to-read">
    <h2 id="how-to-read">How to read it</h2>
    <ul className="dots">
      <li>
        <a href="#/method">Method</a>: what the model does to each person, rule by rule, and how every number is
        counted.
      </li>
      <li>
        <a href="#/method/how-sure-a-number-is">How sure a number is</a>: ranges, verdicts, and how many simulated
        years.
      </li>
      <li>
        <a href="#/checks">Checks</a>: the tool simulates models with known answers while you watch.
      </li>
      <li>
        <a href="#/help">Help</a>: the words, and how to read the map.
      </li>
    </ul>
    <Stress numbers={numbers} />
    <WarmUp />
  </section>
);

/** Fetched when somebody wants it. */
function Stress({ numbers: { model, present, lines } }: { readonly numbers: Numbers }) {
  const [said, setSaid] = useState('');
  const save = async () => {
    const [{ stressDraft }, { default: methods }] = await Promise.all([
      import('../../export/papers/stress.ts'),
      import('../../words/methods.md?raw'),
    ]);
    const { replications, seed } = present;
    const draft = stressDraft({ model, lines, replications, seed, methods });
    setSaid(saveText(draft, `onward-${model.id}-stress-des.md`, 'text/markdown'));
  };
  return (
    <div className="actions">
      <button
        type="button"
        onClick={() => save().catch(() => setSaid('The page could not be loaded in full. Reload it.'))}
      >
        Save a draft report by the STRESS-DES checklist
      </button>
      <span className="small">
        For a journal or a reviewer: what this model says is filled in, and what only you know is left to write.
      </span>
      <output className="small">{said}</output>
    </div>
  );
}
