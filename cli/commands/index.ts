// Long because it lists every command with its options. The commands, in the order of the help. To add one, write one file and add one entry here.
import type { CommandOption, Given } from '../arguments.ts';
import {
  answers,
  condition,
  engine,
  fitted,
  json,
  moreRows,
  option,
  out,
  precisely,
  quiet,
  seconds,
  seed,
  set,
  simulated,
  weeks,
  workers,
} from '../command-options.ts';

export interface Command {
  readonly name: string;
  /** The words after the name, or ''. */
  readonly takes: 'MODEL' | 'FILE' | 'FILE…' | 'stays|arrivals FILE' | '';
  readonly job: string;
  readonly options: readonly CommandOption[];
  readonly examples: readonly string[];
  /** Only the requested command is loaded. It returns the exit code. */
  load(): Promise<{ command(given: Given): Promise<number> }>;
}

export const commands: readonly Command[] = [
  {
    name: 'run',
    takes: 'MODEL',
    job: 'one option in many simulated periods: who waits where, and for how long',
    options: [option, ...simulated, ...precisely, weeks, ...moreRows, engine, json, out, workers, seconds, quiet],
    examples: [
      'onward run ilkeston-2019 --option proposed-16',
      'onward run my-model.json --set stations.p2.beds=12 --json',
      'onward run ilkeston-2019 --precision 5%',
      'onward run ilkeston-2019 --percentiles 50,75,95,99 --over 7,21',
    ],
    load: () => import('./run.ts'),
  },
  {
    name: 'compare',
    takes: 'MODEL',
    job: 'options side by side with the same people, and the differences',
    options: [
      { name: 'options', takes: 'a,b,c', job: 'which options, in which order; all of them if not given' },
      { name: 'baseline', takes: 'id', job: 'the option others are compared with; the first if not given' },
      ...simulated,
      ...precisely,
      ...moreRows,
      json,
      out,
      workers,
      seconds,
      quiet,
    ],
    examples: ['onward compare ilkeston-2019', 'onward compare ilkeston-2019 --options today,proposed-16 --json'],
    load: () => import('./compare.ts'),
  },
  {
    name: 'solve',
    takes: 'MODEL',
    job: 'what it would take: the least (or most) of one number, or of several moved together, that meets a target',
    options: [
      { name: 'of', takes: 'path', repeatable: true, job: 'the number; several move together to the most of each' },
      { name: 'so-that', takes: 'rule', job: 'the target, such as "acute.delayed.p90 <= 5"' },
      { name: 'least', takes: 'n', job: 'the first value to try; the least of the model’s slider if not given' },
      { name: 'most', takes: 'n', job: 'the last value to try; the most of the slider if not given' },
      { name: 'step', takes: 'n', job: 'the step from one value to the next; the slider’s if not given, or 1' },
      option,
      ...simulated,
      json,
      workers,
      quiet,
    ],
    examples: ['onward solve ilkeston-2019 --of stations.p2.beds --so-that "acute.delayed.mean <= 5"'],
    load: () => import('./solve.ts'),
  },
  {
    name: 'sweep',
    takes: 'MODEL',
    job: 'every value of one number, or every combination of several, with the same people',
    options: [
      {
        name: 'over',
        takes: 'path=least:most:step',
        repeatable: true,
        job: 'the number and its values; for two or more, every combination. The step may be left out: the slider’s, or 1',
      },
      {
        name: 'of',
        takes: 'row',
        repeatable: true,
        job: 'the rows to show, such as acute.delayed.p90; if not given, people delayed, and what the thresholds name',
      },
      option,
      ...simulated,
      json,
      out,
      workers,
      quiet,
    ],
    examples: [
      'onward sweep ilkeston-2019 --over stations.p2.beds=3:15:3',
      'onward sweep ilkeston-2019 --over stations.p2.beds=3:15:3 --over stations.p3.beds=16:24:4 --json',
    ],
    load: () => import('./sweep.ts'),
  },
  {
    name: 'worlds',
    takes: 'MODEL',
    job: 'in how many plausible worlds an option is better: every number with a range in its evidence is drawn at once',
    options: [
      { name: 'option', takes: 'id', job: 'the option that is looked at' },
      { name: 'baseline', takes: 'id', job: 'the option it is compared with; today if not given' },
      { name: 'worlds', takes: 'n', job: 'how many worlds; 200 if not given' },
      {
        name: 'of',
        takes: 'row',
        job: 'the row that is compared, such as acute.delayed.p90; if not given, people delayed',
      },
      condition,
      set,
      seed,
      {
        name: 'replications',
        takes: 'n',
        job: 'how many simulated periods of each option in each world; 4 if not given',
      },
      json,
      out,
      { name: 'resume', job: 'with --out: go on from the worlds that the same command left there' },
      workers,
      quiet,
    ],
    examples: [
      'onward worlds ilkeston-2019 --option proposed-16',
      'onward worlds ilkeston-2019 --option proposed-16 --of all.rightPlace.mean --out worlds',
    ],
    load: () => import('./worlds.ts'),
  },
  {
    name: 'warm-up',
    takes: 'MODEL',
    job: 'how long a warm-up a model needs, beside the one that it has',
    options: [option, ...simulated, json, quiet],
    examples: ['onward warm-up ilkeston-2019', 'onward warm-up my-model.json --set calendar.warmUpDays=0'],
    load: () => import('./warm-up.ts'),
  },
  {
    name: 'check',
    takes: 'MODEL',
    job: 'whether a model can be used, the demand on each place, and where its numbers come from',
    options: [option, condition, set, json],
    examples: ['onward check my-model.json'],
    load: () => import('./check.ts'),
  },
  {
    name: 'new',
    takes: 'FILE',
    job: 'a model of your own from a few answers, typed one by one or given here; every number is illustrative',
    options: answers,
    examples: ['onward new our-place.json', 'onward new our-place.json --population 250000 --beds 40 --usual'],
    load: () => import('./new.ts'),
  },
  {
    name: 'export',
    takes: 'MODEL',
    job: 'a model as an Excel workbook, to be changed there and read back; or its runs as an event log',
    options: [
      { name: 'to', takes: 'FILE', job: 'the file to write; the model’s name and .xlsx, or -events.csv, if not given' },
      {
        name: 'as',
        takes: 'kind',
        job: 'workbook, or events: one row an event, which vidigi plays; workbook if not given',
      },
      option,
      condition,
      set,
      seed,
      { name: 'replications', takes: 'n', job: 'with --as events: how many simulated periods; 1 if not given' },
      {
        name: 'unit',
        takes: 'unit',
        job: 'of the times of events: minutes, hours, days or weeks; minutes if not given',
      },
    ],
    examples: [
      'onward export ilkeston-2019',
      'onward export my-model.json --to our-place.xlsx',
      'onward export ilkeston-2019 --as events --option proposed-16 --to run.csv',
    ],
    load: () => import('./export.ts'),
  },
  {
    name: 'import',
    takes: 'FILE…',
    job: 'a model from a workbook, an event log or the two files of a PathSimR network; whatever is wrong is named by its cell',
    options: [
      { name: 'to', takes: 'FILE', job: 'the model to write; printed if not given' },
      { name: 'as', takes: 'kind', job: 'workbook, ipacs, pathsimr or events; recognised if not given' },
      {
        name: 'unit',
        takes: 'unit',
        job: 'of the times in an event log or a PathSimR network: minutes, hours, days or weeks; of a network days if not given',
      },
    ],
    examples: [
      'onward import our-place.xlsx --to our-place.json',
      'onward import network.csv calendar.csv --to our-network.json',
      'onward import log.csv --unit minutes --to first-model.json',
    ],
    load: () => import('./import.ts'),
  },
  {
    name: 'fit',
    takes: 'stays|arrivals FILE',
    job: 'lengths of stay, or arrivals, from a table of what happened, as a piece of a model with its evidence',
    options: fitted,
    examples: [
      'onward fit stays stays.csv',
      'onward fit stays people.csv --from Admitted --to Left --for stations.p2.stay',
      'onward fit arrivals referrals.csv --for streams.acute',
    ],
    load: () => import('./fit.ts'),
  },
  {
    name: 'schema',
    takes: '',
    job: 'the JSON Schema of a model, for editors',
    options: [],
    examples: ['onward schema > model.schema.json'],
    load: () => import('./schema.ts'),
  },
  {
    name: 'verify',
    takes: '',
    job: 'models with exact answers, and whether the simulation gives them',
    options: [
      { name: 'only', takes: 'id', repeatable: true, job: 'one group of figures, or one figure' },
      { name: 'seed', takes: 'n', job: 'the random seed, which decides who arrives; 1 if not given' },
      { name: 'replications', takes: 'n', job: 'how many simulated periods of each model; 200 if not given' },
      {
        name: 'false-alarms',
        takes: 'n',
        job: 'run only the quickest models, with n seeds, and count how often a figure is outside by chance',
      },
      json,
      workers,
      quiet,
    ],
    examples: ['onward verify', 'onward verify --only step-down --seed 7', 'onward verify --false-alarms 100'],
    load: () => import('./verify.ts'),
  },
  {
    name: 'bench',
    takes: '',
    job: 'how fast and how large the engine is, on this computer',
    options: [
      { name: 'seconds', takes: 'n', job: 'CPU seconds for each timed stretch; 1 if not given' },
      {
        name: 'only',
        takes: 'name',
        job: 'one figure: simjs, memory, slider, coverage, county, long-list, fits or ilkeston; with --against: d2a-kept, d2a-fresh, ilkeston-kept, county or memory',
      },
      {
        name: 'against',
        takes: 'build',
        job: 'instead: this engine beside that of another build, taking turns; a folder, or a tag, branch or commit of this repository',
      },
      { name: 'rounds', takes: 'n', job: 'with --against: how many times both take turns; 15 if not given' },
      {
        name: 'c',
        takes: 'FILE',
        job: 'with --against: also beside a program in C of the same network, which is compiled here',
      },
      json,
      quiet,
    ],
    examples: ['onward bench', 'onward bench --only simjs --seconds 2', 'onward bench --against HEAD~20'],
    load: () => import('./bench.ts'),
  },
];
