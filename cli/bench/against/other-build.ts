// The build to compare with: a folder as it is, or a commit of this repository put into a folder for the time being.
import { execFile } from 'node:child_process';
import { existsSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type BadCommand, badCommand } from '../../bad-command.ts';

export interface OtherBuild {
  readonly folder: string;
  /** The whole name of the commit it was taken from; undefined for a folder. */
  readonly commit?: string;
}

const DOOR = join('engine', 'index.ts');

const refused = (found: string, hint: string): BadCommand =>
  badCommand(
    '--against',
    found,
    'a folder with another build of Onward, or a tag, branch or commit of this repository',
    hint,
  );

/** `home`: where this build lies. `scratch`: a folder that a commit may be put into. */
export async function otherBuild(given: string, home: string, scratch: string): Promise<OtherBuild> {
  if (existsSync(given)) return { folder: folderGiven(given) };
  const commit = await commitNamed(given, home);
  const folder = join(realpathSync(scratch), 'checked-out');
  const failed = await failureOf(() => checkOut(commit, home, folder, join(scratch, 'index')));
  if (failed === undefined && existsSync(join(folder, DOOR))) return { folder, commit };
  const why = failed === undefined ? `has no ${DOOR}` : `cannot be checked out: ${failed}`;
  throw refused(`"${given}", whose commit ${commit.slice(0, 12)} ${why}`, 'Give a later commit, or a folder.');
}

function folderGiven(given: string): string {
  const isFolder = statSync(given).isDirectory();
  if (isFolder && existsSync(join(given, DOOR))) return realpathSync(given);
  const found = isFolder ? `the folder ${given}, which has no ${DOOR}` : `${given}, which is a file`;
  throw refused(found, 'Give the folder that holds engine, ui and cli.');
}

async function commitNamed(given: string, home: string): Promise<string> {
  let commit = '';
  const failed = await failureOf(async () => {
    commit = await git(home, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${given}^{commit}`]);
  });
  if (failed === undefined) return commit;
  throw refused(
    `"${given}", which is no folder here and no name that git knows${failed === '' ? '' : `; it says: ${failed}`}`,
    'See git tag and git log for what there is, or give the path of a folder.',
  );
}

/** Uses a separate git index, so the repository itself is only read and keeps no record of the folder. */
async function checkOut(commit: string, home: string, folder: string, index: string): Promise<void> {
  const prefix = await git(home, ['rev-parse', '--show-prefix']);
  // Below the top, git would write only what lies there.
  const top = await git(home, ['rev-parse', '--show-toplevel']);
  await git(top, ['read-tree', `${commit}:${prefix}`], { GIT_INDEX_FILE: index });
  await git(top, ['checkout-index', '--all', `--prefix=${folder}/`], { GIT_INDEX_FILE: index });
}

async function git(folder: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<string> {
  const { stdout } = await promisify(execFile)('git', ['-C', folder, ...args], { env: { ...process.env, ...env } });
  return stdout.trim();
}

/** Undefined if all went well; else what git said last, which may be nothing. */
async function failureOf(attempt: () => Promise<void>): Promise<string | undefined> {
  try {
    await attempt();
    return undefined;
  } catch (error) {
    const { code, stderr } = error as { code?: unknown; stderr?: string };
    if (code === 'ENOENT') return 'git is not installed';
    return stderr?.trim().split('\n').at(-1) ?? String(error);
  }
}
