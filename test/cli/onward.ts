// Starts the built `onward` as a person would, and returns what it printed and how it ended.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../source-files.ts';

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Circumstances {
  readonly input?: string;
  /** Beside those of this process. */
  readonly env?: Readonly<Record<string, string>>;
  readonly meanwhile?: (child: ChildProcess) => void;
}

export function onward(args: readonly string[], { input, env, meanwhile }: Circumstances = {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'cli', 'onward.mjs'), ...args], {
      cwd: root,
      env: { ...process.env, ...env },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
    // A command that refuses its arguments never reads its input.
    child.stdin.on('error', () => {});
    child.stdin.end(input ?? '');
    meanwhile?.(child);
  });
}

/** A small model with two options, both quick to run. */
export const smallModel = {
  schemaVersion: 1,
  id: 'small',
  title: 'A small model',
  about: 'For tests only.',
  calendar: { startDate: '2024-01-01', warmUpDays: 30, runDays: 120 },
  experiment: { replications: 12, seed: 5 },
  needs: { p1: { label: 'Pathway 1', goesTo: 'p1' }, p2: { label: 'Pathway 2', goesTo: 'p2' } },
  streams: { acute: { label: 'Acute', arrivalsPerDay: 2, shares: { p1: 0.6, p2: 0.4 }, startsAt: 'acute' } },
  stations: {
    acute: {
      kind: 'ward',
      label: 'Acute hospital',
      beds: 'unlimited',
      stay: { shape: 'fixed', days: 0 },
      next: [{ to: 'need' }],
    },
    p1: {
      kind: 'caseload',
      label: '=Care, "at home"',
      places: 16,
      stay: { shape: 'exponential', meanDays: 10 },
      next: [{ to: 'home' }],
    },
    p2: {
      kind: 'ward',
      label: 'Supportive beds',
      beds: 8,
      stay: { shape: 'lognormal', meanDays: 9, sdDays: 6 },
      next: [
        { to: 'p1', share: 0.3 },
        { to: 'home', share: 0.7 },
      ],
    },
    home: { kind: 'exit', label: 'Home' },
  },
  options: [
    { id: 'more-beds', title: 'More beds', set: { 'stations.p2.beds': 12 } },
    { id: 'more-home', title: 'More care at home', set: { 'stations.p1.places': 20 } },
  ],
};

/** A folder for one test file, gone when `remove` is called. */
export function scratchFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'onward-cli-'));
  return {
    folder,
    file(name: string, content: string | object): string {
      const path = join(folder, name);
      writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
      return path;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
