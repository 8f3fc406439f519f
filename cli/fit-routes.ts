// Routes fitted in the terminal: where people went from each place, and with a model its shares with their evidence.
import { basename } from 'node:path';
import {
  type Move,
  type Problem,
  type RouteFit,
  type RoutePlace,
  fitRoutes,
  goalMeant,
  nearestName,
  placesMeant,
  readModel,
  routeDoubts,
  routePiece,
  routePlaces,
  routeWords,
  sayProblem,
  withRoutes,
} from '../engine/index.ts';
import { ODD_IN_ROUTES, SPELLINGS } from '../formats/records/route-answers.ts';
import { isRoutesHead } from '../formats/records/route-columns.ts';
import { readRoutes } from '../formats/records/routes.ts';
import { fileWhere } from '../formats/rows-where.ts';
import { openTableOfWords } from '../formats/table-file.ts';
import { type Given, isOn, valueOf } from './arguments.ts';
import { BadCommand, badCommand, unknownWord } from './bad-command.ts';
import { usableModel } from './model-file.ts';
import { writeFiles } from './output/files.ts';
import { pieceFile, routeTables } from './output/fit-files.ts';
import { pieceText } from './output/piece.ts';
import { routeTable } from './output/route-table.ts';
import { tableWriter } from './output/tables.ts';
import { tableFile } from './table-file.ts';

export async function fitRoutesOf(given: Given): Promise<number> {
  const written = await tableWriter(given);
  const leaveOut = oneOf(given, 'leave-out', ODD_IN_ROUTES);
  const [spelling] = oneOf(given, 'spelling', SPELLINGS);
  const { name, table } = await tableFile(given, 'routes', (bytes) => openTableOfWords(bytes, isRoutesHead));
  const answers = { from: valueOf(given, 'from'), to: valueOf(given, 'to'), count: valueOf(given, 'count') };
  const read = readRoutes(table, { ...answers, date: valueOf(given, 'date'), leaveOut, spelling });
  if (read.moves === null) throw new BadCommand(name, read.problems);
  const { moves, said } = namedAnew(given, read.moves);
  const fits = fitRoutes(moves);
  const understood = [...read.understood, ...said];
  const doubts = routeDoubts(fits);
  const piece =
    valueOf(given, 'model') === undefined
      ? null
      : pieceOf(given, fits, fileWhere(basename(name), valueOf(given, 'where')), read.dates);
  if (!isOn(given, 'quiet')) process.stderr.write(`Understood: ${understood.join('; ')}.\n`);
  if (isOn(given, 'json')) {
    process.stdout.write(`${JSON.stringify({ understood, doubts, routes: fits, piece }, null, 2)}\n`);
    return 0;
  }
  const out = valueOf(given, 'out');
  if (out !== undefined) writeFiles(out, { ...written(routeTables(fits)), ...(piece && pieceFile(piece)) });
  const paragraphs = [
    routeTable(fits),
    routeWords(fits).join('\n'),
    doubts.length === 0 ? '' : `Doubtful: ${doubts.join('; ')}.`,
    piece === null ? 'With --model MODEL these become shares of that model.' : `For the model:\n${pieceText(piece)}`,
  ];
  process.stdout.write(`${paragraphs.filter((each) => each !== '').join('\n\n')}\n`);
  return 0;
}

function oneOf<T extends string>(given: Given, name: string, known: readonly T[]): T[] {
  const words = (valueOf(given, name) ?? '').split(',').filter((each) => each !== '');
  for (const word of words)
    if (!(known as readonly string[]).includes(word))
      throw unknownWord(`--${name}`, word, known, 'See onward fit --help.');
  return words as T[];
}

