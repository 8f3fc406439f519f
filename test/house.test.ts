// The house rules as tests: which file may import which (by the floors), and what no file may do. Long because each rule is a test with a breach of its own.
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { breach, floorOf, houseOf, houses } from './floors.ts';
import {
  exportsOf,
  filesUnder,
  importsOf,
  namesFrom,
  reachesOut,
  root,
  sourceFiles,
  type SourceFile,
} from './source-files.ts';
import { classesIn, classesNamed, loadedWith, loadsOf, sheetOf } from './style-sheets.ts';

/** What the floors alone would let pass, and the reason it must not. */
const never: readonly { from: RegExp; to: RegExp; because: string }[] = [
  {
    from: /^engine\/twin\/simjs/,
    to: /^engine\/(ground\/calendar|model\/stations\/|run\/|account\/|arrivals\/book)/,
    because: 'a witness that shares the order of events or the rules of stations is no witness',
  },
  { from: /^engine\//, to: /^(ui|cli|library|test|tools|models)\//, because: 'the engine stands alone' },
  { from: /^engine\//, to: /^(node:|react|zustand|d3)/, because: 'the engine knows neither a browser nor Node' },
  { from: /^(ui|cli|library)\//, to: /^engine\/(?!index\.ts$)/, because: 'the engine has one door, engine/index.ts' },
  { from: /^ui\//, to: /^(cli\/|node:|cli-progress$|tinypool$)/, because: 'only the terminal house knows Node' },
  { from: /^cli\//, to: /^(ui\/|react|zustand)/, because: 'the terminal house knows no screen' },
  { from: /^ui\/playback\//, to: /^(react|zustand|d3)/, because: 'playback is pure: a trace in, a frame out' },
  { from: /^ui\/playback\//, to: /^ui\/(?!playback\/|model\/)/, because: 'playback is pure: a trace in, a frame out' },
  {
    from: /^(?!engine\/twin\/simjs-package\.ts$)/,
    to: /^simjs$/,
    because: 'one file lends the package a window; nothing else imports it',
  },
  { from: /^(engine|ui|cli|library|tools)\//, to: /^test\//, because: 'what ships does not lean on its tests' },
];

/** Breaches tolerated for now, as `from → to`, each with its reason. It should be empty. */
const debts: Readonly<Record<string, string>> = {};

/** The world outside a pure file. */
const world = `Date Intl performance console window document self globalThis global process Buffer
  fetch crypto navigator localStorage setTimeout setInterval setImmediate queueMicrotask
  requestAnimationFrame XMLHttpRequest WebSocket postMessage require eval Function`.split(/\s+/);

const nobodyIsCalled = /^(utils?|helpers?|common|managers?|services?|types|constants|misc|shared)$/i;

interface Import {
  readonly from: string;
  readonly to: string;
}

interface Locked {
  readonly resolved?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const files = sourceFiles();
const code = files.filter(({ path }) => /\.(ts|tsx|mjs|js)$/.test(path));
const imports = code.flatMap((file): Import[] => importsOf(file).map((to) => ({ from: file.path, to })));

const isEngine = (path: string) => path.startsWith('engine/');

const told = ({ from, to }: Import, why: string | undefined) =>
  why === undefined || `${from} → ${to}` in debts ? '' : `${from} → ${to}: ${why}`;

/** The first ring of imports found, as the files it goes through. */
function ring(among: readonly Import[]): string[] {
  const next = new Map<string, string[]>();
  for (const { from, to } of among) next.set(from, [...(next.get(from) ?? []), to]);
  const cleared = new Set<string>();
  const follow = (path: string, way: readonly string[]): string[] => {
    if (way.includes(path)) return [...way.slice(way.indexOf(path)), path];
    if (cleared.has(path)) return [];
    for (const to of next.get(path) ?? []) {
      const found = follow(to, [...way, path]);
      if (found.length > 0) return found;
    }
    cleared.add(path);
    return [];
  };
  for (const path of next.keys()) {
    const found = follow(path, []);
    if (found.length > 0) return found;
  }
  return [];
}

describe('what each file may import', () => {
  it('hands nothing out of the engine’s door that no house takes', () => {
    const door = code.find(({ path }) => path === 'engine/index.ts')!;
    const houses = code.filter(({ path }) => /^(ui|cli|formats|library|tools)\//.test(path));
    const taken = new Set(houses.flatMap((file) => namesFrom(file, door.path)));
    expect(taken.size).toBeGreaterThan(100);
    expect(exportsOf(door).filter((name) => !taken.has(name))).toEqual([]);
    const planted = { ...door, text: `${door.text}export { meanOf, type Recorder } from './account/recorder.ts';` };
    expect(exportsOf(planted).filter((name) => !taken.has(name))).toEqual(['meanOf', 'Recorder']);
  });

  it.each(Object.keys(houses))('gives every file of %s a floor', (house) => {
    const homeless = code.map(({ path }) => path).filter((path) => houseOf(path) === house && !floorOf(path));
    expect(homeless, 'place these in the table of test/floors.ts').toEqual([]);
  });

  it.each(Object.keys(houses))('in %s goes down, never up, and families keep apart', (house) => {
    const found = imports
      .filter(({ from }) => houseOf(from) === house)
      .map((pair) => told(pair, breach(pair.from, pair.to)));
    expect(found.filter(Boolean)).toEqual([]);
  });

  it.each([
    ['engine/ground/hours.ts', 'engine/model/document.ts'],
    ['engine/distributions/gamma.ts', 'engine/model/document.ts'],
    ['engine/model/option.ts', 'engine/distributions/gamma.ts'],
    ['engine/account/ledger.ts', 'engine/run/state.ts'],
    ['engine/study/result.ts', 'engine/checks/line.ts'],
    ['engine/run/visits.ts', 'engine/run/gates.ts'],
    ['engine/run/waiting.ts', 'engine/run/care.ts'],
    ['engine/run/moving.ts', 'engine/run/asking.ts'],
    ['engine/run/arriving.ts', 'engine/run/handing-out.ts'],
    ['ui/ground/media.ts', 'ui/model/values.ts'],
    ['ui/words/compare.ts', 'ui/state/compared.ts'],
    ['ui/playback/frame.ts', 'ui/worker/client.ts'],
    ['ui/state/results.ts', 'ui/session/session.ts'],
    ['ui/scene/scene.tsx', 'ui/parts/person/why-line.tsx'],
    ['ui/parts/menus/share.tsx', 'ui/views/help/help-page.tsx'],
    ['ui/views/compare/finding.tsx', 'ui/views/report/findings.tsx'],
    ['cli/output/table.ts', 'cli/commands/run.ts'],
    ['cli/pool.ts', 'cli/commands/run.ts'],
  ])('sees a breach: %s importing %s', (from, to) => {
    expect(breach(from, to)).toBeDefined();
  });

  it('keeps the rooms apart', () => {
    const found = never.flatMap(({ from, to, because }) =>
      imports.filter((pair) => from.test(pair.from) && to.test(pair.to)).map((pair) => told(pair, because)),
    );
    expect(found.filter(Boolean)).toEqual([]);
  });

  it('never goes round in a ring', () => {
    expect(ring(imports)).toEqual([]);
  });

  it('has no debt that is already paid', () => {
    const paid = Object.keys(debts).filter((debt) => !imports.some(({ from, to }) => debt === `${from} → ${to}`));
    expect(paid).toEqual([]);
  });
});

describe('what is the same on every machine', () => {
  const forbidden = (among: readonly SourceFile[], names: readonly string[]) =>
    among.flatMap((file) => reachesOut(file, names).map((name) => `${file.path}: ${name}`));

  it('the engine uses no function that differs between browsers, and nothing of the world', () => {
    const own = code.filter(({ path }) => isEngine(path) && path !== 'engine/twin/simjs-package.ts');
    expect(forbidden(own, world)).toEqual([]);
  });

  it('playback knows neither the page nor the clock', () => {
    expect(
      forbidden(
        code.filter(({ path }) => path.startsWith('ui/playback/')),
        world,
      ),
    ).toEqual([]);
  });

  // The shipped engine is read too: a bundler may rewrite one form into another.
  it.runIf(['dist/ui', 'dist/cli'].every((built) => existsSync(join(root, built))))('the built engine likewise', () => {
    const chunks = ['dist/ui/assets', 'dist/cli']
      .flatMap((folder) => filesUnder(join(root, folder)))
      .filter(({ path }) => /\/engine(-(?!packages)[^/]*)?\.js$/.test(path));
    expect(chunks.map(({ path }) => path.split('/')[1])).toEqual(expect.arrayContaining(['ui', 'cli']));
    // How a minifier spells the largest safe whole number; it is a constant, not a power.
    const plain = chunks.map(({ path, text }) => ({ path, text: text.replaceAll('2**53-1', '9007199254740991') }));
    expect(forbidden(plain, world)).toEqual([]);
  });

  it('the test sees what it forbids', () => {
    const text = [
      '// Math.log in a comment',
      'const say = "Math.log and 2 ** 3";',
      'const fine = (window) => Math.sqrt(window) + Math.PI + ({ Date: 1 }).Date;',
      'const { log } = Math; const raised = 2 ** 3; let n = 2; n **= 2;',
      'export const bad = Math["exp"](1) + Math.hypot(3, 4) + Date.now() + "a".localeCompare("b");',
    ].join('\n');
    const found = reachesOut({ path: 'engine/example.ts', text }, world);
    expect(found.sort()).toEqual(['**', 'Date', 'Math.hypot', 'Math.…', 'localeCompare']);
  });
});

describe('how files look', () => {
  it('no file has a name that says nothing', () => {
    const parts = ({ path }: SourceFile) => path.split('/').map((part) => part.split('.')[0]);
    const found = files.filter((file) => parts(file).some((part) => nobodyIsCalled.test(part)));
    expect(found.map(({ path }) => path)).toEqual([]);
  });

  it('every file opens with a comment that says its one idea', () => {
    const found = files.filter(({ path, text }) => hasComments(path) && !/^(\/\/ |\/\*|<!--)/.test(firstLine(text)));
    expect(found.map(({ path }) => path)).toEqual([]);
  });

  it('a file of more than 250 lines says "Long because …" in its first line', () => {
    const found = files
      .filter(({ path, text }) => hasComments(path) && text.trimEnd().split('\n').length > 250)
      .filter(({ text }) => !/\blong because\b/i.test(firstLine(text)));
    expect(found.map(({ path }) => path)).toEqual([]);
  });

  it('no index is followed by “!”: an index gives what is there, so the mark says nothing', () => {
    const dead = /\w\]!(?!=)/;
    expect(dead.test('const first = all[0]!.name;')).toBe(true);
    const product = sourceFiles().filter(({ path }) => /^(engine|ui|cli|tools)\/.*\.tsx?$/.test(path));
    expect(product.length).toBeGreaterThan(500);
    expect(product.filter(({ text }) => dead.test(text)).map(({ path }) => path)).toEqual([]);
  });

  it('models are data: JSON and nothing else', () => {
    const found = files.filter(({ path }) => path.startsWith('models/') && extname(path) !== '.json');
    expect(found.map(({ path }) => path)).toEqual([]);
  });

  it('no sentence blames a patient or promises savings', () => {
    const read = files.filter(({ path }) => /^(ui\/words|models)\//.test(path));
    const found = read.filter(({ text }) => /bed[ -]?block|\bcuts\b/i.test(text));
    expect(found.map(({ path }) => path)).toEqual([]);
  });
});

// A sheet stays once it is loaded, and the single file holds them all: what one view says of a class applies in every view.
describe('what the page looks like', () => {
  /** Tokens, elements and the frame; they are there from the first moment. */
  const isStyle = (path: string) => path.startsWith('ui/style/');
  /** Of parts that several views hold; the others are loaded only from their own folder. */
  const shared = [
    'ui/parts/beside/beside.css',
    'ui/parts/chart/weeks.css',
    'ui/parts/play/map-table.css',
    'ui/parts/method-text/method.css',
    'ui/scene/scene.css',
  ];
  const sheets = files.filter(({ path }) => path.endsWith('.css')).map(sheetOf);
  const owners = (name: string) => sheets.filter(({ classes }) => classes.has(name)).map(({ path }) => path);

  it('a class, an animation and a kind of page are each styled in one sheet only', () => {
    const all = sheets.flatMap(({ path, classes, names }) =>
      [...classes, ...new Set(names)].map((name) => ({ name, path })),
    );
    const twice = all.filter(({ name }) => name !== '@font-face' && all.filter((one) => one.name === name).length > 1);
    expect(twice, 'rename it after its folder, or let the part take a custom property').toEqual([]);
  });

  it('a sheet that comes later reaches nothing but its own: every selector names a class of that sheet', () => {
    const found = sheets
      .filter(({ path }) => !isStyle(path))
      .flatMap(({ path, selectors }) =>
        selectors.filter((selector) => classesIn(selector).length === 0).map((selector) => `${path}: ${selector}`),
      );
    expect(found).toEqual([]);
  });

  it('whatever is fetched brings the sheets of every class that it names', () => {
    const page = files.filter(({ path }) => path.startsWith('ui/'));
    const loads = new Map(page.map((file) => [file.path, loadsOf(file)]));
    const named = new Map(
      page.filter(({ path }) => path.endsWith('.tsx')).map((file) => [file.path, classesNamed(file)]),
    );
    const atFirst = loadedWith('ui/main.tsx', loads);
    const later = new Set([...loads.values()].flatMap((one) => one.later));
    const found = ['ui/main.tsx', ...later].flatMap((start) => {
      const here = loadedWith(start, loads);
      const isThere = (sheet: string) => here.has(sheet) || atFirst.has(sheet);
      return [...here].flatMap((path) =>
        [...(named.get(path) ?? [])]
          .filter((name) => !owners(name).every(isThere))
          .map((name) => `${start}: ${path} names ${name} of ${owners(name).join()}`),
      );
    });
    expect(found, 'import the sheet where the class is named, or choose another name').toEqual([]);
    expect(later.size).toBeGreaterThan(10);
  });

  it('a sheet is loaded from its own folder, unless several views hold what it dresses', () => {
    const found = imports
      .filter(
        ({ from, to }) => to.endsWith('.css') && dirname(from) !== dirname(to) && !isStyle(to) && !shared.includes(to),
      )
      .map(({ from, to }) => `${from} → ${to}`);
    expect(found).toEqual([]);
  });

  it('the tests see what they forbid', () => {
    const sheet = sheetOf({
      path: 'ui/example.css',
      text: '/* .no { } */ @media (min-width: 1px) { .a > b:is(.c, .d), .e[title=".f"] { top: 1.5em } } @keyframes g { from { top: 0 } }',
    });
    expect([...sheet.classes]).toEqual(['a', 'c', 'd', 'e']);
    expect([sheet.selectors.length, sheet.names]).toEqual([2, ['@keyframes g']]);
    const text = 'export const A = () => <p className={isOn ? "one two" : `three ${of}`} title="four" />;';
    expect([...classesNamed({ path: 'ui/example.tsx', text })]).toEqual(['one', 'two', 'three']);
  });
});

describe('what the house is built with', () => {
  const json = (name: string) => JSON.parse(readFileSync(join(root, name), 'utf8'));
  const lockfile: Record<string, Locked> = json('package-lock.json').packages;

  it('is named by exact versions', () => {
    const { dependencies, devDependencies } = json('package.json');
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+$/.test(String(version)),
    );
    expect(loose).toEqual([]);
  });

  it('the lockfile agrees with package.json and belongs to no one registry', () => {
    const { dependencies, devDependencies } = json('package.json');
    const [{ dependencies: locked, devDependencies: lockedDev }] = [lockfile['']];
    expect({ ...locked, ...lockedDev }).toEqual({ ...dependencies, ...devDependencies });
    expect(Object.keys(lockfile).filter((name) => lockfile[name].resolved)).toEqual([]);
  });

  it('the lockfile knows the native parts of every kind of machine', () => {
    // A lockfile made where some could not be found installs there and nowhere else.
    const missing = Object.entries(lockfile).flatMap(([name, { optionalDependencies }]) =>
      Object.keys(optionalDependencies ?? {}).filter(
        (part) => !lockfile[`node_modules/${part}`] && !lockfile[`${name}/node_modules/${part}`],
      ),
    );
    expect(missing).toEqual([]);
  });
});

/** A page must open with its doctype and a program with its interpreter; the idea follows. */
function firstLine(text: string): string {
  return text.replace(/^(#!.*|<!doctype html>)\n/i, '').split('\n')[0];
}

function hasComments(path: string): boolean {
  return extname(path) !== '.json' || basename(path) === 'tsconfig.json';
}
