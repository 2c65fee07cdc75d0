// The rules of the house as functions: each takes the sources and returns what breaks it.
import { roomOf } from './source-tree.ts';
import type { Import, Source } from './source-tree.ts';

export type Rule = (sources: readonly Source[]) => readonly string[];

/** Which room may import which; quoted by docs/architecture.md. */
export const ARROWS: Readonly<Record<string, readonly string[]>> = {
  domain: ['domain'],
  contract: ['contract', 'domain'],
  preload: ['preload', 'contract', 'domain'],
  main: ['main', 'contract', 'domain', 'resources', 'package.json'],
  renderer: ['renderer', 'contract', 'domain', 'resources', 'docs'],
};

const eachImport = (sources: readonly Source[], isWrong: (source: Source, one: Import) => boolean): readonly string[] =>
  sources.flatMap((source) => source.imports.filter((one) => isWrong(source, one)).map((one) => `${source.file} imports ${one.from}`));

const arrows: Rule = (sources) =>
  eachImport(sources, ({ file }, one) => one.file !== null && !(ARROWS[roomOf(file)] ?? []).includes(roomOf(one.file)));

const packageOf = (from: string): string => (from.startsWith('@') ? from.split('/').slice(0, 2).join('/') : (from.split('/', 1)[0] ?? ''));

/** Whether a file may import a package. */
function mayImport(file: string, from: string): boolean {
  const name = packageOf(from);
  if (file.startsWith('domain/schema/')) return name === 'zod';
  switch (roomOf(file)) {
    case 'domain':
      return false;
    case 'contract':
      return name === 'zod';
    case 'preload':
      return name === 'electron';
    case 'main':
      return name !== 'electron' || file.startsWith('main/electron/') || file === 'main/contract/register.ts';
    default:
      return name !== 'electron' && name !== 'zod' && !from.startsWith('node:');
  }
}

const packages: Rule = (sources) => eachImport(sources, ({ file }, one) => one.file === null && !mayImport(file, one.from));

const typesOnlyFromContract: Rule = (sources) =>
  eachImport(
    sources,
    ({ file }, one) => roomOf(file) === 'renderer' && one.file?.startsWith('preload/contract/') === true && !one.isTypeOnly,
  );

/** Follows value imports only: what remains after the types are removed is what a bundle would contain. */
const noSchemaInWindow: Rule = (sources) => {
  const byFile = new Map(sources.map((source) => [source.file, source]));
  const roads = new Map<string, string>();
  const waiting = sources.filter(({ file }) => roomOf(file) === 'renderer' || (roomOf(file) === 'preload' && file.endsWith('bridge.ts')));
  for (const { file } of waiting) roads.set(file, file);
  for (let source = waiting.pop(); source !== undefined; source = waiting.pop()) {
    const road = roads.get(source.file) ?? '';
    for (const one of source.imports) {
      if (one.isTypeOnly) continue;
      if (one.from === 'zod' || one.file?.startsWith('domain/schema/') === true) return [`${road} → ${one.from}`];
      const next = one.file === null ? undefined : byFile.get(one.file);
      if (next === undefined || roads.has(next.file)) continue;
      roads.set(next.file, `${road} → ${next.file}`);
      waiting.push(next);
    }
  }
  return [];
};

/** A word that only some files may use. */
const reserved =
  (word: RegExp, allowed: readonly string[]): Rule =>
  (sources) =>
    sources
      .filter(({ file, code }) => word.test(code) && !allowed.some((one) => file === one || (one.endsWith('/') && file.startsWith(one))))
      .map(({ file }) => `${file} uses ${word.source}`);

/** An editable field that does not say whether a browser may complete it: browsers store what they may complete. */
const FIELD = /<(?:textarea|TextArea|input|Input)\b(?:(?!\/>|autoComplete=|type="range"|type="radio"|type="checkbox")[\s\S])*\/>/;
const uncompleted: Rule = (sources) =>
  sources
    .filter(({ file, code }) => file.endsWith('.tsx') && FIELD.test(code))
    .map(({ file }) => `${file} has a field that a browser may complete`);

const LONGEST_FILE_LINES = 400;
const length: Rule = (sources) =>
  sources.filter(({ text }) => text.split('\n').length - 1 > LONGEST_FILE_LINES).map(({ file }) => `${file} is too long`);
