// The picture of what is unknown: how many of the figures were measured, and what the range does not cover.
import type { Model } from '../../../engine/index.ts';
import { LIMIT } from '../../words/headline.ts';
import { evidenceOf } from '../../words/story.ts';

export function Unknowns({ model }: { readonly model: Model }) {
  return (
    <div className="stage-unknowns">
      <ul>
        {evidenceOf(model).map(({ status, figures }) => (
          <li key={status} data-evidence={status}>
            <b>{figures}</b> <span>{meaning[status as keyof typeof meaning][figures === 1 ? 0 : 1]}</span>
          </li>
        ))}
      </ul>
      <p>{LIMIT}</p>
    </div>
  );
}

const meaning = {
  measured: ['figure was measured', 'figures were measured'],
  estimated: ['figure was estimated', 'figures were estimated'],
  illustrative: [
    'figure is illustrative, until somebody gives a better one',
    'figures are illustrative, until somebody gives better ones',
  ],
} as const;
