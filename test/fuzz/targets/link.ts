// Links: what one brings of a model, its settings and its place; what is not used is said, and what is used can be asked of the model and written again.
import { compile, readModel, Refusal, type Model } from '../../../engine/index.ts';
import { bringsOther, isSameWork, modelInLink, saysSomething, writeLink } from '../../../ui/address/link.ts';
import { withOwnOf } from '../../../ui/address/own-in-link.ts';
import { readLink } from '../../../ui/address/read-link.ts';
import { viewOf } from '../../../ui/address/route.ts';
import { documentIn, toCarry } from '../../../ui/address/to-carry.ts';
import { requestOf, startOf, type Settings } from '../../../ui/model/asked.ts';
import { ownOptions } from '../../../ui/model/own-options.ts';
import { withOwnOptions } from '../../../ui/model/own-document.ts';
import { isShipped, textOfModel } from '../../../ui/model/shipped-models.ts';
import { fnv1a } from '../../../ui/ground/fnv1a.ts';
import { smallDocument } from '../../engine/small-model.ts';
import { linkKind } from '../kinds/link.ts';
import { saysTheSame } from '../same.ts';
import { Broken, bytesOf, textOf, type Answer, type Said, type Target } from '../target.ts';
import { placed, wordsOfModels } from './model.ts';

const FIRST = 'first-come';
const known = new Map<string, Model>();
const modelCalled = async (id: string): Promise<Model> => {
  let found = known.get(id);
  if (!found) known.set(id, (found = readModel(await textOfModel(id)).model!));
  return found;
};

const ilkeston = await modelCalled('ilkeston-2019');
const county = await modelCalled('leicester-leicestershire-rutland-2018');
const small = readModel(JSON.stringify(smallDocument())).model!;
const own = withOwnOptions(ilkeston, [
  { id: 'own-1', title: 'Mine', set: { 'stations.p2.beds': 9 } },
  { id: 'own-2', title: 'Later', changes: [{ atDay: 20, set: { 'stations.p2.beds': 5 } }] },
] as Model['options'] & object);
const priced: Model = {
  ...own,
  stations: { ...own.stations, p3: { ...own.stations.p3, costs: { placeDayGbp: 395 } } },
};

async function seedOf(model: Model, more: Partial<Settings>, where: object = {}): Promise<Uint8Array> {
  const carried = await toCarry(model);
  const settings = { ...startOf(model), ...more };
  return bytesOf(
    writeLink(model.id, settings, 3, { carried, own: carried?.[0] === 'z' ? [] : ownOptions(model), ...where }),
  );
}

const dated = { path: 'stations.p2.beds', atDay: 83, value: 7 };
const seeds = [
  await seedOf(ilkeston, { option: 'proposed-16', set: { 'stations.p2.beds': 11 }, changes: [dated], moves: [dated] }),
  await seedOf(
    own,
    { option: 'own-1' },
    { view: 'present', staged: { replication: 3, step: 1, picture: 'both', spotlight: 'p2' } },
  ),
  await seedOf(priced, {}),
  await seedOf(
    small,
    { option: 'proposed', conditions: ['winter'] },
    { view: 'compare', person: { high: 12, low: 34 } },
  ),
  await seedOf(county, {}, { locality: 'city', drawing: 'map', isPlain: true }),
  bytesOf(
    '#/compare?m=ilkeston-2019&x=proposed-16&x=proposed-18&q=5&t=stations.p2.beds@mean:5@today&u=stations.p2.beds@3:9:3&f=cost&v=2',
  ),
  bytesOf('#/explore?m=first-come'),
  bytesOf('#/costs?m=winter&l=a&i=plain&light=p2&show=year&step=2&y=4&p=1-2'),
];

export const link: Target = {
  name: 'link',
  kind: linkKind(wordsOfModels()),
  seeds: () => seeds,
  async answer(input): Promise<Answer> {
    const hash = textOf(input);
    const inLink = (words: string): Said => ({ place: 'the link', words: [words] });
    viewOf(hash);
    isSameWork(hash, textOf(seeds[0]));
    bringsOther(hash, textOf(seeds[1]));
    const id = modelInLink(hash);
    if (!saysSomething(hash)) return { isAccepted: false, said: [inLink('It says nothing.')] };
    const brought = await documentIn(hash);
    if (brought && 'problem' in brought) return { isAccepted: false, said: [inLink(brought.problem)] };
    const read = brought
      ? readModel(brought.text)
      : { model: await modelCalled(id && isShipped(id) ? id : FIRST), problems: [] };
    if (!read.model) return { isAccepted: false, said: placed(read.problems) };
    const whole = brought ? undefined : withOwnOf(hash, read.model);
    const other = whole && readModel(JSON.stringify(whole));
    const model = other?.model ?? read.model;
    const linked = readLink(hash, model);
    mustBeUsed(model, linked.settings, fnv1a(hash));
    return { isAccepted: true, said: [...linked.ignored.map(inLink), ...placed(other?.problems ?? [])] };
  },
};

/** Settings that a link has brought can be asked of the model, or are refused in words, and come back as they are from a link that is written of them. */
function mustBeUsed(model: Model, settings: Settings, lot: number): void {
  const again = readLink(writeLink(model.id, settings, 0), model);
  if (!saysTheSame(again.settings, settings) || again.ignored.length > 0)
    throw new Broken(`a link written of what was read is read as other settings: ${again.ignored.join(' ')}`);
  if (lot % 4 > 0) return;
  try {
    compile(model, requestOf(settings));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    for (const { path, found } of error.problems)
      if (path === '' || found === '') throw new Broken(`a refusal without a place: ${error.message}`);
  }
}
