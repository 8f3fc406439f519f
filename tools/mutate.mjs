// `node tools/mutate.mjs [files or folders of engine/] [--fresh]`: does a test fail when a line of the engine is changed?
// Says by file how many changes were noticed, and lists those that were not and are not explained in test/mutation-survivors.md.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Plain, prepare, root, run } from './install.mjs';
import { engineFiles, groupsOf } from './mutation-judges.mjs';

/** Fewer generated models than usual: most changes are noticed by the first few. */
const LAW_MODELS = '60';
const folder = join(root, '.cache', 'mutation');

/** The mutants of one group of files, each with what became of it. */
async function mutate({ name, files, tests }, fresh) {
  const at = (end) => join(folder, `${name}.${end}`);
  if (fresh) rmSync(at('kept.json'), { force: true });
  rmSync(at('result.json'), { force: true });
  writeFileSync(at('settings.json'), JSON.stringify(settingsFor(files, at)));
  const code = await stryker(at('settings.json'), {
    ...process.env,
    MUTATION_TESTS: tests.join(' '),
    ONWARD_LAW_MODELS: LAW_MODELS,
  });
  if (!existsSync(at('result.json'))) throw new Plain(`Stryker ended with code ${code}; see what it said above.`);
  const { files: results } = JSON.parse(readFileSync(at('result.json'), 'utf8'));
  return Object.entries(results).flatMap(([file, { source, mutants }]) =>
    mutants.map((mutant) => ({ ...mutant, file, original: textAt(source, mutant.location) })),
  );
}

const settingsFor = (files, at) => ({
  mutate: files,
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'test/mutation.config.ts', related: false },
  // TypeScript 7 cannot be asked by programs; pointed at no tsconfig, Stryker does not try. Vitest needs no types either.
  tsconfigFile: 'none.json',
  disableTypeChecks: false,
  // Sentences are for people, and the words of documents are held by types.
  mutator: { excludedMutations: ['StringLiteral'] },
  coverageAnalysis: 'perTest',
  // What runs once, when a file is loaded, would need every test afresh for every mutant.
  ignoreStatic: true,
  concurrency: 2,
  timeoutMS: 3000,
  timeoutFactor: 2,
  incremental: true,
  incrementalFile: at('kept.json'),
  reporters: ['json'],
  jsonReporter: { fileName: at('result.json') },
  tempDirName: join(folder, 'sandbox'),
  cleanTempDir: 'always',
  ignorePatterns: ['/dist', '/ui', '/.ci', '/.cache'],
  logLevel: 'warn',
  allowConsoleColors: false,
});

function stryker(settings, env) {
  return new Promise((resolve, reject) => {
    const script = join(root, 'node_modules/@stryker-mutator/core/bin/stryker.js');
    const child = spawn(process.execPath, [script, 'run', settings], { cwd: root, env, stdio: ['ignore', 2, 2] });
    const stop = () => {
      child.kill();
      process.exit(130);
    };
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop);
    child.on('error', reject);
    child.on('close', (code) => {
      for (const signal of ['SIGINT', 'SIGTERM']) process.off(signal, stop);
      resolve(code);
    });
  });
}

function textAt(source, { start, end }) {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  lines[lines.length - 1] = lines[lines.length - 1].slice(0, end.column - 1);
  lines[0] = lines[0].slice(start.column - 1);
  return short(lines.join('\n'));
}

const short = (text) => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 90 ? `${line.slice(0, 89)}…` : line;
};

const changeOf = ({ original, replacement }) => `${original} → ${short(replacement)}`;

/** Survivors known to make no difference that a test could see, as "file change"; lines move, so they do not count. */
function explained() {
  const text = readFileSync(join(root, 'test/mutation-survivors.md'), 'utf8');
  const rows = text.matchAll(/^\| (engine\/\S+?):\d+ \| (`+) ?(.+?) ?\2 \| .+ \|$/gm);
  return new Set([...rows].map(([, file, , change]) => `${file} ${change.replaceAll('\\|', '|')}`));
}

function reportOf(mutants, known) {
  const count = (list, ...statuses) => list.filter(({ status }) => statuses.includes(status)).length;
  const line = (file, list) => {
    const [killed, survived, none] = [
      count(list, 'Killed', 'Timeout'),
      count(list, 'Survived'),
      count(list, 'NoCoverage'),
    ];
    const explainedHere = list.filter((each) => isAlive(each) && known.has(`${each.file} ${changeOf(each)}`)).length;
    const score = ((100 * killed) / (killed + survived + none)).toFixed(1);
    return (
      [score, killed, survived, none, explainedHere].map((cell) => String(cell).padStart(9)).join('') + `  ${file}`
    );
  };
  const isAlive = ({ status }) => status === 'Survived' || status === 'NoCoverage';
  const files = [...new Set(mutants.map(({ file }) => file))].sort();
  const left = mutants.filter((each) => isAlive(each) && !known.has(`${each.file} ${changeOf(each)}`));
  return [
    '  score %   killed survived  no test explained  file',
    ...files.map((file) =>
      line(
        file,
        mutants.filter((each) => each.file === file),
      ),
    ),
    line('all', mutants),
    '',
    ...left
      .sort((a, b) => a.file.localeCompare(b.file) || a.location.start.line - b.location.start.line)
      .map((each) => {
        const { line: row, column } = each.location.start;
        const how = each.status === 'NoCoverage' ? ' (no test runs it)' : '';
        return `${each.file}:${row}:${column} ${each.mutatorName}${how}  ${changeOf(each)}`;
      }),
  ].join('\n');
}

await run(async () => {
  await prepare();
  const args = process.argv.slice(2);
  const files = engineFiles(args.filter((arg) => !arg.startsWith('--')));
  if (files.length === 0) throw new Plain('No such file or folder in engine/.');
  mkdirSync(folder, { recursive: true });

  const found = [];
  for (const group of groupsOf(files)) {
    const began = performance.now();
    console.error(`${group.files.join(' ')} …`);
    const mutants = await mutate(group, args.includes('--fresh'));
    found.push(...mutants);
    const seconds = (performance.now() - began) / 1000;
    console.error(
      `  ${mutants.length} mutants, ${seconds.toFixed(0)} s, ${(seconds / mutants.length).toFixed(2)} s each`,
    );
  }
  const report = reportOf(found, explained());
  writeFileSync(join(folder, 'report.txt'), report);
  console.log(report);
});
