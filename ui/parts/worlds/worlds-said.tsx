// What the plausible worlds of one option come to, in a line: the finding, how far they have come, or why there is none.
import { summariseWorlds, whatDecides } from '../../../engine/index.ts';
import { WORLDS, worlds } from '../../state/worlds.ts';
import { NO_RANGES, ONLY_DECIDED, sayDecides, sayWorlds } from '../../words/worlds.ts';
import type { WorldsShown } from './use-worlds.ts';
import './worlds.css';

export function WorldsSaid({ asked, found }: WorldsShown) {
  const { status, drawn, judged, message } = found;
  if (drawn && drawn.numbers.length === 0)
    return (
      <p className="worlds-line" data-worlds="without">
        {drawn.decided.length > 0 ? ONLY_DECIDED : NO_RANGES}{' '}
        <a href="#/assumptions">Say in Assumptions how far a number may be off.</a>
      </p>
    );
  return (
    <p className="worlds-line" data-worlds={status} data-come={judged.length}>
      {status === 'done' || (status === 'stopped' && judged.length > 0) ? (
        <>
          <b>{sayWorlds(summariseWorlds(judged))}</b>{' '}
          {sayDecides(asked.model, whatDecides(drawn?.numbers ?? [], judged))}
        </>
      ) : (
        <>
          {status === 'refused' && `No plausible world can be simulated. ${message}`}
          {status === 'failed' && `The plausible worlds stopped. ${message}`}
          {['waiting', 'running'].includes(status) && (
            <span className="worlds-awaited">
              Trying other plausible numbers: {judged.length} of {WORLDS} worlds{' '}
              <progress max={WORLDS} value={judged.length} aria-label="Plausible worlds done" />
            </span>
          )}
        </>
      )}
      {['failed', 'stopped'].includes(status) && (
        <button type="button" onClick={() => worlds.goOn(asked)}>
          Go on
        </button>
      )}
    </p>
  );
}
