// Every package of the lockfile has a licence that lets Onward be passed on, and the list of parts names every one of them.
import { describe, expect, it } from 'vitest';
import { isAllowed, licencesOf, lockfile } from '../../tools/licences.mjs';
import { sbom } from '../../tools/sbom.mjs';

describe('licences', () => {
  it('of all packages are allowed', () => {
    const { counts, problems } = licencesOf(lockfile());
    expect(problems).toEqual([]);
    expect([...counts.values()].reduce((sum, count) => sum + count, 0)).toBe(
      Object.keys(lockfile().packages).length - 1,
    );
  });

  it.each([
    ['MIT', true],
    ['(MIT OR GPL-3.0-or-later)', true],
    ['(MIT AND Zlib)', true],
    ['MIT AND GPL-3.0-only', false],
    ['GPL-3.0-only OR (MIT AND SSPL-1.0)', false],
    ['MPL-2.0', false],
    ['UNLICENSED', false],
    ['SEE LICENSE IN LICENSE.txt', false],
    ['MIT)', false],
    ['', false],
    [undefined, false],
  ])('%s: %s', (expression, is) => expect(isAllowed(expression, false)).toBe(is));

  it('of a planted package are found, also where it is only installed', () => {
    const packages = {
      '': {},
      'node_modules/a': { version: '1.0.0', license: 'AGPL-3.0-only' },
      'node_modules/b': { version: '1.0.0', license: 'MPL-2.0', dev: true },
      'node_modules/c': { version: '1.0.0', license: 'MIT' },
      'node_modules/d': { version: '1.0.0' },
    };
    const here = (path: string) => (path.endsWith('c') ? 'ISC' : undefined);
    expect(licencesOf({ packages }, here).problems).toEqual([
      'a 1.0.0 is under AGPL-3.0-only.',
      'c 1.0.0 is under ISC; the lockfile says MIT.',
      'd 1.0.0 is under no licence.',
    ]);
  });
});

it('the list of parts is CycloneDX and names every package of the lockfile, with its digest', async () => {
  const { bomFormat, specVersion, metadata, components, dependencies } = await sbom();
  expect([bomFormat, metadata.component.name]).toEqual(['CycloneDX', 'onward']);
  expect(Number(specVersion)).toBeGreaterThanOrEqual(1.5);
  const name = (path: string) => path.replace(/^.*node_modules\//, '');
  const wanted = Object.entries<{ version: string }>(lockfile().packages).flatMap(([path, { version }]) =>
    path === '' ? [] : [`${name(path)}@${version}`],
  );
  const listed = components as { purl: string; 'bom-ref': string; hashes: { alg: string; content: string }[] }[];
  const found = new Set(listed.map(({ purl }) => decodeURIComponent(purl.replace(/^pkg:npm\//, ''))));
  expect([...new Set(wanted)].filter((one) => !found.has(one))).toEqual([]);
  for (const { hashes } of listed) expect(hashes[0]).toMatchObject({ alg: 'SHA-512' });
  const known = new Set([metadata.component['bom-ref'], ...listed.map((one) => one['bom-ref'])]);
  const links = dependencies as { ref: string; dependsOn?: string[] }[];
  expect(links.flatMap(({ ref, dependsOn = [] }) => [ref, ...dependsOn]).filter((ref) => !known.has(ref))).toEqual([]);
});
