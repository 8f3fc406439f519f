// Where a number is from: its status, source, range and who agreed to it, typed beside the number itself.
import { useState } from 'react';
import { coveringEvidence, typedNumber, type Evidence, type NumberFacts } from '../../../engine/index.ts';
import type { Draft } from '../../model/draft/draft.ts';
import { withEvidence } from '../../model/draft/write.ts';
import { drawn } from '../../state/draft.ts';
import { isShare, sayRange, unitOf } from '../../words/numbers/number-value.ts';

interface EvidenceFormProps {
  readonly draft: Draft;
  readonly path: string;
  readonly label: string;
  readonly facts: NumberFacts;
}

type Field = 'status' | 'source' | 'low' | 'high' | 'agreedBy';
const statuses: readonly Evidence['status'][] = ['measured', 'estimated', 'illustrative'];

export function EvidenceForm({ draft, path, label, facts }: EvidenceFormProps) {
  const [typed, setTyped] = useState<Partial<Record<Field, string>>>({});
  const [problem, setProblem] = useState('');
  const line = coveringEvidence(path, draft.evidence);
  const evidence = line === null ? undefined : draft.evidence![line];
  const own = line === path ? evidence : undefined;
  const times = isShare(facts) ? 100 : 1;
  const end = (value: number | undefined) =>
    value === undefined ? '' : String(Number((value * times).toPrecision(12)));
  const shown: Readonly<Record<Field, string>> = {
    status: evidence?.status ?? '',
    source: evidence?.source ?? '',
    low: end(own?.low),
    high: end(own?.high),
    agreedBy: evidence?.agreedBy ?? '',
  };
  const given = { ...shown, ...typed };
  const field = (name: Field, said: string, isNumber = false) => (
    <label>
      {said}{' '}
      <input
        type="text"
        autoComplete="off"
        inputMode={isNumber ? 'decimal' : 'text'}
        value={given[name]}
        onChange={(event) => setTyped({ ...typed, [name]: event.target.value })}
      />
    </label>
  );
  const keep = () => {
    const ends = (['low', 'high'] as const).map((name) => readEnd(given[name], times));
    if (ends.includes('odd')) return setProblem('Write the ends of the range in digits, such as 3 and 7.5.');
    if (given.status === '') return setProblem('Choose how well it is known.');
    if (given.source.trim() === '') return setProblem('Say who or what it is from.');
    const [low, high] = ends as readonly (number | undefined)[];
    const next: Evidence = {
      ...own,
      status: given.status as Evidence['status'],
      source: given.source.trim().slice(0, 1000),
      low,
      high,
      agreedBy: given.agreedBy.trim().slice(0, 200) || undefined,
    };
    setProblem('');
    setTyped({});
    // Only what is said is kept.
    const said = JSON.parse(JSON.stringify(next)) as Evidence;
    drawn.edit(withEvidence(draft, path, said), `Where “${label}” is from is kept.`);
  };
  const range = sayRange(own?.low, own?.high, facts, path);
  return (
    <details className="build-evidence">
      <summary>
        {evidence ? evidence.status : 'no source'}
        {range !== undefined && `, ${range}`}
        <span className="hidden">: where {label} is from</span>
      </summary>
      <form
        aria-label={`Where ${label} is from`}
        onSubmit={(event) => {
          event.preventDefault();
          keep();
        }}
      >
        <label>
          How well is it known?{' '}
          <select value={given.status} onChange={(event) => setTyped({ ...typed, status: event.target.value })}>
            {evidence === undefined && <option value="">choose</option>}
            {statuses.map((status) => (
              <option key={status}>{status}</option>
            ))}
          </select>
        </label>
        {field('source', 'Source')}
        <div className="build-range">
          {field('low', 'Could be from', true)}
          {field('high', 'to', true)} <span className="unit">{unitOf(facts, path)}</span>
        </div>
        {field('agreedBy', 'Agreed by')}
        <button type="submit">Keep</button>
        {problem !== '' && (
          <p className="problem" role="alert">
            {problem}
          </p>
        )}
      </form>
    </details>
  );
}

function readEnd(text: string, times: number): number | undefined | 'odd' {
  if (text.trim() === '') return undefined;
  const read = typedNumber(text.replace(/\s*%\s*$/, ''));
  return 'value' in read ? Number((read.value / times).toPrecision(12)) : 'odd';
}
