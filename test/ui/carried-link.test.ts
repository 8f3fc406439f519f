// A link that carries a document: whole, or what was entered in one that comes with the page; and what nobody should follow.
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import fc from '../properties.ts';
import { readModel, type Model } from '../../engine/index.ts';
import { documentIn, toCarry } from '../../ui/address/to-carry.ts';
import { carriedOf, carry } from '../../ui/address/carried.ts';
import { writeLink } from '../../ui/address/link.ts';
import { packed, unpacked } from '../../ui/address/packed.ts';
import { readLink } from '../../ui/address/read-link.ts';
import { isCarriedBy } from '../../ui/session/brought.ts';
import { documentDifferences, readDifferences, withDifferences } from '../../ui/model/document-differences.ts';
import { startOf } from '../../ui/model/asked.ts';
import { withOwnOptions } from '../../ui/model/own-document.ts';
import { ownOptions } from '../../ui/model/own-options.ts';
import { shipped, shippedModel } from '../models/shipped.ts';

const ilkeston = shippedModel('ilkeston-2019');
const own: Model = { ...shippedModel('learn/first-come'), id: 'our-own', title: 'Ours, with “quotes” and ẞ 漢字' };
const priced: Model = {
  ...ilkeston,
  stations: { ...ilkeston.stations, p3: { ...ilkeston.stations.p3, costs: { placeDayGbp: 395 } } },
  evidence: {
    ...ilkeston.evidence,
    'stations.p3.costs.placeDayGbp': { status: 'measured', source: 'the finance team' },
    'stations.p2.beds': { status: 'estimated', source: 'the team', low: 2, high: 5 },
  },
};
const linkOf = async (model: Model) => {
  const carried = await toCarry(model);
  return writeLink(model.id, startOf(model), 3, {
    carried,
    own: carried?.[0] === 'z' ? [] : ownOptions(model),
  });
};
const modelIn = async (link: string) => {
  const brought = await documentIn(link);
  if (!brought || 'problem' in brought) throw new Error(brought?.problem ?? 'no document');
  return readModel(brought.text).model;
};

describe('a link', () => {
  it('carries a document that does not come with the page whole, and the settings beside it', async () => {
    const link = await linkOf(own);
    expect(link).toMatch(/^#\/explore\?m=our-own&z=[\w-]+&o=/);
    expect(link.length).toBeLessThan(1900);
    expect(await modelIn(link)).toEqual(own);
    expect(readLink(link, own)).toMatchObject({ day: 3, settings: startOf(own), ignored: [] });
  });

  it('carries what was entered in one that comes with the page: ranges, prices, and the options beside them', async () => {
    const mine = withOwnOptions(priced, [{ id: 'own-1', title: 'Mine', set: { 'stations.p2.beds': 9 } }]);
    const link = await linkOf(mine);
    expect(link).toMatch(/&e=[\w-]+&a=/);
    expect(link.length).toBeLessThan(600);
    expect(await modelIn(link)).toEqual(mine);
    expect(readLink(link, mine).ignored).toEqual([]);
  });

  it('carries a line of evidence that was taken away', async () => {
    const [first] = Object.keys(ilkeston.evidence!);
    const { [first!]: _, ...evidence } = ilkeston.evidence!;
    const without = { ...ilkeston, evidence };
    expect(await modelIn(await linkOf(without))).toEqual(without);
  });

  it('says by name all of a document as it comes with the page, whatever options were made in it', async () => {
    for (const { model } of shipped)
      expect([model.id, await toCarry(withOwnOptions(model, [{ id: 'own-1', title: 'Mine' }]))]).toEqual([
        model.id,
        undefined,
      ]);
  });

  it('leaves the document where it is when it is the one that is open', async () => {
    await carry(priced, () => {});
    const link = await linkOf(priced);
    expect(carriedOf(priced)?.[0]).toBe('e');
    expect(isCarriedBy(link, priced)).toBe(true);
    expect(isCarriedBy(link, ilkeston)).toBe(false);
    expect(isCarriedBy(await linkOf(withOwnOptions(priced, [{ id: 'own-1', title: 'Mine' }])), priced)).toBe(false);
  });
});

describe('packing', () => {
  it('gives back every text, in letters that no address escapes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 3000 }), (text) => {
        const letters = packed(text);
        expect(letters).toMatch(/^[\w-]+$/);
        expect(unpacked(letters, 1e6)).toEqual({ text: Buffer.from(text).toString() });
      }),
    );
  });

  it('refuses what is cut short or changed, and makes nothing else of it', () => {
    const letters = packed(JSON.stringify(own));
    for (let length = 0; length < letters.length; length += 7)
      expect(unpacked(letters.slice(0, length), 1e6)).toEqual({
        problem: 'it is broken off or was changed on the way',
      });
    for (const odd of ['%%%', 'a b', '====', '\0', 'é'])
      expect(unpacked(odd, 1e6)).toEqual({ problem: 'it is broken off or was changed on the way' });
  });

  it('stops unpacking at the limit, however much is packed', () => {
    // 48 MB of one letter, in no more characters than are read of a link.
    const bomb = deflateRawSync(Buffer.alloc(48e6, 'a'), { level: 9 }).toString('base64url');
    expect(bomb.length).toBeLessThan(64 * 1024);
    const before = process.memoryUsage().arrayBuffers;
    expect(unpacked(bomb, 5e6)).toEqual({ problem: 'it unpacks to more than 5 MB, which is the limit' });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(30e6);
  });
});

describe('differences between two documents', () => {
  const json = fc.jsonValue({ maxDepth: 4 }).filter((value) => !JSON.stringify(value).includes('__proto__'));
  const document = fc.dictionary(
    fc.string().filter((key) => key !== '__proto__'),
    json,
  );

  it('make the other of the one, after a way through text', () => {
    fc.assert(
      fc.property(document, document, (from, to) => {
        const read = readDifferences(JSON.stringify(documentDifferences(from, to)))!;
        expect(JSON.parse(JSON.stringify(withDifferences(from, read)))).toEqual(JSON.parse(JSON.stringify(to)));
      }),
    );
  });

  it.each(['', 'null', '{}', '[[]]', '[["a",1]]', '[[[],1]]', '[[["a"],1,2]]', '[[[1],1]]', '[[["__proto__","x"],1]]'])(
    '%s is not read',
    (text) => expect(readDifferences(text)).toBeUndefined(),
  );
});

describe('a link that nobody should follow', () => {
  const problemOf = async (pair: string, m = 'ilkeston-2019') => {
    const brought = await documentIn(`#/explore?m=${m}&${pair}&v=2`);
    return brought && 'problem' in brought ? brought.problem : brought;
  };
  const ends = 'Ask whoever sent it for the link again, or for the model’s file.';

  it.each([
    ['z=%00%01', 'it is broken off or was changed on the way'],
    ['z=', 'it is broken off or was changed on the way'],
    ['e=AAAA', 'it is broken off or was changed on the way'],
    [`e=${packed('{"a":1}')}`, 'it is nothing that a page has written'],
    [
      `z=${deflateRawSync(Buffer.alloc(30e6)).toString('base64url')}`,
      'it unpacks to more than 5 MB, which is the limit',
    ],
  ])('%# is refused in words', async (pair, why) => {
    expect(await problemOf(pair)).toBe(`What this link brings of a model was not used: ${why}. ${ends}`);
  });

  it('changes nothing that this page does not have', async () => {
    const e = packed(JSON.stringify([[['title'], 'x']]));
    expect(await problemOf(`e=${e}`, 'elsewhere')).toContain(
      'it changes “elsewhere”, which does not come with this page',
    );
  });
});
