// The phrases of a source file: what is on the screen in words, found by where it stands.
import { parseSync } from 'vite';

/** Attributes of elements that are read out or shown. Those of components are judged by what stands in them. */
const SPOKEN = new Set(['aria-label', 'aria-description', 'aria-valuetext', 'alt', 'title', 'label', 'placeholder']);

/** A command for the terminal is the same in every language. */
const COMMAND = /(^| )--[a-z]|^npx /;

/** Selectors, classes, media queries, sums of CSS. */
const NO_WORDS = /^ *[.#[*/]|[<>=]|\b(calc|var|translate|rgb|url)\(|^([a-z]+-[a-z-]+ ?)+$|^\(prefers-|^button,|^input,/;

/** Functions whose texts are shown: `spoken('fewer')`, `counted(3, 'model', 'models')`. */
const SPEAKERS = new Set(['spoken', 'count', 'counted', 'perThousand']);

/** Two words with a space between, or one with a capital: what a program says to itself looks otherwise. */
const looksLikeWords = (text) =>
  /[A-Za-z’)…}][,;:.]? +[([“]?[A-Za-z{]|^[A-Z][a-z’-]+[.…:]?$/.test(text) &&
  /[A-Za-z]{2}/.test(text.replace(/\{[^}]*\}/g, '')) &&
  !NO_WORDS.test(text) &&
  !COMMAND.test(text);
const hasWords = (text) => /[A-Za-z]/.test(text.replace(/\{[^}]*\}/g, '')) && !COMMAND.test(text);

/** @typedef {{ text: string } | { name: string, start: number, end: number }} Part A piece of text, or what stands between two. */
/** @typedef {{ kind: 'children' | 'template' | 'literal' | 'attribute', start: number, end: number, parts: Part[] }} Site */

function parsed(path, code) {
  const { program, errors } = parseSync(path, code);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0].message}`);
  return program.body;
}

/** The texts by which a file tells cases apart: those of comparisons, types and lists `as const`. Where one is shown, `spoken` says so. */
export function idsOf(path, code) {
  const ids = new Set();
  const keep = (node) => typeof node?.value === 'string' && ids.add(node.value);
  (function walk(node) {
    if (Array.isArray(node)) return node.forEach(walk);
    if (typeof node !== 'object' || node === null) return;
    if (node.type === 'TSLiteralType') keep(node.literal);
    if (node.type === 'SwitchCase') keep(node.test);
    if (node.type === 'BinaryExpression' && node.operator !== '+') [node.left, node.right].forEach(keep);
    const list = node.type === 'TSAsExpression' ? (node.expression.elements ?? []) : [];
    if (list.every((one) => typeof one?.value === 'string')) list.forEach(keep);
    Object.values(node).forEach(walk);
  })(parsed(path, code));
  return ids;
}

/** Every place of a file where words stand, in the order of the file; a place may lie inside another. */
export function sitesOf(path, code, ids = new Set()) {
  const sites = [];
  const add = (kind, node, parts) => sites.push({ kind, start: node.start, end: node.end, parts });

  /** `how`: words may stand here (`shown`), something that looks like words may (`code`), or none (`mute`). */
  function walk(node, how) {
    if (Array.isArray(node)) for (const each of node) walk(each, how);
    if (typeof node?.type !== 'string') return;
    const inside = how === 'mute' ? 'mute' : 'code';
    switch (node.type) {
      case 'JSXElement':
      case 'JSXFragment':
        if (node.type === 'JSXElement') walk(node.openingElement.attributes, tagOf(node));
        // What is to be typed is the same in every language.
        if (node.type === 'JSXElement' && ['code', 'pre'].includes(tagOf(node))) return walk(node.children, 'mute');
        return children(node);
      case 'JSXAttribute':
        return attribute(node, how);
      case 'Literal':
        if (typeof node.value !== 'string' || how === 'mute') return;
        if (how === 'shown' ? hasWords(node.value) : looksLikeWords(node.value) && !ids.has(node.value))
          add('literal', node, [{ text: node.value }]);
        return;
      case 'TemplateLiteral': {
        const parts = named(
          node.quasis.flatMap(({ value }, at) => [
            { text: value.cooked },
            ...(node.expressions[at] ? [{ of: node.expressions[at] }] : []),
          ]),
        );
        const phrase = phraseOf(parts);
        const isPhrase = how !== 'mute' && (how === 'shown' ? hasWords(phrase) : looksLikeWords(phrase));
        if (isPhrase) add('template', node, parts);
        // A number and its noun: `${n} ${n === 1 ? 'day' : 'days'}`.
        const isSpaced = how !== 'mute' && /^[ ,.;:()]* [ ,.;:()]*$/.test(parts.map(({ text = '' }) => text).join(''));
        return walk(node.expressions, isPhrase || isSpaced ? 'shown' : inside);
      }
      case 'ConditionalExpression':
        walk(node.test, 'code');
        return walk([node.consequent, node.alternate], how);
      case 'LogicalExpression':
        walk(node.left, node.operator === '&&' ? 'code' : how);
        return walk(node.right, how);
      case 'ParenthesizedExpression':
      case 'TSAsExpression':
      case 'TSSatisfiesExpression':
      case 'TSNonNullExpression':
        return walk(node.expression, how);
      // Strings that are compared, are keys, or name a type or a file are nobody's to read.
      case 'BinaryExpression':
        return node.operator === '+' ? walk([node.left, node.right], how) : walk([node.left, node.right], 'mute');
      case 'SwitchCase':
        return walk(node.consequent, 'code');
      case 'Property':
        if (node.computed) walk(node.key, 'mute');
        return walk(node.value, inside);
      case 'MemberExpression':
        walk(node.object, inside);
        if (node.computed) walk(node.property, 'mute');
        return;
      case 'TaggedTemplateExpression':
        return walk(node.quasi.expressions, inside);
      case 'CallExpression':
        walk(node.callee, inside);
        return walk(node.arguments, SPEAKERS.has(node.callee.name) && how !== 'mute' ? 'shown' : inside);
      case 'ArrowFunctionExpression':
      case 'FunctionExpression':
      case 'FunctionDeclaration':
        walk(node.params, 'code');
        return walk(node.body, 'code');
      default:
        if (/^(TS|Import|Export(All|Default)?Declaration$)/.test(node.type) && node.type !== 'ImportExpression') {
          if (node.declaration) walk(node.declaration, 'code');
          return;
        }
        if (node.type === 'ExportNamedDeclaration') return node.declaration && walk(node.declaration, 'code');
        for (const value of Object.values(node)) if (typeof value === 'object') walk(value, inside);
    }
  }

  /** Of an element the text and what stands in it are one phrase, so that another language may order them otherwise. */
  function children(node) {
    const pieces = node.children.flatMap((child) => {
      if (child.type === 'JSXText') return [{ text: collapsed(child.value) }];
      const inner = child.type === 'JSXExpressionContainer' ? child.expression : child;
      if (inner.type === 'JSXEmptyExpression') return [];
      if (inner.type === 'Literal' && typeof inner.value === 'string') return [{ text: inner.value }];
      return [{ of: child }];
    });
    const isPhrase = pieces.some(({ text = '' }) => hasWords(text));
    if (isPhrase)
      sites.push({
        kind: 'children',
        start: node.children[0].start,
        end: node.children.at(-1).end,
        parts: named(pieces),
      });
    for (const { of } of pieces) if (of) walk(of.type === 'JSXExpressionContainer' ? of.expression : of, 'shown');
  }

  function attribute({ name, value }, tag) {
    if (value === null) return;
    const isComponent = /^[A-Z]|\./.test(tag);
    const called = name.name;
    const how = SPOKEN.has(called) ? 'shown' : isComponent && called !== 'className' ? 'code' : 'mute';
    if (value.type !== 'Literal') return walk(value.expression ?? value, how);
    const isPhrase = how === 'shown' ? hasWords(value.value) : how === 'code' && looksLikeWords(value.value);
    if (isPhrase) add('attribute', value, [{ text: value.value }]);
  }

  walk(parsed(path, code), 'code');
  return sites.sort((a, b) => a.start - b.start || b.end - a.end);
}

const tagOf = ({ openingElement: { name } }) => name.name ?? `${name.object?.name}.${name.property?.name}`;

/** As React shows the text of an element: lines joined by one space, the ends of the whole kept only within a line. */
const collapsed = (text) =>
  text
    .split('\n')
    .map((line, at, all) => {
      const from = at === 0 ? line : line.trimStart();
      return at === all.length - 1 ? from : from.trimEnd();
    })
    .filter((line) => line !== '')
    .join(' ');

/** Gives what stands between words a name that says what it is, and puts neighbouring texts together. */
function named(pieces) {
  const parts = [];
  const taken = new Map();
  for (const { text, of } of pieces) {
    const last = parts.at(-1);
    if (of === undefined) {
      if (last?.text !== undefined) last.text += text;
      else parts.push({ text });
      continue;
    }
    const called = nameOf(of.type === 'JSXExpressionContainer' ? of.expression : of);
    const times = (taken.get(called) ?? 0) + 1;
    taken.set(called, times);
    parts.push({ name: times === 1 ? called : `${called}${times}`, start: of.start, end: of.end });
  }
  return parts;
}

function nameOf(node) {
  switch (node.type) {
    case 'Identifier':
      return node.name;
    case 'MemberExpression':
      return node.computed ? nameOf(node.object) : node.property.name;
    case 'CallExpression':
      return nameOf(node.callee);
    case 'JSXElement':
      return tagOf(node);
    case 'LogicalExpression':
    case 'ConditionalExpression':
    case 'BinaryExpression':
      return nameOf(node.test ?? node.left);
    default:
      return 'it';
  }
}

/** A place of words as its phrase: "Beside today, up to {MOST_BESIDE}". */
export const phraseOf = (parts) => parts.map(({ text, name }) => text ?? `{${name}}`).join('');
