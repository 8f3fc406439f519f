// `node tools/mutate.mjs [files or folders of engine/] [--share 10%] [--fresh]`: does a test fail when the engine is changed?
// Says by file how many changes were noticed, and lists those that were not and are not explained in test/mutation-survivors.md.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Plain, prepare, root, run } from './install.mjs';
import { buildInto, changesOf } from './mutation/changed-build.mjs';
import { engineFiles, testsFor, testsOf } from './mutation/judges.mjs';
import { hire, judgeAll, judgeFromTheStart } from './mutation/supervise.mjs';

const folder = join(root, '.cache', 'mutation');
const keptFile = join(folder, 'verdicts.json');
/** Fewer generated models than usual: most changes are noticed by the first few. */
const environment = { ONWARD_LAW_MODELS: '60' };
const noticed = { Killed: true, Timeout: true };
const workers = Number(process.env.MUTATION_WORKERS ?? 2);

/** Which changes each test reaches, and how long it takes; a test that fails without any change judges nothing. */
async function lookAround(testFiles, texts) {
  const paths = await buildInto(join(folder, 'looking'), texts, testFiles, true);
  const named = testFiles.map((name, at) => ({ name, path: paths[at] }));
  const { child, begun } = await hire({ testFiles: named, looking: true }, environment);
  child.kill('SIGKILL');
  if (!begun?.times) throw new Plain(`The tests could not be loaded: ${begun?.failed[0]?.why ?? 'no answer'}.`);
  for (const { name, why } of begun.failed) console.error(`  left out, fails by itself: ${name}: ${why}`);
  const failed = begun.failed.map(({ name }) => name);
  const judgesOf = new Map();
  for (const [name, ids] of Object.entries(begun.passedBy)) {
    if (failed.includes(name)) continue;
    for (const id of ids) {
      if (!judgesOf.has(id)) judgesOf.set(id, []);
      judgesOf.get(id).push(name);
    }
  }
  return { times: begun.times, atLoading: new Set(begun.atLoading), failed, judgesOf };
}

/** Verdicts of an earlier run on files that are the same to the letter: a change that was noticed is not tried again. */
function keptVerdicts(isFresh) {
  if (isFresh || !existsSync(keptFile)) return {};
  return JSON.parse(readFileSync(keptFile, 'utf8'));
}

const digestOf = (path) =>
  createHash('sha256')
    .update(readFileSync(join(root, path)))
    .digest('hex');

/** A tenth by chance says nearly as much as all; a larger share holds the smaller ones, so that work done stays of use. */
const isInShare = (mutant, share) =>
  createHash('sha256')
    .update(`${mutant.fileName} ${nameOf(mutant)}`)
    .digest()
    .readUInt32BE(0) <
  share * 2 ** 32;

function shareIn(args) {
  const at = args.indexOf('--share');
  if (at < 0) return 1;
  const [, number] = /^(\d+(?:\.\d+)?)%$/.exec(args[at + 1] ?? '') ?? [];
  if (!(number > 0 && number <= 100)) throw new Plain('--share takes a percentage, as in --share 10%.');
  args.splice(at, 2);
  return number / 100;
}

/** Something that tells a change from every other of its file. */
const nameOf = ({ location: { start, end }, replacement }) =>
  `${start.line}:${start.column}-${end.line}:${end.column} ${replacement}`;

/** Lines and columns are counted from zero. */
function textAt(source, { start, end }) {
  const lines = source.split('\n').slice(start.line, end.line + 1);
  lines[lines.length - 1] = lines[lines.length - 1].slice(0, end.column);
  lines[0] = lines[0].slice(start.column);
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
        return `${each.file}:${row + 1}:${column + 1} ${each.mutatorName}${how}  ${changeOf(each)}`;
      }),
  ].join('\n');
}

await run(async () => {
  await prepare();
  const args = process.argv.slice(2);
  const share = shareIn(args);
  const files = engineFiles(args.filter((arg) => !arg.startsWith('--')));
  if (files.length === 0) throw new Plain('No such file or folder in engine/.');
  mkdirSync(folder, { recursive: true });

  const began = performance.now();
  const seconds = () => ((performance.now() - began) / 1000).toFixed(0);
  const { mutants: all, texts } = await changesOf(files);
  const mutants = all.filter((mutant) => mutant.status !== 'Ignored' && isInShare(mutant, share));
  const testFiles = testsOf();
  const looked = await lookAround(testFiles, texts);
  const paths = await buildInto(join(folder, 'judging'), texts, testFiles, false);
  const named = testFiles.map((name, at) => ({ name, path: paths[at] }));
  console.error(
    `${mutants.length} of ${all.length} changes in ${files.length} files, ${Object.keys(looked.times).length} tests, ${seconds()} s`,
  );

  const kept = keptVerdicts(args.includes('--fresh'));
  const digests = Object.fromEntries(files.map((path) => [path, digestOf(path)]));
  for (const path of files)
    if (kept[path]?.digest !== digests[path]) kept[path] = { digest: digests[path], noticed: {} };
  const verdicts = new Map();
  const keep = (mutant, verdict) => {
    verdicts.set(Number(mutant.id), verdict);
    if (verdict.status in noticed) kept[mutant.fileName].noticed[nameOf(mutant)] = verdict;
    if (verdicts.size % 200 === 0) {
      writeFileSync(keptFile, JSON.stringify(kept));
      console.error(`  ${verdicts.size} of ${mutants.length}, ${seconds()} s`);
    }
  };
  for (const mutant of mutants) {
    const known = kept[mutant.fileName].noticed[nameOf(mutant)];
    if (known) verdicts.set(Number(mutant.id), known);
  }
  const byId = new Map(mutants.map((mutant) => [Number(mutant.id), mutant]));
  const open = [...byId.keys()].filter((id) => !verdicts.has(id));
  const inTests = new Map([...looked.judgesOf].filter(([id]) => byId.has(id) && !verdicts.has(id)));
  await judgeAll(inTests, workers, { testFiles: named, times: looked.times }, environment, (verdict) =>
    keep(byId.get(verdict.id), verdict),
  );

  // What runs once, when a file is loaded, must be on before it is; and what was worked out once may have been kept.
  const early = open.filter(
    (id) =>
      verdicts.get(id)?.status === 'Survived' || (looked.atLoading.has(id) && !(verdicts.get(id)?.status in noticed)),
  );
  console.error(`  ${early.length} are judged afresh, ${seconds()} s`);
  const queue = [...early];
  await Promise.all(
    Array.from({ length: workers }, async () => {
      for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
        const own = new Set(testsFor(byId.get(id).fileName));
        const work = { testFiles: named.filter(({ name }) => own.has(name)), leaveOut: looked.failed };
        keep(byId.get(id), await judgeFromTheStart(id, work, environment));
      }
    }),
  );
  for (const id of open) if (!verdicts.has(id)) verdicts.set(id, { id, status: 'NoCoverage' });
  writeFileSync(keptFile, JSON.stringify(kept));

  const sources = new Map(files.map((path) => [path, readFileSync(join(root, path), 'utf8')]));
  const found = mutants.map((mutant) => ({
    ...mutant,
    file: mutant.fileName,
    status: verdicts.get(Number(mutant.id)).status,
    original: textAt(sources.get(mutant.fileName), mutant.location),
  }));
  const report = reportOf(found, explained());
  writeFileSync(join(folder, 'report.txt'), report);
  console.error(`  done, ${seconds()} s`);
  console.log(report);
});
