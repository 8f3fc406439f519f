// The same model gives the same bytes from three lines of Node, from Chromium and from Firefox, whatever the place and language.
import { beforeAll, describe, expect, it } from 'vitest';
import { findRuntimes } from '../../tools/runtimes.mjs';
import { hashesIn, oneOptionEach } from '../../tools/same-bytes.mjs';

const isCi = /^(1|true)$/i.test(process.env.CI ?? '');
const here = { name: 'this Node', kind: 'node', path: process.execPath };
const runtimes = await findRuntimes();
/** The last option of each; `node tools/hashes.mjs` compares every option. */
const models = oneOptionEach();
const MOST = 600_000; // a browser shares two cores with the rest of the tests

let wanted: Map<string, string>;
beforeAll(async () => void (wanted = await hashesIn(here, models)), MOST);

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
    it.skipIf(!path && !isCi)(`gives the same bytes from ${name}`, { timeout: MOST }, async () => {
      expect(path, `${name} was not found`).toBeTruthy();
      expect(await hashesIn({ name, kind, path }, models)).toEqual(wanted);
    });
  }

  it('gives the same bytes half a day away, in another language', { timeout: MOST }, async () => {
    const elsewhere = { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };
    expect(await hashesIn({ ...here, env: elsewhere }, models)).toEqual(wanted);
  });
});
