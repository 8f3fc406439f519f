// How far a number may be off: its range is entered where the number is explained, with who or what says so.
import { useState } from 'react';
import { typedNumber, type Model } from '../../../engine/index.ts';
import { entryOf } from '../../model/values.ts';
import { withEvidence } from '../../model/draft/write.ts';
import { revise } from '../../session/revise.ts';
import type { AssumptionLine } from '../../shown/assumption-lines.ts';
import { sayNumberName } from '../../words/numbers/number-name.ts';
import { isShare, unitOf } from '../../words/numbers/number-value.ts';

interface Props {
  readonly model: Model;
  readonly line: AssumptionLine;
}

export function RangeForm({ model, line }: Props) {
  const { path, facts, evidence, document: value } = line;
  const [problem, setProblem] = useState('');
  if (typeof value !== 'number' || !entryOf(model, path)) return null;
  const times = isShare(facts) ? 100 : 1;
  const own = model.evidence?.[path];
  const name = sayNumberName(model, path, facts.title);
  const shown = (end: number | undefined) => (end === undefined ? '' : String(Number((end * times).toPrecision(12))));

  const keep = async (form: FormData) => {
    const [low, high] = ['low', 'high'].map((end) => {
      const read = typedNumber(String(form.get(end)).replace(/\s*%\s*$/, ''));
      return 'value' in read ? Number((read.value / times).toPrecision(12)) : undefined;
    });
    const source = String(form.get('source')).trim();
    if (low === undefined || high === undefined) return setProblem('Write two numbers in digits, such as 3 and 7.5.');
    if (low >= high) return setProblem('Write the smaller number first.');
    if (low > value || high < value) return setProblem(`It is ${line.saidInDocument}, so the range must hold that.`);
    if (source === '') return setProblem('Say who or what the range is from.');
    const { status = 'estimated' } = evidence ?? {};
    const next = withEvidence(model, path, { ...evidence, status, source, low, high });
    setProblem(await revise(next, `The range of “${name}” is kept.`));
  };
  const takeAway = async () => {
    const { low: _, high: __, ...rest } = own!;
    setProblem(await revise(withEvidence(model, path, rest), `“${name}” has no range any more.`));
  };
  return (
    <form
      className="change-number"
      aria-label={`How far ${name} may be off`}
      onSubmit={(event) => {
        event.preventDefault();
        void keep(new FormData(event.currentTarget));
      }}
    >
      <label>
        It could be from{' '}
        <input type="text" name="low" inputMode="decimal" autoComplete="off" defaultValue={shown(own?.low)} />
      </label>
      <label>
        to <input type="text" name="high" inputMode="decimal" autoComplete="off" defaultValue={shown(own?.high)} />
      </label>
      <span>{unitOf(facts, path)}</span>
      <label>
        Who or what says so? <input type="text" name="source" autoComplete="off" defaultValue={evidence?.source} />
      </label>
      <button type="submit">Keep this range</button>
      {line.range !== undefined && (
        <button type="button" onClick={() => void takeAway()}>
          Take the range away
        </button>
      )}
      {problem !== '' && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
    </form>
  );
}
