// The folders measured by machine-made mutations, each with the tests that must notice: those in the test runner's own process.

/** Every test is named without `tests/` and `.test.ts`. */
export type MutatedFolder = {
  readonly tests: readonly string[];
  /** Each test file reads the modules anew: needed where most of the code runs once, when it is read. */
  readonly isReadAnew?: boolean;
};

/** Quick tests, which come first: what they notice needs no other. */
const unitTests = (folder: string, names: readonly string[]): readonly string[] => names.map((name) => `unit/main/${folder}/${name}`);

const JOURNAL_UNITS = [
  'journal-entry',
  'journal-lines',
  'sealed-lines',
  'journal-names',
  'lineage',
  'recover',
  'reading',
  'journal',
  'rewriting',
  'journal-of-file',
];
const PROJECT_UNITS = [
  'save-state',
  'turns',
  'last-replies',
  'save-schedule',
  'later',
  'turned-back',
  'project-after',
  'follow-renamed',
  'session-locks',
  'command-runner',
  'journal-keeper',
  'file-writer',
  'contents-keeper',
  'key-keeper',
  'project-session',
  'keep-stranded',
  'open-session',
  'new-session',
  'open-projects',
  'attempts',
  'conflict-service',
  'gone-files',
  'memory-of-keys',
  'traces-service',
  'reseal-copies',
  'backup-recovery',
  'file-recovery',
  'crashes-and-seals',
];
const PROJECT_WHOLE = ['project-session', 'session-messages', 'what-safe-requires', 'slow-medium', 'locks'];
const LOCKS_UNITS = ['lock-content', 'running-process', 'file-lock', 'taking'];
const ATTACHMENTS_UNITS = ['content-store', 'opened-copies', 'attachment-service'];
const VAULT_UNITS = [
  'note-form',
  'seal',
  'sealed',
  'padding',
  'auto-lock',
  'content-names',
  'derive-key',
  'key-slots',
  'open-keys',
  'file-keys',
  'sealed-sections',
  'reseal-contents',
  'unlocked-vaults',
  'opened-notes',
  'vault',
  'manifest',
  'blocks',
  'file-sealer',
  'vault-service',
  'vault-service-keys',
  'protection-service',
  'by-who-has-the-key',
  'new-key',
];
const BACKUPS_UNITS = [
  'backup-name',
  'backup-rules',
  'run-days',
  'noted-names',
  'without-contents',
  'backup-folder',
  'backup-store',
  'backup-rhythm',
  'backup-service',
  'backup-export',
];
const SALVAGE_UNITS = [
  'pieces',
  'read-lines',
  'read-whole',
  'place-records',
  'repair-references',
  'sound-contents',
  'sound-header',
  'blank-singles',
  'lost-parts',
  'open-sealed-parts',
  'salvage',
];
const FILES_UNITS = [
  'json',
  'disk-failure',
  'derived-name',
  'new-name',
  'real-path',
  'read-small-file',
  'lasting-folder',
  'digest',
  'migrations',
  'envelope-schema',
  'envelope',
  'section-bytes',
  'history-bytes',
  'attached-contents',
  'read-contents',
  'sealed-body',
  'parse-project',
  'read-project-file',
  'file-head',
  'standing-content',
  'replace-file',
  'putting-aside',
  'project-adapter',
];

const BROWSER_UNITS = [
  'admission',
  'sessions',
  'presence',
  'connections',
  'file-names',
  'find-browser',
  'browser-arguments',
  'hand-over-page',
  'private-windows',
  'run-folder',
  'chooser',
  'places',
  'open-with-system',
  'own-window',
  'server',
  'host',
  'run-here',
];
const LIBRARY_UNITS = ['index-schema', 'present-files', 'reading-apart', 'library', 'library-index', 'library-time'];
const CLI_UNITS = ['plain-text', 'arguments', 'run-cli'];
const EXPORTS_UNITS = ['csv', 'export-service', 'reading-page'];

const DOMAIN_UNITS = [
  'tables',
  'declared',
  'fields',
  'json-schema',
  'declarations',
  'ups',
  'commands',
  'undo-stack',
  'command-limits',
  'session-commands',
  'session-copy',
  'kick-off',
  'numbering',
  'standing',
  'guards',
  'guard-limits',
  'tally',
  'document',
  'ledger',
  'history',
  'ordering',
  'envelope-commands',
  'grouped-reckoning',
  'parse-duration',
  'time/calendar',
  'time/parse-clock',
  'time/parse-date',
  'time/parse-days',
  'collective/organisations',
  'collective/mandates',
  'overview/overview',
  'text/table-texts',
  'text/record-words',
  'search',
  'report/days-documents',
  'report/register-sheets',
];
const domain: MutatedFolder = { tests: DOMAIN_UNITS.map((name) => `unit/domain/${name}`) };

const SESSION_UNITS = ['read-action-line', 'read-people', 'session-length', 'proposals'];
const session: MutatedFolder = { tests: [...SESSION_UNITS.map((name) => `unit/domain/session/${name}`), 'unit/domain/session-commands'] };

const WRITING_UNITS = ['clean', 'search-key', 'sort', 'label-key', 'spreadsheet', 'markdown'];
const writing: MutatedFolder = {
  tests: [
    ...WRITING_UNITS.map((name) => `unit/domain/writing/${name}`),
    'unit/domain/search',
    'unit/main/exports/csv',
    'unit/main/documents/glyphs',
  ],
};

/** Through everything, on a real disk. */
const whole = (names: readonly string[]): readonly string[] => names.map((name) => `integration/main/${name}`);

export const FOLDERS: Readonly<Record<string, MutatedFolder>> = {
  'domain/guards': domain,
  'domain/commands': domain,
  'domain/ledger': domain,
  'domain/time': domain,
  'domain/history': domain,
  'domain/session': session,
  'domain/writing': writing,
  'domain/tables': { ...domain, isReadAnew: true },
  'main/locks': { tests: [...unitTests('locks', LOCKS_UNITS), ...whole(['locks', 'what-safe-requires'])] },
  'main/journal': { tests: unitTests('journal', JOURNAL_UNITS) },
  'main/backups': { tests: unitTests('backups', BACKUPS_UNITS) },
  'main/memory': { tests: unitTests('memory', ['remembered', 'file-memory', 'open-memory']) },
  'main/vault': { tests: unitTests('vault', VAULT_UNITS) },
  'main/attachments': { tests: unitTests('attachments', ATTACHMENTS_UNITS) },
  'main/salvage': { tests: unitTests('salvage', SALVAGE_UNITS) },
  'main/files': { tests: ['unit/main/base64', ...unitTests('files', FILES_UNITS)] },
  'main/contract': { tests: [...unitTests('contract', ['register']), ...whole(['dispatch'])] },
  'main/exports': { tests: [...unitTests('exports', EXPORTS_UNITS), ...whole(['leaving', 'long-names'])] },
  'main/cli': { tests: [...unitTests('cli', CLI_UNITS), ...whole(['cli'])] },
  'main/library': { tests: [...unitTests('library', LIBRARY_UNITS), ...whole(['library-index', 'library-time', 'example', 'gone-files'])] },
  'main/browser': { tests: [...unitTests('browser', BROWSER_UNITS), 'integration/browser/loopback', 'integration/browser/run'] },
  'main/project': { tests: ['unit/main/removable', ...unitTests('project', PROJECT_UNITS), ...whole(PROJECT_WHOLE)] },
};
