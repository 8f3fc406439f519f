// The method page is true: a section for every rule and measure, tests and checks that exist, models that can be used.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { checkGroups, definitions, measures, readModel, sayProblem } from '../../engine/index.ts';
import { MethodPage } from '../../ui/views/method/method-page.tsx';
import { headingId } from '../../ui/parts/method-text/method-sections.ts';
import { root } from '../source-files.ts';

const text = readFileSync(join(root, 'ui/words/methods.md'), 'utf8');
const sections = text
  .split(/^(?=##+ )/m)
  .slice(1)
  .map((section) => ({ heading: /^##+ (.+)$/m.exec(section)![1], body: section.slice(section.indexOf('\n')).trim() }));
const ids = sections.map(({ heading }) => headingId(heading));
const bodyOf = (id: string): string => sections.find(({ heading }) => headingId(heading) === id)?.body ?? '';
const paragraphs = (id: string): string[] => bodyOf(id).split(/\n\n+/);

const lessons = readdirSync(join(root, 'models/learn')).map((name) => name.replace(/\.json$/, ''));
const lesson = (id: string): string => readFileSync(join(root, `models/learn/${id}.json`), 'utf8');
const namedLessons = new Set([...text.matchAll(/`models\/learn\/([\w-]+)\.json`/g)].map(([, id]) => id));

const checksIn = (body: string): string[] =>
  [...body.matchAll(/\[([\w-]+)\]\(#\/checks\/([\w-]+)\)/g)].map(([, shown, id]) =>
    shown === id ? id : `${shown} ≠ ${id}`,
  );
/** A file of tests, and a part of the title of one of them, or none where the file is itself the proof. */
const testsIn = (body: string): (readonly [file: string, title: string])[] =>
  [...body.matchAll(/`(test\/[\w./-]+)`(?: › \*([^*]+)\*)?/g)].map(([, file, title = '']) => [file, title] as const);
const proofOf = (id: string): string => paragraphs(id).at(-1) ?? '';

/** Titles of what vitest runs, as written. */
function titlesIn(file: string): string[] {
  const code = readFileSync(join(root, file), 'utf8');
  return [...code.matchAll(/\b(?:it|test|describe)(?:\.\w+)*\(\s*(["'`])((?:(?!\1).|\\\1)*)\1/g)].map(([, , t]) => t);
}

describe('every rule', () => {
  const rules = Array.from({ length: 20 }, (_, at) => `rule-${at + 1}`);

  test('has its section, in order, and there are no others', () => {
    expect(ids.filter((id) => id.startsWith('rule-'))).toEqual(rules);
  });

  test.each(rules)('%s: one paragraph that says what is assumed, then a model to try, then a proof', (id) => {
    const [what, tryIt, proof, ...more] = paragraphs(id);
    expect(more).toEqual([]);
    expect(what).toMatch(/\bassumed\b/);
    expect(what).toMatch(/\b(not|no|nobody|never|nothing)\b/i);
    expect(tryIt).toMatch(/^Try it: `models\/learn\//);
    expect(proof).toMatch(/^Shown right by: /);
    expect(checksIn(proof).length + testsIn(proof).length).toBeGreaterThan(0);
  });
});

describe('every measure', () => {
  const wanted = measures.map(({ id }) => `measure-${id}`);

  test('has its section, and there are no others', () => {
    expect(ids.filter((id) => id.startsWith('measure-')).toSorted()).toEqual(wanted.toSorted());
  });

  test('each has a sentence that says what it counts, for tables and papers', () => {
    expect(Object.keys(definitions).toSorted()).toEqual(measures.map(({ id }) => id).toSorted());
    for (const sentence of Object.values(definitions)) expect(sentence).toMatch(/^\p{Lu}.*\.$/u);
  });

  test.each(measures.map(({ id, unit }) => [id, unit] as const))('%s: its unit, and a proof', (id, unit) => {
    const [what] = paragraphs(`measure-${id}`);
    const said = /^Unit: ([^.]+)\./.exec(what)?.[1] ?? '';
    // "a day" among the facts may be "times a day" here, and a share may say of what.
    expect(said).toContain(unit);
    const proof = proofOf(`measure-${id}`);
    expect(proof).toMatch(/^Shown right by: /);
    expect(checksIn(proof).length + testsIn(proof).length).toBeGreaterThan(0);
  });
});

describe('what is named', () => {
  test('checks that there are', () => {
    const known = new Set(checkGroups().flatMap((group) => group.map(({ id }) => id.split('.')[0])));
    expect(checksIn(text).length).toBeGreaterThan(60);
    expect([...new Set(checksIn(text))].filter((id) => !known.has(id))).toEqual([]);
  });

  test('checks of a measure that read it', () => {
    const readBy = new Map<string, Set<string>>();
    for (const check of checkGroups().flat()) {
      const group = check.id.split('.')[0];
      readBy.set(group, new Set([...(readBy.get(group) ?? []), ...check.reads.map(({ measure }) => measure)]));
    }
    const idle = measures.flatMap(({ id }) =>
      checksIn(proofOf(`measure-${id}`))
        .filter((group) => !readBy.get(group)?.has(id))
        .map((group) => `${group} does not read ${id}`),
    );
    expect(idle).toEqual([]);
  });

  test.each(testsIn(text).filter(([, title]) => title !== ''))('%s › %s', (file, title) => {
    expect(titlesIn(file).filter((known) => known.includes(title))).not.toEqual([]);
  });

  test.each(testsIn(text).filter(([, title]) => title === ''))('%s', (file) => {
    expect(readFileSync(join(root, file), 'utf8').length).toBeGreaterThan(100);
  });

  test('a title that no test has is seen', () => {
    expect(titlesIn('test/laws/trace.test.ts').filter((known) => known.includes('keeps everybody happy'))).toEqual([]);
  });

  test('models to learn from: all of them, and no other', () => {
    expect([...namedLessons].toSorted()).toEqual(lessons.toSorted());
  });
});

describe('the words', () => {
  test('are those of the house', () => {
    const all = [text, ...lessons.map(lesson)];
    const not = /bed[ -]?block|\bcuts?\b|\bcustomers?\b|\bagents?\b|\butili[sz]ation\b|\bservice time\b|\bburn-in\b/i;
    expect(all.flatMap((one) => not.exec(one)?.[0] ?? [])).toEqual([]);
  });

  test('make no sentence too long to follow', () => {
    const prose = sections
      .flatMap(({ body }) => body.split(/\n\n+/))
      .filter((one) => !one.startsWith('Shown right by'));
    const sentences = prose.flatMap((one) => one.replaceAll('\n', ' ').split(/(?<=[.?!:;])\s+/));
    expect(sentences.filter((one) => one.split(/\s+/).length > 42)).toEqual([]);
  });
});

describe('the page', () => {
  const page = renderToStaticMarkup(createElement(MethodPage));

  test('has every section once, and reaches it from its contents', () => {
    const shown = [...page.matchAll(/<h[23] id="([^"]+)"/g)].map(([, id]) => id);
    expect(shown).toEqual(ids);
    expect(new Set(shown).size).toBe(shown.length);
    expect([...page.matchAll(/href="#\/method\/([^"]+)"/g)].map(([, id]) => id)).toEqual(ids);
  });

  test('shows paths in code type, links checks and models, and leaves no mark of its writing', () => {
    expect(page).toContain('<code>test/laws/sums.test.ts</code>');
    expect(page).toContain('<a href="#/checks/one-bed">one-bed</a>');
    expect(page).toContain(
      '<a href="#/explore?m=closed-hours&amp;v=1"><code>models/learn/closed-hours.json</code></a>',
    );
    expect(page.replace(/<[^>]*>/g, '')).not.toMatch(/`|\]\(|\*\*|^#/m);
  });
});

describe('a model to learn from', () => {
  test.each(lessons)('%s can be used as it is', (id) => {
    const { model, problems } = readModel(lesson(id));
    const warnings = id === 'gridlock' ? ['warning'] : [];
    expect(problems.map(({ severity }) => severity)).toEqual(warnings);
    expect(model?.id, problems.map(sayProblem).join('\n')).toBe(id);
  });
});
