// What the plausible worlds of one option come to, in a line: the finding, how far they have come, or why there is none.
import { WORLDS, worlds } from '../../state/worlds.ts';
import { LONG, NO_RANGES, ONLY_DECIDED } from '../../words/worlds.ts';
import type { WorldsShown } from './use-worlds.ts';
import './worlds.css';

/** `see`: the picture is elsewhere in the view. */
export function WorldsSaid({ asked, found, told, see }: WorldsShown & { readonly see?: () => void }) {
  const { status, drawn, judged, message } = found;
  if (drawn && drawn.numbers.length === 0)
    return (
      <p className="worlds-line" data-worlds="without">
        {drawn.decided.length > 0 ? ONLY_DECIDED : NO_RANGES}{' '}
        <a href="#/assumptions">Say in Assumptions how far a number may be off.</a>
      </p>
    );
  const isUnderWay = status === 'waiting' || status === 'running';
  return (
    <p className="worlds-line" data-worlds={status} data-come={judged.length}>
      {told && !isUnderWay && (
        <>
          <b>{told.finding.sentence}.</b> {told.finding.range}.{' '}
          {see && (
            <button type="button" className="worlds-see" onClick={see}>
              See the worlds
            </button>
          )}
        </>
      )}
      {isUnderWay && (
        <>
          Trying other plausible numbers: {judged.length} of {WORLDS} worlds{' '}
          <progress max={WORLDS} value={judged.length} aria-label="Plausible worlds done" />
        </>
      )}
      {status === 'refused' && `No plausible world can be simulated. ${message}`}
      {status === 'failed' && `The plausible worlds stopped. ${message} `}
      {status === 'long' && `${LONG} `}
      {['failed', 'stopped', 'long'].includes(status) && (
        <button type="button" onClick={() => worlds.goOn(asked)}>
          {status === 'long' ? 'Try them' : 'Go on'}
        </button>
      )}
    </p>
  );
}
