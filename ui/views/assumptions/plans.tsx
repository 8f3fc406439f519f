// What the options and conditions change, with the source of each: these are decisions to compare, not beliefs about the world.
import { coveringEvidence, type Model } from '../../../engine/index.ts';
import { optionsOf, TODAY } from '../../model/values.ts';
import { numberWordsOf, type AssumptionLine } from '../../shown/assumption-lines.ts';
import { sayChanges, type NumberWords } from '../../words/option-changes.ts';

interface Plan {
  readonly id: string;
  readonly title: string;
  readonly about?: string;
  readonly lines: readonly string[];
  readonly sources: readonly string[];
}

interface PlansProps {
  readonly model: Model;
  readonly lines: readonly AssumptionLine[];
}

export function Plans({ model, lines: numbers }: PlansProps) {
  const words = numberWordsOf(numbers);
  const plans = [...optionsOf(model).filter(({ id }) => id !== TODAY), ...(model.conditions ?? [])].map((plan) =>
    planOf(model, plan, words),
  );
  if (plans.length === 0) return null;
  return (
    <section aria-labelledby="plans">
      <h2 id="plans">What the options and conditions change</h2>
      <p className="small">Choices to compare. Everything else in them is as in the tables above.</p>
      <ul className="plans">
        {plans.map(({ id, title, about, lines, sources }) => (
          <li key={id}>
            <h3>{title}</h3>
            {about && <p>{about}</p>}
            <ul className="dots">
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
            {sources.length > 0 && <p className="evidence-line">{sources.join('; ')}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}

type Given = { id: string; title: string; about?: string } & Pick<Parameters<typeof sayChanges>[1], 'set' | 'changes'>;

function planOf(model: Model, plan: Given, words: NumberWords): Plan {
  const { id, title, about, set = {}, changes = [] } = plan;
  const paths = [
    ...Object.keys(set),
    ...changes.flatMap((one) => [...Object.keys(one.set ?? {}), ...Object.keys(one.scale ?? {})]),
  ];
  const own = ['options', 'conditions'].map((family) => `${family}.${id}`);
  const sources = [...own, ...paths].flatMap((path) => {
    const at = coveringEvidence(path, model.evidence);
    const evidence = at === null ? undefined : model.evidence?.[at];
    return evidence ? [`${evidence.status}: ${evidence.source}`] : [];
  });
  return { id, title, about, lines: sayChanges(model, plan, words), sources: [...new Set(sources)] };
}
