// Reads the sources of the rooms and what each file imports, without a compiler.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export type Import = {
  /** As written. */
  readonly from: string;
  /** Path of the file inside the tree, or `null` for a package. */
  readonly file: string | null;
  /** Nothing of it remains when the types are removed. */
  readonly isTypeOnly: boolean;
  /** Imported names, `*` for all of them. */
  readonly names: readonly string[];
};

export type Source = { readonly file: string; readonly text: string; readonly code: string; readonly imports: readonly Import[] };

const ALIASES: readonly (readonly [string, string])[] = [
  ['@domain/', 'domain/'],
  ['@contract/', 'preload/contract/'],
  ['@resources/', 'resources/'],
];
const ROOMS = ['domain', 'main', 'preload', 'renderer'];

/** @returns every source of the rooms under `root`, by its path with forward slashes */
export function readSources(root: string): readonly Source[] {
  return ROOMS.filter((room) => existsSync(path.join(root, room)))
    .flatMap((room) => filesUnder(path.join(root, room)))
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => readSource(root, path.relative(root, file).replaceAll(path.sep, '/')));
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

function readSource(root: string, file: string): Source {
  const text = readFileSync(path.join(root, file), 'utf8');
  const code = withoutComments(text);
  return { file, text, code, imports: importsOf(code, file) };
}

/**
 * A string, a template, a comment: whichever begins first hides the others; a slash after a value divides, so regular expressions need no
 * case here.
 */
const HIDING = /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\[\s\S]|[^`\\])*`|\/\/[^\n]*|\/\*[\s\S]*?\*\//g;

/** @returns the text without comments; strings stay */
export function withoutComments(text: string): string {
  return text.replaceAll(HIDING, (found) => (found.startsWith('//') || found.startsWith('/*') ? ' ' : found));
}

const STATIC = /\b(?:import|export)\s+(type\s+)?([\w$*{][^'"`;]*?)\s*\bfrom\s*['"]([^'"]+)['"]/g;
const BARE = /\bimport\s*['"]([^'"]+)['"]/g;
const DYNAMIC = /\b(?:import|require)\s*\(\s*['"]([^'"]+)['"]/g;

/** @param file where the code is, for relative imports */
export function importsOf(code: string, file: string): readonly Import[] {
  const statics = [...code.matchAll(STATIC)].map(([, type, clause = '', from = '']) =>
    made(file, from, type !== undefined || hasOnlyTypes(clause), namesIn(clause)),
  );
  const others = [...code.matchAll(BARE), ...code.matchAll(DYNAMIC)].map(([, from = '']) => made(file, from, false, ['*']));
  return [...statics, ...others];
}

function made(file: string, from: string, isTypeOnly: boolean, names: readonly string[]): Import {
  return { from, file: resolve(file, from), isTypeOnly, names };
}

function hasOnlyTypes(clause: string): boolean {
  const inside = /^\{([\s\S]*)\}$/.exec(clause.trim())?.[1];
  return (
    inside !== undefined && inside.trim() !== '' && inside.split(',').every((name) => name.trim() === '' || /^type\s/.test(name.trim()))
  );
}

function namesIn(clause: string): readonly string[] {
  if (clause.includes('*')) return ['*'];
  return clause
    .replaceAll(/[{}]/g, ',')
    .split(',')
    .map((name) =>
      name
        .trim()
        .replace(/^type\s+/, '')
        .replace(/\s+as\s+.*$/, ''),
    )
    .filter((name) => name !== '');
}

function resolve(file: string, from: string): string | null {
  const alias = ALIASES.find(([prefix]) => from.startsWith(prefix));
  if (alias !== undefined) return alias[1] + from.slice(alias[0].length);
  return from.startsWith('.') ? path.posix.normalize(path.posix.join(path.posix.dirname(file), from)) : null;
}

/** @returns the room of a path: `contract` is a room of its own */
export function roomOf(file: string): string {
  return file.startsWith('preload/contract/') ? 'contract' : (file.split('/', 1)[0] ?? '');
}
