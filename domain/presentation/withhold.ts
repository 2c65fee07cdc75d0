// What presentation mode withholds: everything of the desk and of the vault, found by the classes that tables declare.
import { refuse, type Result } from '../result.ts';
import { declarationOf, fieldEntries, isTableName, type TableName, tableNames } from '../tables/tables.ts';

/** @returns whether records of this table are the accompanist's alone: of the desk, or of the vault */
export function isPrivateTable(table: TableName): boolean {
  return declarationOf(table).class !== 'accompaniment';
}

/** @returns whether a value names a table whose records are the accompanist's alone */
export function namesPrivateTable(value: unknown): boolean {
  return typeof value === 'string' && isTableName(value) && isPrivateTable(value);
}

/** @returns whether the text of a failure would speak of the notebook, or of a record of the desk */
export function isPrivateFailure(failure: unknown): boolean {
  if (!isObject(failure)) return false;
  const { code, table, by } = failure;
  if (typeof code !== 'string') return false;
  return PRIVATE_CODES.some((beginning) => code.startsWith(beginning)) || namesPrivateTable(table) || namesPrivateTable(by);
}

const PRIVATE_CODES = ['vault-', 'note-', 'step-private'];

/**
 * @returns the same without anything of the desk or the vault: their sections are empty, and lists have no entry about their tables. By
 * form, not by channel: what main adds to the contract tomorrow is covered if it names its tables as everything does. What held nothing
 * private is the same object.
 */
export function withoutPrivate<T>(value: T): T {
  return cleaned(value, '') as T; // parts are emptied, never turned into something of another form
}

/** Seals what was typed before the mode began, and says nothing of what is there. */
export const SEALING_CHANNEL = 'vault.write';

/** @returns whether a channel is one of the notebook */
export function isOfNotebook(channel: string): boolean {
  return channel.startsWith('vault.');
}

/**
 * @returns a reply on that channel as the mode shows it. Main goes by it, and so does the window, to which a reply may still have been on
 * its way. The window needs to know why something was not sealed, and does not show it.
 */
export function shownReply<T>(channel: string, reply: Result<T>): Result<T> {
  if (channel === SEALING_CHANNEL) return reply.ok ? withoutPrivate(reply) : reply;
  if (isOfNotebook(channel)) return refuse({ code: 'presenting' });
  if (channel === 'profile.save' && reply.ok) return { ok: true, value: withoutPrivate({ profile: reply.value }).profile };
  return withoutPrivate(reply);
}

type Parts = Readonly<Record<string, unknown>>;

function cleaned(value: unknown, under: string): unknown {
  if (Array.isArray(value)) return cleanedList(value, under);
  if (!isObject(value) || under === 'accompaniment') return value; // by its type that section holds no private table
  if (under === 'desk') return NO_DESK;
  if (under === 'vault') return NO_VAULT;
  if (under === 'profile') return withoutWords(value);
  if (STEPS.has(under) && isPrivateStep(value)) return under === 'label' ? NO_LABEL : null;
  if (FAILURES.has(under) && isPrivateFailure(value)) return { code: 'presenting' };
  const parts = Object.entries(value).map(([key, part]) => [key, part, cleaned(part, key)] as const);
  return parts.every(([, before, after]) => before === after) ? value : Object.fromEntries(parts.map(([key, , after]) => [key, after]));
}

function cleanedList(list: readonly unknown[], under: string): readonly unknown[] {
  const kept = list.filter((each) => !isAboutPrivate(each)).map((each) => cleaned(each, under));
  return kept.length === list.length && kept.every((each, position) => each === list[position]) ? list : kept;
}

/** A change, a difference, an entry of the history, a part that was lost: each says by a name which table it is about. */
function isAboutPrivate(entry: unknown): boolean {
  if (!isObject(entry)) return false;
  const { table, part } = entry;
  return namesPrivateTable(table) || namesPrivateTable(part) || part === 'desk' || part === 'vault';
}

/** @returns whether a step is one of the desk or the notebook, by its label */
export function isPrivateStep({ table, command }: { readonly table?: unknown; readonly command?: unknown }): boolean {
  return namesPrivateTable(table) || (typeof command === 'string' && command.startsWith('vault'));
}

/** What an accompanist is called and their picture go; the length of their days and their scheme stay, by which forms begin. */
function withoutWords(profile: Parts): Parts {
  const silent = fieldEntries('profile').filter(([, { kind }]) => kind === 'text' || kind === 'picture');
  return { ...profile, ...Object.fromEntries(silent.map(([field]) => [field, ''])) };
}

function isObject(value: unknown): value is Parts {
  return typeof value === 'object' && value !== null;
}

const NO_DESK = Object.freeze(
  Object.fromEntries(tableNames().flatMap((table) => (declarationOf(table).class === 'desk' ? [[table, Object.freeze({})]] : []))),
);
const NO_VAULT = Object.freeze({ state: 'none', locksInMs: null });
const NO_LABEL = Object.freeze({ command: '', table: null, title: '' });
/** Where a label of a step stands. */
const STEPS: ReadonlySet<string> = new Set(['label', 'undo', 'redo']);
const FAILURES: ReadonlySet<string> = new Set(['failure', 'unkept', 'profileFailure']);
