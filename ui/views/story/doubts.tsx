// The panels of doubt, and the way on: how sure this is, what is not known, and trying it oneself.
import { writeLink } from '../../address/link.ts';
import { optionsOf, TODAY } from '../../model/values.ts';
import { useNumbers } from '../../study/use-numbers.ts';
import { countOf, type AssumptionLine } from '../../shown/assumption-lines.ts';
import { ABOUT_THE_FUTURE, ABOUT_YOU, sayDoubt, sayInputs, sayLuck } from '../../words/plain/sure.ts';
import { Panel, WAIT } from './panel.tsx';
import { Measured } from './pictures.tsx';
import type { Story } from './use-story.ts';

interface PartProps {
  readonly story: Story;
}

export function Sure({ story: { model, state, isDone }, range }: PartProps & { readonly range: string }) {
  const { numbers } = useNumbers();
  const counted = numbers && { all: numbers.lines.length, measured: countOf(numbers.lines).measured };
  const lines = [
    ...(isDone ? sayLuck(state.replications, model.calendar.runDays, range) : [WAIT]),
    ...(counted ? sayInputs(counted) : []),
  ];
  return <Panel id="sure" title="How sure are we?" lines={lines} picture={counted && <Measured {...counted} />} />;
}

const MOST_DOUBTS = 3;

export function NotKnown({ story: { model } }: PartProps) {
  const { numbers } = useNumbers();
  const doubts = numbers ? widest(numbers.lines) : [];
  return (
    <Panel id="unknown" title="What nobody knows" lines={[ABOUT_YOU, ABOUT_THE_FUTURE]}>
      {doubts.length > 0 && (
        <>
          <p>Nobody has counted these. A different number could change the answer:</p>
          <ul className="story-doubts">
            {doubts.map((line) => (
              <li key={line.path}>
                {sayDoubt({ name: `${line.part}, ${line.what}`, used: line.said, range: line.range! })}
              </li>
            ))}
          </ul>
        </>
      )}
      <details className="story-about">
        <summary>In the words of those who made this model</summary>
        <p>{model.about}</p>
        {(model.story ?? []).map(({ title, say }) => (
          <p key={title}>
            <b>{title}.</b> {say}
          </p>
        ))}
      </details>
    </Panel>
  );
}

/** Those with a range of their own that nobody has measured, the widest first. */
function widest(lines: readonly AssumptionLine[]): AssumptionLine[] {
  const width = ({ evidence, document }: AssumptionLine) =>
    (evidence!.high! - evidence!.low!) / Math.max(1e-9, typeof document === 'number' ? document : 1);
  return lines
    .filter(
      ({ range, status, evidence }) =>
        range !== undefined && status !== 'measured' && evidence?.low !== undefined && evidence.high !== undefined,
    )
    .toSorted((a, b) => width(b) - width(a))
    .slice(0, MOST_DOUBTS);
}

export function TryIt({ story: { model, option, state } }: PartProps) {
  const { asked } = state;
  if (!asked && !option) return null;
  const others = optionsOf(model).filter(({ id }) => id !== TODAY && id !== option?.settings.option);
  const to = (view: 'explore' | 'story', id: string | undefined) => {
    if (!option) return `#/${view}`;
    const { settings } = option;
    const chosen = id === undefined ? settings : { ...settings, option: id, set: {}, changes: [], moves: [] };
    const address = writeLink(model.id, chosen, 0);
    return view === 'explore' ? address : address.replace('#/explore?', '#/story?');
  };
  return (
    <Panel
      id="try"
      title="Try it yourself"
      lines={['Do not take our word for it. Move a number and see what happens. You cannot break anything.']}
    >
      <p>
        <a className="story-try" href={to('explore', undefined)}>
          Try it in Explore
        </a>
      </p>
      {others.length > 0 && (
        <>
          <p>Or read the story of another plan:</p>
          <ul className="story-others">
            {others.map(({ id, title }) => (
              <li key={id}>
                <a href={to('story', id)}>{title}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}
