// Reads the page's style sheets and which files use their classes, so that a view can look the same whatever was looked at before it.
import { importsOf, parse, walk, type Node, type SourceFile } from './source-files.ts';

export interface Sheet {
  readonly path: string;
  /** Each selector of each rule, without the rules that only hold others. */
  readonly selectors: readonly string[];
  readonly classes: ReadonlySet<string>;
  /** Animations and pages are named for the whole document as well. */
  readonly names: readonly string[];
}

export function sheetOf({ path, text }: SourceFile): Sheet {
  const heads = [...text.replace(/\/\*[^]*?\*\//g, '').matchAll(/([^{};]*)\{/g)].map(([, head]) => head!.trim());
  const selectors = heads.filter((head) => !/^(@|from$|to$|[\d.]+%)/.test(head)).flatMap(alternatives);
  return {
    path,
    selectors,
    classes: new Set(selectors.flatMap(classesIn)),
    names: heads.filter((head) => /^@(keyframes|page|font-face)\b/.test(head)),
  };
}

export const classesIn = (selector: string): string[] =>
  [...selector.replace(/"[^"]*"|'[^']*'/g, '').matchAll(/\.(-?[a-z_][\w-]*)/gi)].map(([, name]) => name!);

/** `a, b:is(c, d)` is two: a comma in brackets separates nothing. */
function alternatives(selectors: string): string[] {
  let depth = 0;
  const found = [''];
  for (const letter of selectors) {
    if (letter === '(' || letter === '[') depth++;
    if (letter === ')' || letter === ']') depth--;
    if (letter === ',' && depth === 0) found.push('');
    else found[found.length - 1] += letter;
  }
  return found.map((one) => one.trim().replace(/\s+/g, ' '));
}

/** Every class that a file of the page writes into a `className`, whichever way it chooses between several. */
export function classesNamed(file: SourceFile): Set<string> {
  const found = new Set<string>();
  walk(parse(file), (node) => {
    if (node.type !== 'JSXAttribute' || (node.name as { name?: unknown }).name !== 'className') return;
    walk(node, (inner) => {
      const { value } = inner;
      const text = inner.type === 'Literal' ? value : (value as { cooked?: unknown } | undefined)?.cooked;
      if (typeof text === 'string') for (const name of text.split(/\s+/).filter(Boolean)) found.add(name);
    });
  });
  return found;
}

/** What a file brings with it at once, and what it fetches only when somebody asks for it. */
export interface Loads {
  readonly now: readonly string[];
  readonly later: readonly string[];
}

export function loadsOf(file: SourceFile): Loads {
  if (!/\.tsx?$/.test(file.path)) return { now: [], later: [] };
  const sources: string[] = [];
  walk(parse(file), (node) => {
    const source = node.source as Node | undefined;
    if (node.type === 'ImportExpression' && typeof source?.value === 'string') sources.push(source.value);
  });
  const isLater = (path: string) => sources.some((source) => path.endsWith(source.replace(/^[./]+/, '')));
  const all = importsOf(file, { withTypes: false });
  return { now: all.filter((path) => !isLater(path)), later: all.filter(isLater) };
}

/** `start` and every file that comes with it at once. */
export function loadedWith(start: string, loads: ReadonlyMap<string, Loads>): Set<string> {
  const found = new Set([start]);
  for (const path of found) for (const next of loads.get(path)?.now ?? []) found.add(next);
  return found;
}