const firstLine: Rule = (sources) =>
  sources
    .filter(({ text }) => !/^(#!.*\n)?\/\/ \S.*[.:]\r?\n/.test(text))
    .map(({ file }) => `${file} does not say its job in its first line`);
const names: Rule = (sources) =>
  sources
    .filter(
      ({ file }) =>
        /(^|\/)(utils|helpers|common|misc|types|index)\.tsx?$/.test(file) ||
        !/(^|\/)([a-z0-9]+(-[a-z0-9]+)*(\.d)?\.ts|[A-Z][A-Za-z0-9]*\.tsx|main\.tsx)$/.test(file),
    )
    .map(({ file }) => `${file} has a name that says nothing`);
const noDisabledArrows: Rule = (sources) =>
  sources
    .filter(({ text }) => /(eslint|oxlint)-disable[^\n]*no-restricted-(imports|globals)/.test(text))
    .map(({ file }) => `${file} disables a rule of its room`);

/** Who may open sealed texts: listed by name, so that a new reader is a decision. */
export const READERS_OF_SEALED: readonly string[] = ['main/vault/vault.ts', 'main/vault/opened-records.ts'];
const sealed: Rule = (sources) =>
  eachImport(sources, ({ file }, one) => one.file === 'main/vault/reveal.ts' && !READERS_OF_SEALED.includes(file));

/**
 * The modules that write user files, the journal, what is kept beside it, and the application's own log, and the one that lays out a
 * fresh example in the application's own folder.
 */
export const WRITERS: readonly string[] = [
  'main/files/replace-file.ts',
  'main/journal/journal.ts',
  'main/journal/journal-names.ts',
  'main/journal/journal-of-before.ts',
  'main/backups/backup-store.ts',
  'main/locks/file-lock.ts',
  'main/locks/lock-content.ts',
  'main/attachments/content-store.ts',
  'main/attachments/opened-copies.ts',
  'main/memory/file-memory.ts',
  'main/system.ts',
  'main/library/example.ts',
  'main/browser/run-folder.ts',
];

const WRITING = [
  'writeFile',
  'appendFile',
  'createWriteStream',
  'copyFile',
  'cp',
  'rename',
  'open',
  'rm',
  'unlink',
  'truncate',
  'symlink',
  'link',
  '*',
];
/**
 * Writing through the port (`files.rename(`, or `files.open(` other than for reading), by name (`writeFile(`), or straight from node:fs.
 */
const writers: Rule = (sources) => [
  ...reserved(
    /\bfiles\.(open(?!\(\w+, 'r'\))|rename|rm|unlink)\s*\(|\b(writeFile|appendFile|createWriteStream|copyFile|truncate)(Sync)?\s*\(/,
    WRITERS,
  )(sources),
  ...eachImport(
    sources,
    ({ file }, one) =>
      /^(node:)?fs(\/promises)?$/.test(one.from) &&
      !one.isTypeOnly &&
      ![...WRITERS, 'main/files/file-system.ts'].includes(file) &&
      one.names.some((name) => WRITING.includes(name.replace(/Sync$/, ''))),
  ),
];

/** Folding and comparing of texts. Passphrases have a form of their own: what opens a file never changes with how names are searched. */
const textRules: Rule = reserved(
  /\.normalize\(\s*(['"]NF|\))|\.localeCompare\(|\bIntl\.Collator\b|\.to(Locale)?(Lower|Upper)Case\(|\\p\{(Diacritic|Cf|Default_Ignorable_Code_Point)\}/,
  ['domain/writing/', 'main/vault/derive-key.ts'],
);

/** By the name of the event, taken out of it (`const { key } = event`, `onKeyDown={({ key }) =>`), or by a word that only key events know. */
const KEYS_OF_AN_EVENT =
  /\b(event|press)\.(key|code|keyCode|which)\b|\{[^{}]*\b(key|code)\b[^{}]*\}\s*(=\s*(event|press)\b|:\s*\w*Key(board)?Event)|\bonKey(Down|Up)=\{\(\{|\bkeyCode\b|\bisComposing\b|\bnativeEvent\b/;

export const RULES: Readonly<Record<string, Rule>> = {
  'imports follow the arrows between the rooms': arrows,
  'each room imports only its packages': packages,
  'the window takes types alone from the contract': typesOnlyFromContract,
  'no road of value imports leads from the window to a schema': noSchemaInWindow,
  'only register.ts touches ipcMain': reserved(/\bipcMain\b/, ['main/contract/register.ts']),
  'only the bridges touch contextBridge and ipcRenderer': reserved(/\b(contextBridge|ipcRenderer)\b/, ['preload/electron-bridge.ts']),
  'only the listed readers open sealed texts': sealed,
  'only the listed writers write files': writers,
  'only one module reads files whole': reserved(/\bfiles\.readFile\s*\(/, ['main/machine/regular-file.ts']),
  'only the loopback server speaks HTTP, and nothing else any network': reserved(/['"]node:(https?|http2|net|tls|dgram|dns)['"]/, [
    'main/browser/server.ts',
  ]),
  'texts are folded, compared and sorted in domain/writing alone': textRules,
  'no clock and no chance in the domain': (sources) =>
    reserved(/\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bcrypto\b/, [])(sources.filter(({ file }) => roomOf(file) === 'domain')),
  'only one module reads the keys of an event': reserved(KEYS_OF_AN_EVENT, [
    'renderer/state/keys.ts',
    'preload/http-bridge.ts', // the bridges know nothing of the window
    'preload/http-chooser.ts',
  ]),
  'no field is completed by a browser': uncompleted,
  'no branch of the product is for tests': reserved(/TIERCE_TEST|NODE_ENV\s*===\s*['"]test|process\.env\.(VITEST|CI)\b/, []),
  'nothing is told by notifications of the system': reserved(
    /\bNotification\b|\bdisplayBalloon\b|\bsetBadgeCount\b|\bsetOverlayIcon\b/,
    [],
  ),
  'no file is longer than 400 lines': length,
  'the first line of a file says its job': firstLine,
  'file names say something': names,
  'no rule of a room is disabled': noDisabledArrows,
};
