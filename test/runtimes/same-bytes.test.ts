// The same model gives the same bytes from three lines of Node, from Chromium and from Firefox, whatever the time zone and language.
import { beforeAll, describe, expect, it } from 'vitest';
import { findRuntimes } from '../../tools/runtimes.mjs';
import { hashesIn, oneOptionEach } from '../../tools/same-bytes.mjs';

const isCi = /^(1|true)$/i.test(process.env.CI ?? '');
const here = { name: 'this Node', kind: 'node', path: process.execPath };
/** Half a day away, in a language with letters of its own. */
const elsewhere = { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };
const found = await findRuntimes();
/** This Node is most often one of them. */
const runtimes = found.some(({ path }) => path === here.path) ? found : [...found, here];
/** The last option of each; `node tools/hashes.mjs` compares every option. */
const models = oneOptionEach();

let wanted: Map<string, string>;
beforeAll(async () => void (wanted = await hashesIn(here, models)));

describe('every shipped model', () => {
  it('has a result of its own', () => {
    expect(wanted.size).toBe(models.length);
    expect(wanted.size).toBeGreaterThanOrEqual(3);
    expect(new Set(wanted.values()).size).toBe(wanted.size);
    for (const hash of wanted.values()) expect(hash).toMatch(/^[0-9a-f]{64}$/);
  });

  // Continuous integration must have them all; tools/test.mjs installs what is missing there.
  for (const { name, kind, path } of runtimes) {
    if (!path && !isCi) console.warn(`${'*'.repeat(100)}\n${name} was not found: its bytes were not compared.`);
    const [where, env] = kind === 'node' ? [', half a day away, in another language', elsewhere] : [''];
    it.skipIf(!path && !isCi)(`gives the same bytes from ${name}${where}`, async () => {
      expect(path, `${name} was not found`).toBeTruthy();
      expect(await hashesIn({ name, kind, path, env }, models)).toEqual(wanted);
    });
  }
});
