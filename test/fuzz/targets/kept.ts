// What a browser has kept and gives back: work, series, the columns of a plan, a story, a drawing. It may be anybody's; what is taken up can be used.
import { dateAt, periodEnd, readModel } from '../../../engine/index.ts';
import { readLink } from '../../../ui/address/read-link.ts';
import { fnv1a } from '../../../ui/ground/fnv1a.ts';
import { allWork, documentOf, keepWork, printOf, workOf, type KeptWork } from '../../../ui/kept/kept-work.ts';
import { startOf } from '../../../ui/model/asked.ts';
import { draftIn } from '../../../ui/model/draft/kept-draft.ts';
import { fitsIn } from '../../../ui/model/fits-in.ts';
import { countedIn } from '../../../ui/state/counted.ts';
import { keptPlan } from '../../../ui/state/plan-columns.ts';
import { usable } from '../../../ui/views/present/kept-story.ts';
import { drafted } from '../../../ui/worker/drafted.ts';
import { smallDocument } from '../../engine/small-model.ts';
import { storageOf } from '../../ui/storage-of.ts';
import { jsonKind, readJson } from '../kinds/json.ts';
import { Broken, bytesOf, type Answer, type Target } from '../target.ts';
import { wordsOfModels } from './model.ts';

const text = JSON.stringify(smallDocument());
const small = readModel(text).model!;
const TAB = 'tab';

const work: KeptWork = {
  at: 1_700_000_000_000,
  title: 'Small',
  modelId: 'small',
  hash: '#/explore?m=small&o=proposed&s=1&n=10&stations.ward.beds=9&d=3&v=2',
  print: printOf(text),
  isOwn: true,
  past: [
    {
      ...startOf(small),
      set: { 'stations.ward.beds': 9 },
      moves: [{ atDay: 3, path: 'stations.ward.beds', value: 9 }],
    },
  ],
  future: [startOf(small)],
};
const whole = {
  work,
  series: [
    {
      id: 'a',
      name: 'Waiting',
      unit: 'people',
      spacing: 'month',
      row: { station: 'ward', measure: 'waiting' },
      days: [19723, 19754],
      values: [3, 4],
    },
  ],
  plan: {
    columns: { pathway: 'Pathway', month: 'Month', demand: 'D' },
    services: { P1: 'team', P2: '' },
    capacityIn: 'places',
  },
  story: [
    {
      title: 'Today',
      say: 'It',
      option: 'proposed',
      onDate: '2024-02-01',
      spotlight: 'ward',
      view: 'both',
      year: 'bad',
      daysPerSecond: 2,
      conditions: ['winter'],
    },
  ],
  draft: smallDocument(),
};

export const kept: Target = {
  name: 'kept',
  kind: jsonKind(wordsOfModels()),
  seeds: () => [
    bytesOf(JSON.stringify(whole)),
    ...Object.entries(whole).map(([key, value]) => bytesOf(JSON.stringify({ [key]: value }))),
  ],
  answer(input): Answer {
    const given = readJson(input);
    const of = (typeof given === 'object' && given !== null ? given : {}) as Record<string, unknown>;
    const said = (key: string) => JSON.stringify(of[key]) ?? '';
    const taken = [
      takeWork(said('work')),
      takeSeries(said('series')),
      takePlan(said('plan')),
      takeStory(of.story),
      takeDraft(said('draft')),
    ];
    return {
      isAccepted: taken.some(Boolean),
      said: [{ place: 'the browser', words: ['It is taken up or forgotten.'] }],
    };
  },
};

/** With a checksum that is right: only accidents have a wrong one. */
function takeWork(sealed: string): boolean {
  const entries = new Map([
    [`onward.work.${TAB}`, `1.${fnv1a(sealed).toString(36)}.${sealed}`],
    [`onward.document.${printOf(text)}`, text],
  ]);
  const storage = storageOf(entries);
  const found = workOf(TAB, storage);
  if (allWork(storage).length !== (found ? 1 : 0)) throw new Broken('the work of a tab is not among all');
  if (!found) return false;
  new Date(found.at).toISOString();
  documentOf(found, storage);
  readLink(found.hash, small);
  [...found.past, ...found.future].forEach((settings) => fitsIn(small, settings));
  if (!keepWork(TAB, found, text, storage)) throw new Broken('work that was kept cannot be kept');
  return true;
}

function takeSeries(series: string): boolean {
  const found = countedIn(series);
  for (const { days, spacing } of found) days.forEach((day) => `${dateAt(day)} ${dateAt(periodEnd(day, spacing))}`);
  return found.length > 0;
}

function takePlan(plan: string): boolean {
  const entries = new Map([['onward.plan', plan]]);
  const before = Reflect.get(globalThis, 'window') as unknown;
  Reflect.set(globalThis, 'window', { localStorage: storageOf(entries) });
  try {
    const { columns, services } = keptPlan();
    return Object.keys(columns).length + Object.keys(services).length > 0;
  } finally {
    if (before === undefined) Reflect.deleteProperty(globalThis, 'window');
    else Reflect.set(globalThis, 'window', before);
  }
}

const takeStory = (story: unknown): boolean => Array.isArray(story) && usable(small, story).length > 0;

function takeDraft(draft: string): boolean {
  const found = draftIn(draft);
  if (found) drafted(found);
  return found !== undefined;
}
