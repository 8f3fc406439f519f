// What has to be answered or mended before a table is used: the place, what was found, and each answer that is offered as a button.
import type { Problem } from '../../../engine/index.ts';
import { useStore } from 'zustand';
import { answer } from '../../session/own-table.ts';
import { ownTable } from '../../state/own-table.ts';
import { offersIn, sayAsked, sayOffer, type Offer } from '../../words/offers.ts';

export function Questions({ problems }: { readonly problems: readonly Problem[] }) {
  const as = useStore(ownTable, (s) => s.as);
  return (
    <div className="bring-questions" role="alert">
      <p>
        <b>{problems.length === 1 ? 'One thing has' : `${problems.length} things have`} to be settled first.</b>
      </p>
      <ul>
        {problems.map((problem) => (
          <li key={`${problem.path} ${problem.found}`}>
            {sayAsked(problem, as)}{' '}
            {offersIn(problem).map((offer) => (
              <button key={sayOffer(offer, as)} type="button" onClick={() => take(offer)}>
                {sayOffer(offer, as)}
              </button>
            ))}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What is left out adds up; every other answer takes the place of the last. */
function take({ option, value }: Offer): void {
  const { answers } = ownTable.getState();
  const before = option === 'leave-out' ? (answers[option] ?? '').split(',').filter((each) => each !== '') : [];
  answer(option, [...new Set([...before, value])].join(','));
}
