// The panels about everybody: how many wait and for how long, and how often it is bad.
import { hasAverages } from '../../../engine/index.ts';
import {
  NO_USUAL_DAY,
  sayBadDays,
  sayCrowd,
  sayDaysOfAYear,
  sayEach,
  type Crowd,
} from '../../words/plain/everybody.ts';
import { Panel, WAIT } from './panel.tsx';
import { CrowdPicture, TenDays } from './pictures.tsx';
import type { Story } from './use-story.ts';

interface PartProps {
  readonly story: Story;
}

const WHEN = ['Today', 'With the plan'] as const;

const rowsOf = ({ growth, waiting }: Crowd, name: string) =>
  growth
    ? [
        { name: `${name}, first week`, people: growth.first },
        { name: `${name}, last week`, people: growth.last },
      ]
    : [{ name, people: waiting?.value ?? 0 }];

export function Everybody({ story: { crowds, isDone } }: PartProps) {
  const lines = crowds.flatMap((crowd, at) => [
    [sayCrowd(WHEN[at], crowd), sayEach(crowd)].filter(Boolean).join(' '),
    sayDaysOfAYear(crowd),
  ]);
  return (
    <Panel
      id="everybody"
      title="What it means for all of us"
      lines={isDone ? lines.filter(Boolean) : [WAIT]}
      picture={isDone && <CrowdPicture rows={crowds.flatMap((crowd, at) => rowsOf(crowd, WHEN[at]))} />}
    />
  );
}

export function HowOften({ story: { crowds, spreads, isDone } }: PartProps) {
  const settled = spreads.flatMap((spread, at) =>
    typeof spread === 'object' && hasAverages(spread.settling) ? [{ at, over: spread.over.mean }] : [],
  );
  // What is usual today, or with the plan where today has no usual day.
  const usual = crowds.find(({ growth }) => !growth)?.waiting?.value ?? 0;
  const over = Math.max(1, Math.round(usual));
  const lines = crowds.map((_, at) => {
    const one = settled.find((found) => found.at === at);
    return one ? sayBadDays(WHEN[at], one.over[over] ?? 0, over) : `${WHEN[at]}, ${NO_USUAL_DAY}`;
  });
  return (
    <Panel
      id="often"
      title="How often is it bad?"
      lines={isDone ? lines : [WAIT]}
      picture={
        isDone &&
        settled.length > 0 && (
          <TenDays rows={settled.map(({ at, over: shares }) => ({ name: WHEN[at], share: shares[over] ?? 0 }))} />
        )
      }
    />
  );
}
