// The licences of all packages of the lockfile: which are allowed, and which package has another one.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './install.mjs';

/** Ask for no more than to be named, so whoever passes Onward on may do as its own licence says. The typefaces are under OFL-1.1. */
const ALLOWED = new Set(
  'MIT ISC 0BSD BSD-2-Clause BSD-3-Clause Apache-2.0 BlueOak-1.0.0 Unlicense Zlib OFL-1.1'.split(' '),
);
/** Besides, where a package only builds or tests and is no part of what is passed on. */
const ALLOWED_FOR_TOOLS = new Set(['MPL-2.0', 'CC-BY-4.0']);

/**
 * Asks besides that whoever is given it can get its source: it is used unchanged, and the README says where the source is.
 */
const KNOWN = new Map([['mediabunny', 'MPL-2.0']]);

/** An expression of SPDX: names, AND, OR, brackets. Anything else is not allowed. */
export function isAllowed(expression, isTool) {
  const words = String(expression).match(/[()]|[^\s()]+/g) ?? [];
  let at = 0;
  const one = () => {
    if (words[at] !== '(') return isAllowedName(words[at++], isTool);
    at++;
    const inner = either();
    return words[at++] === ')' && inner;
  };
  const both = () => {
    let all = one();
    while (words[at] === 'AND') all = (at++, one()) && all;
    return all;
  };
  const either = () => {
    let any = both();
    while (words[at] === 'OR') any = (at++, both()) || any;
    return any;
  };
  return either() && at === words.length;
}

const isAllowedName = (name, isTool) => ALLOWED.has(name) || (isTool && ALLOWED_FOR_TOOLS.has(name));

/** How many packages have each licence, and a line for every package that may not be used or says two things. */
export function licencesOf({ packages }, installed = licenceInstalled) {
  const counts = new Map();
  const problems = [];
  for (const [path, { license, dev, devOptional, version }] of Object.entries(packages)) {
    if (path === '') continue;
    const here = installed(path);
    const name = `${path.replace(/^.*node_modules\//, '')} ${version}`;
    const said = here ?? license;
    counts.set(said, (counts.get(said) ?? 0) + 1);
    const isKnown = said !== undefined && KNOWN.get(name.split(' ')[0]) === said;
    if (!isKnown && !isAllowed(said, dev === true || devOptional === true))
      problems.push(`${name} is under ${said ?? 'no licence'}.`);
    else if (here !== undefined && license !== undefined && here !== license)
      problems.push(`${name} is under ${here}; the lockfile says ${license}.`);
  }
  return { counts, problems };
}

/** Undefined for a package that is for another kind of machine, and not here. */
function licenceInstalled(path) {
  const file = join(root, path, 'package.json');
  if (!existsSync(file)) return undefined;
  const { license, licenses } = JSON.parse(readFileSync(file, 'utf8'));
  return license?.type ?? license ?? licenses?.map(({ type }) => type).join(' OR ');
}

export const lockfile = () => JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
