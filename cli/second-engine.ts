// `onward run --engine simjs`: the first replications in both engines, every time of every person compared to the last bit.
import { type Model, type TwinReport, compile, loadTwin, makeManifest } from '../engine/index.ts';
import { type Given, isOn, valueOf, wholeNumber } from './arguments.ts';
import { badCommand, unknownWord } from './bad-command.ts';
import { optionOf, readSettings, requestFor } from './settings.ts';

const engines = ['onward', 'simjs'];
const DIFFERENT = 1;
const CANNOT_RUN = 2;

/** Whether the command names the second engine. */
export function asksForSimJs(given: Given): boolean {
  const engine = valueOf(given, 'engine') ?? 'onward';
  if (!engines.includes(engine))
    throw unknownWord('--engine', engine, engines, 'Leave --engine out for the usual one.');
  if (engine !== 'simjs') return false;
  for (const name of ['precision', 'antithetic', 'weeks', 'out', 'workers', 'keep', 'resume'])
    if (isOn(given, name))
      throw badCommand(
        `--${name}`,
        '--engine simjs as well',
        'one of the two',
        'The second engine only compares runs.',
      );
  return true;
}

export async function compareEngines(given: Given, model: Model): Promise<number> {
  const settings = readSettings(given, model);
  const option = optionOf(given, model);
  const replications = wholeNumber(given, 'replications', 1, 10_000, 1);
  const program = compile(model, requestFor(option, settings));
  const { conditions, set, seed } = settings;
  const twin = await loadTwin();
  const reports: TwinReport[] = [];
  for (let replication = 0; replication < replications; replication++) {
    reports.push(twin.compare(program, seed, replication, () => performance.now()));
    if (reports[0].verdict === 'unsupported') break;
  }
  const compared = sum(reports, ({ times }) => times);
  const equal = sum(reports, ({ equal: same }) => same);
  const { unsupported } = reports[0];
  const first =
    reports.find(({ verdict }) => verdict === 'different') ?? reports.find(({ equal: e, times }) => e < times);
  if (isOn(given, 'json')) {
    const manifest = makeManifest(model, {
      seed,
      replications,
      options: [option],
      baseline: null,
      conditions: [...conditions],
      set,
    });
    const patients = sum(reports, (one) => one.patients);
    const ties = sum(reports, (one) => one.ties);
    const firstDifference = first?.firstDifference ?? null;
    const found = { manifest, engine: 'simjs 2.0.3', patients, compared, equal, ties, firstDifference, unsupported };
    process.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
  } else if (unsupported.length === 0) process.stdout.write(`${sentences(reports, first)}\n`);
  if (unsupported.length > 0) {
    process.stderr.write(`onward: SimJS cannot run this model.\n${unsupported.map((one) => `  ${one}\n`).join('')}`);
    return CANNOT_RUN;
  }
  return reports.some(({ verdict }) => verdict === 'different') ? DIFFERENT : 0;
}

function sentences(reports: readonly TwinReport[], first: TwinReport | undefined): string {
  const patients = sum(reports, (one) => one.patients);
  const times = sum(reports, (one) => one.times);
  const differ = times - sum(reports, ({ equal }) => equal);
  const ties = sum(reports, (one) => one.ties);
  const [onward, simjs] = [
    sum(reports, ({ milliseconds }) => milliseconds.onward),
    sum(reports, ({ milliseconds }) => milliseconds.simjs),
  ];
  return [
    `${patients} patients, ${times} times compared, ${
      differ === 0 ? 'all equal to the last bit' : `${differ} of them not equal`
    }.`,
    'Compared in both engines, person by person: the time of arriving, of each request for a place, of moving in, of being ready and of leaving, and by which exit.',
    ...(first ? [`First difference: ${first.firstDifference}.`] : []),
    ...(ties > 0
      ? [
          `${ties} ${ties === 1 ? 'tie' : 'ties'}: moments at which several things happen at once and their order matters; SimJS has an order of its own.`,
        ]
      : []),
    `Onward took ${seconds(onward)} (with the trace), SimJS 2.0.3 ${seconds(simjs)}.`,
  ].join('\n');
}

const sum = (reports: readonly TwinReport[], of: (report: TwinReport) => number): number =>
  reports.reduce((total, report) => total + of(report), 0);
const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`;
