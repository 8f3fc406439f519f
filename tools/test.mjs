// `npm test`: install, browser, types, lint, format, build, tests; the last line counts them, and the exit code says the same.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { capture, prepare, root } from './install.mjs';

const filters = process.argv.slice(2);
const isCi = /^(1|true)$/i.test(process.env.CI ?? '');
const failedSteps = [];
let counts = { passed: 0, failed: 0, skipped: 0 };

if (await step('install', prepare)) {
  const browser = await findBrowser();
  const missing = await missingRuntimes();
  const redis = await findRedis();
  const typesOf = ['.', 'engine', 'formats', 'library', 'ui', 'cli', 'test'];
  await Promise.all([
    step('build', async () => {
      const { build } = await import('./build.mjs');
      for (const house of ['ui', 'cli', 'library']) await build(house);
    }),
    step('types', () => Promise.all(typesOf.map((folder) => tool('typescript/bin/tsc', '-p', folder)))),
    step('lint', () => tool('oxlint/bin/oxlint', '--deny-warnings')),
    step('format', () => tool('oxfmt/bin/oxfmt', '--check')),
  ]);
  await step('tests', () => runTests(browser));
  if (!browser && !isCi)
    console.log('\n*** NO BROWSER WAS FOUND: THE BROWSER TESTS WERE SKIPPED. Set CHROME_PATH to a Chromium. ***');
  if (!redis && !isCi)
    console.log(
      '\n*** NO REDIS WAS FOUND: THE TESTS OF THE FLEET WERE SKIPPED. apt-get install redis-server, or set REDIS_SERVER. ***',
    );
  if (missing.length > 0)
    console.log(
      `\n*** NOT FOUND HERE, SO NOT COMPARED: ${missing.join(', ').toUpperCase()}. \`node tools/hashes.mjs\` fetches what it can. ***`,
    );
}

// A step that failed is a failure to be counted, whether or not a test failed with it.
const failed = counts.failed + failedSteps.filter((name) => name !== 'tests' || counts.failed === 0).length;
if (failedSteps.length > 0) console.log(`\nFailed: ${failedSteps.join(', ')}.`);
console.log(`\n${counts.passed} passed, ${failed} failed${counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''}`);
process.exitCode = failed > 0 ? 1 : 0;

/** Runs one step, says how long it took, and goes on even if it failed: one run should show everything that is wrong. */
async function step(name, body) {
  const began = performance.now();
  let worked = true;
  try {
    await body();
  } catch (error) {
    worked = false;
    failedSteps.push(name);
    console.log(error.message);
  }
  console.log(`${worked ? '✓' : '✗'} ${name}  ${((performance.now() - began) / 1000).toFixed(1)} s`);
  return worked;
}

async function findBrowser() {
  let browser;
  await step('browser', async () => {
    const { findOrInstallBrowser } = await import('./browser.mjs');
    browser = await findOrInstallBrowser();
    if (!browser && isCi)
      throw new Error('No browser was found or could be installed, and continuous integration must not go without.');
  });
  return browser;
}

/** The names of the runtimes whose results cannot be compared here; continuous integration must have them all. */
async function missingRuntimes() {
  let missing = [];
  await step('runtimes', async () => {
    const { findOrInstallRuntimes, findRuntimes } = await import('./runtimes.mjs');
    const runtimes = await (isCi ? findOrInstallRuntimes() : findRuntimes());
    missing = runtimes.filter(({ path }) => !path).map(({ name }) => name);
    if (isCi && missing.length > 0)
      throw new Error(`Not found and not to be installed, but needed: ${missing.join(', ')}.`);
  });
  return missing;
}

/** The queue of the fleet's tests. */
async function findRedis() {
  let redis;
  await step('redis', async () => {
    const { findOrInstallRedis } = await import('./redis.mjs');
    redis = await findOrInstallRedis();
    if (!redis && isCi)
      throw new Error('No Redis was found or could be installed, and continuous integration must not go without.');
  });
  return redis;
}

/** Runs a tool of node_modules quietly; what it says is shown only if it fails. */
async function tool(script, ...args) {
  const { code, output } = await capture(process.execPath, [join(root, 'node_modules', script), ...args]);
  if (code !== 0) throw new Error(output.trim() || `${script} ended with code ${code}`);
}

async function runTests(browser) {
  const folder = mkdtempSync(join(tmpdir(), 'onward-test-'));
  const report = join(folder, 'report.json');
  const projects = browser ? [] : ['--project', '!browser'];
  const code = await vitest(
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...projects, ...filters],
    {
      ...process.env,
      ...(browser && { ONWARD_CHROMIUM: browser }),
    },
  );
  if (existsSync(report)) counts = read(JSON.parse(readFileSync(report, 'utf8')));
  rmSync(folder, { recursive: true, force: true });
  if (code !== 0 || counts.failed > 0) throw new Error(code === 0 ? '' : `vitest ended with code ${code}`);
  if (counts.passed === 0) throw new Error('No test ran.');
}

function vitest(args, env) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), ...args], {
      cwd: root,
      env,
      stdio: 'inherit',
    });
    child.on('error', () => resolve(1));
    child.on('close', (code) => resolve(code ?? 1));
  });
}

function read(report) {
  // A file that cannot even be loaded has no tests to count; it is one failure.
  const unloaded = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}