/** Replaces names by the model's ids, as `--is` says, and drops the people that `--without` names. */
function namedAnew(given: Given, moves: readonly Move[]): { moves: Move[]; said: string[] } {
  const names = [...new Set(moves.flatMap(({ from, to }) => [from, to]))];
  const ids = new Map<string, string>();
  for (const word of given.options['is'] ?? []) {
    const [, id, name] = /^([^=]+)=(.+)$/.exec(word) ?? [];
    if (id === undefined)
      throw badCommand(
        '--is',
        word,
        '--is id=name',
        'Give an id of the model and a name of the file: --is p1="Care at home".',
      );
    ids.set(nameIn(names, '--is', name), id);
  }
  const left = (given.options['without'] ?? []).map((name) => nameIn(names, '--without', name));
  const kept = moves.filter(({ from, to }) => !left.includes(from) && !left.includes(to));
  const gone = moves.filter((move) => !kept.includes(move)).reduce((sum, { people }) => sum + people, 0);
  return {
    moves: kept.map((move) => ({ ...move, from: ids.get(move.from) ?? move.from, to: ids.get(move.to) ?? move.to })),
    said: left.length === 0 ? [] : [`without ${left.join(', ')}: ${gone === 1 ? 'one person' : `${gone} people`}`],
  };
}

function nameIn(names: readonly string[], path: string, name: string): string {
  const found = names.find((one) => one.toLowerCase() === name.toLowerCase());
  if (found === undefined) throw unknownWord(path, name, names, 'Give a name as it stands in the file.');
  return found;
}

/** The shares of the model, with every name that is none of its own named at once. */
function pieceOf(given: Given, fits: readonly RouteFit[], file: string, dates: string | null) {
  const model = usableModel({ ...given, words: [valueOf(given, 'model')!] }, 'fit', true);
  const places = routePlaces(model);
  const problems: Problem[] = [];
  let next = model;
  let piece = { shares: {} as Record<string, unknown>, evidence: {} };
  for (const fit of fits) {
    const [place, ...others] = placesMeant(model, places, fit.from);
    if (place === undefined || others.length > 0) {
      const stations = Object.entries(model.stations).filter(([, { next }]) => next !== undefined);
      const known = stations.map(([id, { label }]) => [id, label] as const);
      problems.push(place === undefined ? unknownName(fit.from, known) : manyLists(fit.from, [place, ...others]));
      continue;
    }
    const goals = new Map(fit.ways.map(({ to }) => [to, goalMeant(model, place, to)] as const));
    const unknown = [...goals].filter(([, goal]) => goal === undefined).map(([to]) => to);
    const known = place.goals.map(({ id, name }) => [id, name] as const);
    problems.push(...unknown.map((to) => unknownName(to, known)));
    if (unknown.length > 0) continue;
    const now = place.path.split('.').reduce<unknown>((inside, key) => (inside as Record<string, unknown>)[key], next);
    const put = routePiece(fit, { path: place.path, now, goals: goals as Map<string, string>, file, dates });
    if (typeof put === 'string') throw badCommand(place.path, fit.from, 'ways with different destinations', put, file);
    next = withRoutes(next, place.path, put);
    piece = {
      shares: { ...piece.shares, [place.path]: put.value },
      evidence: { ...piece.evidence, ...put.evidence },
    };
  }
  if (problems.length > 0) throw new BadCommand(file, problems);
  const errors = readModel(JSON.stringify(next)).problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0)
    throw badCommand(
      '--model',
      errors.map(sayProblem).join(' '),
      'a model that stays sound',
      'Leave a name out with --without.',
    );
  return piece;
}

function manyLists(name: string, places: readonly RoutePlace[]): Problem {
  return {
    path: `the name "${name}"`,
    found: `ways that depend on who people are: ${places.map(({ path }) => path).join(', ')}`,
    expected: 'a service from which all go by the same shares',
    hint: `Give the file to Your data on the page, where you can say whose ways they are. Or leave it out: --without "${name}".`,
    severity: 'error',
  };
}

function unknownName(name: string, known: readonly (readonly [string, string])[]): Problem {
  const near = nearestName(name, known.flat());
  const id = known.find((one) => near !== null && one.includes(near))?.[0] ?? 'ID';
  return {
    path: `the name "${name}"`,
    found: 'nothing of that name in the model',
    expected: known.map(([one, label]) => `${one} (${label})`).join(', '),
    hint: `Say what it is: --is ${id}="${name}". Or leave it out: --without "${name}".`,
    severity: 'error',
  };
}
