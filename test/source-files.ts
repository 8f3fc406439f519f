// Reads the house's own source files: what each imports, which globals it uses, and how it begins.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, extname, join, relative, sep } from 'node:path';
import { parseSync } from 'vite';

export const root = dirname(import.meta.dirname);

export interface SourceFile {
  /** From the repository's top, with forward slashes: `engine/model/stations/ward.ts`. */
  readonly path: string;
  readonly text: string;
}

const rooms = ['engine', 'formats', 'library', 'ui', 'cli', 'test', 'tools', 'models'];
const kinds = ['.ts', '.tsx', '.mjs', '.js', '.css', '.html', '.json'];

/** Every file in the repository's own folders. */
export function sourceFiles(): SourceFile[] {
  return rooms.flatMap((room) => filesUnder(join(root, room))).filter((file) => kinds.includes(extname(file.path)));
}

export function filesUnder(folder: string): SourceFile[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => ({ path: relative(root, file).split(sep).join('/'), text: readFileSync(file, 'utf8') }));
}

export interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

/** A real parse, so that words in comments and sentences count for nothing. */
export function parse(file: SourceFile): Node {
  const lang = file.path.endsWith('.tsx') ? 'tsx' : file.path.endsWith('.ts') ? 'ts' : 'js';
  const parsed: { program: unknown; errors: { message: string }[] } = parseSync(file.path, file.text, { lang });
  const { program, errors } = parsed;
  if (errors.length > 0 || !isNode(program)) throw new Error(`${file.path} cannot be read: ${errors[0]?.message}`);
  return program;
}

/** Calls `visit` for every node, with its parent node and the key under which it is found. */
export function walk(
  node: Node,
  visit: (node: Node, parent: Node | undefined, key: string) => void,
  parent?: Node,
  key = '',
) {
  visit(node, parent, key);
  for (const [name, value] of Object.entries(node))
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) walk(child, visit, node, name);
}

/** What a file imports, as paths from the top (`engine/units.ts`) or names of packages (`react`, `node:fs`). */
export function importsOf(file: SourceFile, { withTypes = true } = {}): string[] {
  const found: string[] = [];
  const keep = (source: unknown) => {
    // import('untyped' as string) hides a name from the compiler; it does not hide it here.
    const literal = isNode(source) && source.type === 'TSAsExpression' ? source.expression : source;
    if (isNode(literal) && typeof literal.value === 'string') found.push(literal.value.replace(/\?.*$/, ''));
  };
  walk(parse(file), (node) => {
    if (!withTypes && (node.importKind === 'type' || node.exportKind === 'type' || node.type === 'TSImportType'))
      return;
    if (/^(Import|ExportAll|ExportNamed)Declaration$|^ImportExpression$|^TSImportType$/.test(node.type))
      keep(node.source);
    // Workers and other files by address: new URL('./run.ts', import.meta.url).
    if (node.type === 'NewExpression' && isNode(node.callee) && node.callee.name === 'URL') {
      const [address] = node.arguments as Node[];
      if (typeof address?.value === 'string' && address.value.startsWith('.')) keep(address);
    }
  });
  return found.map((name) => (name.startsWith('.') ? join(dirname(file.path), name).split(sep).join('/') : name));
}

const sameEverywhere =
  /^(abs|ceil|floor|round|trunc|sign|sqrt|min|max|imul|fround|clz32|PI|E|LN2|LN10|LOG2E|LOG10E|SQRT2|SQRT1_2)$/;
const differsByPlace = /^(localeCompare|toLocale\w+)$/;

/**
 * Whatever could make two machines disagree, or lets a pure file reach the world: most of `Math`, `**`, clocks, chance, wording by
 * country, and the browser's and Node's own globals. A name that the file itself declares does not count.
 */
export function reachesOut(file: SourceFile, forbiddenGlobals: readonly string[]): string[] {
  const program = parse(file);
  const declared = new Set<unknown>();
  const found: string[] = [];
  walk(program, (node, parent, key) => {
    if (node.type !== 'Identifier' || !parent) return;
    const isDeclaration =
      (key === 'id' && parent.type !== 'TSTypeAliasDeclaration') ||
      key === 'params' ||
      key === 'local' ||
      key === 'param' ||
      /Pattern$|^RestElement$/.test(parent.type) ||
      (parent.type === 'Property' && key === 'value');
    if (isDeclaration) declared.add(node.name);
  });
  walk(program, (node, parent, key) => {
    if ((node.type === 'BinaryExpression' && node.operator === '**') || node.operator === '**=') found.push('**');
    if (node.type === 'MemberExpression' && isNode(node.property)) {
      const member = String(node.property.name ?? node.property.value);
      if (differsByPlace.test(member)) found.push(member);
    }
    if (node.type !== 'Identifier' || !parent) return;
    const isOnlyAName =
      (key === 'property' && parent.computed !== true) ||
      (key === 'key' && parent.computed !== true && parent.shorthand !== true) ||
      /^TS(PropertySignature|MethodSignature|TypeReference|QualifiedName|EnumMember|NamedTupleMember)$/.test(
        parent.type,
      );
    if (isOnlyAName) return;
    if (node.name === 'Math') {
      const member = parent.type === 'MemberExpression' && isNode(parent.property) ? parent.property.name : undefined;
      if (key !== 'object' || parent.computed === true || !sameEverywhere.test(String(member)))
        found.push(`Math.${String(member ?? '…')}`);
    }
    if (forbiddenGlobals.includes(String(node.name)) && !declared.has(node.name)) found.push(String(node.name));
  });
  return [...new Set(found)];
}

/** The names that a file exports, whether it declares them or re-exports them. */
export function exportsOf(file: SourceFile): string[] {
  const found: unknown[] = [];
  walk(parse(file), (node) => {
    if (node.type === 'ExportSpecifier') found.push((node.exported as Node).name);
    if (node.type === 'ExportAllDeclaration') found.push(isNode(node.exported) ? node.exported.name : '*');
  });
  return found.map(String);
}

/** The names that a file imports from another, for itself or to re-export. */
export function namesFrom(file: SourceFile, from: string): string[] {
  const found: unknown[] = [];
  walk(parse(file), (node) => {
    const { source } = node;
    const path = isNode(source) && typeof source.value === 'string' ? join(dirname(file.path), source.value) : '';
    if (path.split(sep).join('/') !== from) return;
    for (const one of (node.specifiers as Node[] | undefined) ?? [])
      found.push(((one.imported ?? one.local) as Node).name);
  });
  return found.map(String);
}
