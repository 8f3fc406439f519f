// The catalogue of words is what the pages say, and another language is laid over all of it without harming what is no word.
import { describe, expect, it } from 'vitest';
import { phrasesByFile } from '../../tools/catalogue.mjs';
import { inLanguage } from '../../tools/in-language.mjs';
import { idsOf, phraseOf, sitesOf } from '../../tools/phrases.mjs';
import { phrases, type Language } from '../../ui/words/phrases.ts';
import { sourceFiles } from '../source-files.ts';

const said = (code: string, ids?: Set<string>): string[] =>
  sitesOf('ui/example.tsx', code, ids).map(({ parts }) => phraseOf(parts));

describe('the catalogue', () => {
  it('holds every phrase of the pages and no other: `node tools/words.mjs` writes it anew', () => {
    expect(phrases).toEqual(phrasesByFile());
  });

  it('is one type: a language that lacks a phrase or has one too many does not compile', () => {
    type Need = Language['phrases'];
    const some = { Today: 'Heddiw' };
    // @ts-expect-error The others are missing.
    const language: Need = some;
    expect(language['Today']).toBe('Heddiw');
  });
});

describe('a phrase', () => {
  it('of an element is its text with names for what stands in it, and those have phrases of their own', () => {
    expect(said('const a = <p>Each end was run {times} times, see <a href="#x">the method</a>.</p>;')).toEqual([
      'Each end was run {times} times, see {a}.',
      'the method',
    ]);
    expect(said('const a = <button>{isBusy ? "stop" : `go on with ${name}`}</button>;')).toEqual([
      'stop',
      'go on with {name}',
    ]);
  });

  it('is split by no line of the source, and keeps no space of it', () => {
    expect(said('const a = (\n  <p>\n    One and\n    two{" "}\n    <b>three</b>\n  </p>\n);')).toEqual([
      'One and two {b}',
      'three',
    ]);
  });

  it('may be a text or a template that looks like words, with the words in it', () => {
    expect(said('const a = `${n} of ${all} ${n === 1 ? "person" : "people"} wait`; const b = "nobody waits";')).toEqual(
      ['{n} of {all} {n2} wait', 'person', 'people', 'nobody waits'],
    );
    expect(said('const a = `${n} ${n === 1 ? "day" : "days"}`; const b = spoken("fewer");')).toEqual([
      'day',
      'days',
      'fewer',
    ]);
  });

  it('is nothing that a program says to itself', () => {
    const code = `
      import { a } from 'two words';
      type T = 'two words';
      const b = <p className="two words" style={{ width: 'calc(1 + 2)' }} data-what="in care" onClick={() => go('where')} />;
      if (x === 'two words' || box['two words']) find('.two words');
      switch (x) { case 'two words': }
      run('npx onward run x'); look(\`--seed \${seed} --json\`);
      const c = { 'two words': 1 };
      matches('(prefers-color-scheme: dark)');
      const d = <p><code>{isBeside ? 'npx onward compare' : 'npx onward run'} a model</code></p>;
    `;
    expect(said(code)).toEqual([]);
  });

  it('is no token: what is compared, a type or in a list of constants', () => {
    const code = `const all = ['no place', 'in care'] as const; type T = 'open places'; if (x === 'a year') say('no more');`;
    expect([...idsOf('engine/example.ts', code)].sort()).toEqual(['a year', 'in care', 'no place', 'open places']);
    expect(said(`const b = 'no place'; const c = spoken('no place');`, new Set(['no place']))).toEqual(['no place']);
  });
});

describe('another language', () => {
  const put = (code: string, table: Record<string, string>): string =>
    inLanguage('ui/example.tsx', code, (phrase: string) => table[phrase]);

  it('orders what stands in a phrase as it wants', () => {
    expect(put('const a = <p>See <b>{one}</b> for {two}.</p>;', { 'See {b} for {two}.': 'Am {two} gweler {b}.' })).toBe(
      'const a = <p>{"Am "}{two}{" gweler "}<b>{one}</b>{"."}</p>;',
    );
    expect(put('const a = `${n} of ${all} wait`;', { '{n} of {all} wait': 'o {all} mae {n}' })).toBe(
      'const a = `o ${all} mae ${n}`;',
    );
  });

  it('reaches the phrases inside a phrase, whether or not it has the one around', () => {
    const code = 'const a = <p>All of {n === 1 ? "them" : "those"}</p>;';
    const inner = { them: 'nhw', those: 'y rhain' };
    expect(put(code, inner)).toBe('const a = <p>All of {n === 1 ? "nhw" : "y rhain"}</p>;');
    expect(put(code, { ...inner, 'All of {n}': 'Holl {n}' })).toBe(
      'const a = <p>{"Holl "}{n === 1 ? "nhw" : "y rhain"}</p>;',
    );
  });

  it('keeps the spaces around a phrase, and may hold any sign', () => {
    expect(put('const a = <p>to <b>x</b></p>;', { 'to {b}': '{b} `{"i}' })).toContain('{" `{\\"i}"}');
    expect(put('const a = ` and ${n} more`;', { 'and {n} more': 'a `${n}' })).toBe('const a = ` a \\`$${n}`;');
  });

  it('is refused when it loses what stands in a phrase or names what does not', () => {
    expect(() => put('const a = `about ${n} days`;', { 'about {n} days': 'tua dyddiau' })).toThrow(
      'ui/example.tsx: "about {n} days" is said as "tua dyddiau", which needs {n}, each once',
    );
    expect(() => put('const a = "nobody waits";', { 'nobody waits': 'neb {n}' })).toThrow('needs no name in braces');
  });

  it('changes nothing of the pages when it says the same', () => {
    const files = sourceFiles().filter(({ path }) => /^ui\/.*\.tsx?$/.test(path) && path !== 'ui/words/phrases.ts');
    expect(files.length).toBeGreaterThan(200);
    for (const { path, text } of files) {
      const same = inLanguage(path, text, (phrase: string) => phrase);
      const phrasesIn = (code: string) => sitesOf(path, code).map(({ parts }) => phraseOf(parts).trim());
      expect(phrasesIn(same), path).toEqual(phrasesIn(text));
    }
  });
});
