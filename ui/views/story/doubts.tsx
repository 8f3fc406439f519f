// The panels of doubt, and the way on: how sure this is, what is not known, and trying it oneself.
import { useMemo } from 'react';
import type { Model } from '../../../engine/index.ts';
import { writeLink } from '../../address/link.ts';
import { controlOf, optionsOf, TODAY } from '../../model/values.ts';
import { useFollowed, useWorldsOf } from '../../parts/worlds/use-worlds.ts';
import { WorldsKey, WorldsStrip } from '../../parts/worlds/worlds-strip.tsx';
import type { WorldsTold } from '../../shown/worlds-told.ts';
import { useNumbers } from '../../study/use-numbers.ts';
import { countOf, type AssumptionLine } from '../../shown/assumption-lines.ts';
import { happensIn, happensWords, sayUncertain } from '../../words/worlds.ts';
import {
  ABOUT_THE_FUTURE,
  ABOUT_YOU,
  DOUBTS,
  ONE_DOUBT,
  OTHER_PLANS,
  sayDoubt,
  sayInputs,
  sayLuck,
  sayTurned,
  sayWorldsPlainly,
} from '../../words/plain/sure.ts';
import { Panel, WAIT } from './panel.tsx';
import { Measured } from './pictures.tsx';
import type { Story } from './use-story.ts';

interface PartProps {
  readonly story: Story;
}

export function Sure({ story, range }: PartProps & { readonly range: string }) {
  const { state, isDone } = story;
  const { numbers } = useNumbers();
  const worlds = useWorldsToTell(story);
  const counted = numbers && { all: numbers.lines.length, measured: countOf(numbers.lines).measured };
  const lines = [
    ...(isDone ? sayLuck(state.replications, range) : [WAIT]),
    ...(counted ? sayInputs(counted) : []),
    ...(worlds ? sayWorldsPlainly(worlds.summary) : []),
    ...(worlds ? worlds.turning.map(({ title, world }) => sayTurned(title, happensWords[happensIn(world)])) : []),
  ];
  const picture = worlds ? (
    <div className="story-worlds">
      <WorldsStrip told={worlds} rows={10} />
      <WorldsKey told={worlds} />
    </div>
  ) : (
    counted && <Measured {...counted} />
  );
  return <Panel id="sure" title="How sure are we?" lines={lines} picture={picture} />;
}

/** The plausible worlds of the plan, once they have all come: they are worked out after everything else. */
function useWorldsToTell({ model, columns, state, isDone }: Story): WorldsTold | undefined {
  const [today, planned] = columns;
  const seed = state.asked?.seed;
  const asked = useMemo(
    () => (planned && seed !== undefined ? { model, baseline: today.run, run: planned.run, seed } : undefined),
    [model, today, planned, seed],
  );
  useFollowed(asked && isDone ? [asked] : []);
  const worlds = useWorldsOf(asked);
  return worlds?.found.status === 'done' ? worlds.told : undefined;
}

const MOST_DOUBTS = 2;

export function NotKnown({ story: { model } }: PartProps) {
  const { numbers } = useNumbers();
  const doubts = numbers ? widest(model, numbers.lines) : [];
  return (
    <Panel id="unknown" title="What nobody knows" lines={[ABOUT_YOU, ABOUT_THE_FUTURE]}>
      {doubts.length > 0 && (
        <>
          <p>{doubts.length === 1 ? ONE_DOUBT : DOUBTS}</p>
          <ul className="story-doubts">
            {doubts.map((line) => (
              <li key={line.path}>
                {sayDoubt({
                  name: sayUncertain(model, line.path, line.facts.title),
                  used: line.said,
                  range: line.range!,
                })}
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
            <b>{/[.?!]$/.test(title) ? title : `${title}.`}</b> {say}
          </p>
        ))}
      </details>
    </Panel>
  );
}

/** How long care lasts, how many come, what they need: the rest is a planner's business. */
const A_READER_KNOWS = /(stay\.meanDays|arrivalsPerDay|shares\.[\w-]+|beds|places|staff)$/;

/** Numbers with a slider and a range of their own that nobody has measured, the widest first. */
function widest(model: Model, lines: readonly AssumptionLine[]): AssumptionLine[] {
  const width = ({ evidence, document }: AssumptionLine) =>
    ((evidence?.high ?? 0) - (evidence?.low ?? 0)) / (typeof document === 'number' && document > 0 ? document : 1);
  return lines
    .filter(({ path, range, status, evidence }) => {
      const isRange = range !== undefined && evidence?.low !== undefined && evidence.high !== undefined;
      return isRange && status !== 'measured' && A_READER_KNOWS.test(path) && controlOf(model, path) !== undefined;
    })
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
    <Panel id="try" title="Try it yourself" lines={['Move a number and see what happens. You cannot break anything.']}>
      <p>
        <a className="story-try" href={to('explore', undefined)}>
          Try it in Explore
        </a>
      </p>
      {others.length > 0 && (
        <>
          <p>{OTHER_PLANS}</p>
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
