// A draft report of the model by the STRESS-DES guidelines, as text: what the document says is filled in, what only people know is left to write.
// Monks, Currie, Onggo, Robinson, Kunc and Taylor, Journal of Simulation 13 (2019) 55-67: sections 1 to 6 and what each asks for.
import { definitions, fingerprint, measures, VERSION, type Model } from '../../../engine/index.ts';
import { numberWordsOf, type AssumptionLine } from '../../shown/assumption-lines.ts';
import { waysOf, placesOf } from '../../model/routes.ts';
import { sayDate } from '../../words/numbers/date.ts';
import { sayNumberName } from '../../words/numbers/number-name.ts';
import { sayChanges } from '../../words/option-changes.ts';
import { sayPicture } from '../../words/picture.ts';
import { sayRuns } from '../../words/numbers/runs.ts';
import { optionsOf, subjectOf } from '../../model/values.ts';
import { leftOutOf } from './paper.ts';

export interface StressParts {
  readonly model: Model;
  /** Every number, under the settings of the screen. */
  readonly lines: readonly AssumptionLine[];
  readonly replications: number;
  readonly seed: number;
  /** The page's own text on how it works. */
  readonly methods: string;
}

/** Where the document cannot know, somebody who does has to write. */
const toWrite = (what: string): string => `_To be written by you: ${what}_`;

export function stressDraft({ model, lines, replications, seed, methods }: StressParts): string {
  const { calendar } = model;
  const { where } = subjectOf(model);
  const words = numberWordsOf(lines);
  const options = optionsOf(model);
  const stations = Object.entries(model.stations);
  const label = (id: string | null) => (id === null ? 'outside' : (model.stations[id]?.label ?? id));
  const exits = stations.filter(([, { kind }]) => kind === 'exit').map(([, { label: name }]) => name);
  const services = stations.filter(([, { kind }]) => kind !== 'exit');
  const evidence = Object.values(model.evidence ?? {});
  const sources = evidence.map(({ source, status }) => `${source} (${status})`).filter(isFirst);
  return [
    `# ${model.title}`,
    'A draft report by the STRESS-DES guidelines (Monks and others, Journal of Simulation 13, 2019, 55–67), made from the model document. Read it, correct it, and write what is missing.',
    '## 1 Objectives',
    '### 1.1 Purpose of the model',
    model.about,
    toWrite('which decision the model informs, and who makes it.'),
    '### 1.2 Model outputs',
    `The main measure: people waiting ${where} on a typical day. All measures:`,
    bullets(measures.map(({ id, label: name }) => `${name}: ${definitions[id]}`)),
    '### 1.3 Experimentation aims',
    options.length > 1
      ? `Options compared, with the same people in each: ${options.map(({ title }) => title).join('; ')}.`
      : 'The model has no options beside today.',
    ...(model.thresholds?.length ? [`Thresholds: ${model.thresholds.join('; ')}.`] : []),
    '## 2 Logic',
    '### 2.1 Base model overview diagram',
    `The map on the page shows it. In words: ${sayPicture(model)}`,
    '### 2.2 Base model logic',
    bullets(waysOf(model).map(({ from, to }) => `${label(from)} → ${label(to)}`)),
    'People who are ready to move on stay where they are, holding their place, until the next place takes them. The rules of flow are in the methods page.',
    '### 2.3 Scenario logic',
    bullets(options.map((option) => `${option.title}: ${sayChanges(model, option, words).join('; ') || 'as it is'}`)),
    ...((model.conditions ?? []).length > 0
      ? [bullets(model.conditions!.map(({ title, about = '' }) => `Condition “${title}” ${about}`.trim()))]
      : []),
    '### 2.4 Algorithms',
    'A free place goes to the first on its list who can take it now: by priority, then by who came first, unless the document says otherwise. Places of one moment are handed out until nothing more can move.',
    '### 2.5 Components',
    '#### 2.5.1 Entities',
    bullets(Object.values(model.needs).map(({ label: name, meaning = '' }) => `${name}. ${meaning}`.trim())),
    '#### 2.5.2 Activities',
    bullets(services.map(([id, { label: name }]) => `${name}: ${staysOf(lines, id) || 'no stay of its own'}`)),
    '#### 2.5.3 Resources',
    bullets(services.map(([, station]) => `${station.label}: ${sayPlaces(placesOf(station))}`)),
    '#### 2.5.4 Queues',
    'Each service has one waiting list, wherever people come from.',
    '#### 2.5.5 Entry and exit points',
    bullets([
      ...Object.values(model.streams).map(({ label: name }) => `In: ${name}`),
      ...exits.map((name) => `Out: ${name}`),
    ]),
    '## 3 Data',
    '### 3.1 Data sources',
    bullets(sources),
    '### 3.2 Pre-processing',
    toWrite('how local data was cleaned and turned into the numbers below.'),
    '### 3.3 Input parameters',
    table(
      ['Number', 'Value', 'Could be', 'Status', 'Path'],
      lines.map(({ path, facts, said, range = '', status }) => [
        sayNumberName(model, path, facts.title),
        said,
        range,
        status,
        `\`${path}\``,
      ]),
    ),
    '### 3.4 Assumptions',
    bullets(evidence.flatMap(({ note }) => (note ? [note] : [])).filter(isFirst)),
    'Left out:',
    bullets(leftOutOf(methods)),
    '## 4 Experimentation',
    '### 4.1 Initialisation',
    [
      calendar.warmUpDays > 0
        ? `A warm-up of ${calendar.warmUpDays} days before the start date is not counted.`
        : 'There is no warm-up.',
      model.initial === undefined
        ? 'It begins with nobody there.'
        : 'It begins with people already there: see the document.',
    ].join(' '),
    '### 4.2 Run length',
    `${calendar.runDays} days from ${sayDate(calendar.startDate, 0)}.`,
    '### 4.3 Estimation approach',
    `${sayRuns(replications, calendar.runDays)}, seed ${seed}. Every number is an average over them with its 95 % interval; differences are taken year by year over the same people.`,
    '## 5 Implementation',
    '### 5.1 Software',
    `Onward ${VERSION}, a discrete-event simulation in TypeScript. Model ${model.id}, SHA-256 of the document ${fingerprint(model)}.`,
    '### 5.2 Random sampling',
    'Threefry-2x32 with 13 rounds. Every number has an address (seed, replication, person, purpose, place, how-many-th stay), so the same people come in every option.',
    '### 5.3 Model execution',
    'Next-event time advance. Events at the same moment happen in a fixed order, given in the methods page under ties.',
    '### 5.4 System specification',
    toWrite('the computer and browser; the numbers are the same on every one.'),
    '## 6 Code access',
    '### 6.1 Model sharing',
    toWrite('where the model document and the tool can be obtained.'),
    '',
  ].join('\n\n');
}

const isFirst = (one: string, at: number, all: readonly string[]): boolean => all.indexOf(one) === at;

const bullets = (all: readonly string[]): string => all.map((one) => `- ${one}`).join('\n') || 'None.';

const sayPlaces = (places: number | null): string => (places === null ? 'no limit' : String(places));

/** The numbers of a service's stay, as the page says them. */
const staysOf = (lines: readonly AssumptionLine[], id: string): string =>
  lines
    .filter(({ path }) => path.startsWith(`stations.${id}.stay.`))
    .map(({ what, said }) => `${what} ${said}`)
    .join('; ');

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
