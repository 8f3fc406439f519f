// The panels about everybody: how many wait and for how long, and how often it is bad.
import { hasAverages } from '../../../engine/index.ts';
import {
  isSeenToGrow,
  roundPeople,
  sayBadDays,
  sayCrowd,
  sayDaysOfAYear,
  sayNoUsualDay,
  type Crowd,
} from '../../words/plain/everybody.ts';
import { Panel, WAIT } from './panel.tsx';
import { CrowdPicture, TenDays } from './pictures.tsx';
import type { Story } from './use-story.ts';

interface PartProps {
  readonly story: Story;
}

const WHEN = ['Today', 'With the plan'] as const;

const rowsOf = ({ growth, waiting }: Crowd, name: string) => {
  if (!growth) return [{ name, people: roundPeople(waiting) }];
  if (!isSeenToGrow(growth)) return [{ name: `${name}, last week`, people: growth.last }];
  return [
    { name: `${name}, first week`, people: growth.first },
    { name: `${name}, last week`, people: growth.last },
  ];
};

export function Everybody({ story: { crowds, isDone } }: PartProps) {
  const lines = crowds.flatMap((crowd, at) => [
    [sayCrowd(WHEN[at], crowd), sayDaysOfAYear(crowd)].filter(Boolean).join(' '),
  ]);
  const rows = crowds.flatMap((crowd, at) => rowsOf(crowd, WHEN[at]));
  return (
    <Panel
      id="everybody"
      title="What it means for all of us"
      lines={isDone ? lines.filter(Boolean) : [WAIT]}
      picture={isDone && rows.length > 0 && <CrowdPicture rows={rows} />}
    />
  );
}

export function HowOften({ story: { crowds, spreads, isDone } }: PartProps) {
  const settled = spreads.flatMap((spread, at) =>
    typeof spread === 'object' && hasAverages(spread.settling) ? [{ at, over: spread.over.mean }] : [],
  );
  // What is usual today, or with the plan where today has no usual day.
  const over = Math.max(1, roundPeople(crowds.find(({ growth }) => !growth)?.waiting));
  const growing = WHEN.filter((_, at) => crowds[at]?.growth);
  const lines = [
    ...(growing.length > 0 ? [sayNoUsualDay(growing)] : []),
    ...settled.map((one) => sayBadDays(WHEN[one.at], one.over[over] ?? 0, over)),
  ];
  const rows = settled.map(({ at, over: shares }) => ({ name: WHEN[at], share: shares[over] ?? 0 }));
  return (
    <Panel
      id="often"
      title="How often is it bad?"
      lines={isDone ? lines : [WAIT]}
      picture={isDone && rows.length > 0 && <TenDays rows={rows} over={over} />}
    />
  );
}
