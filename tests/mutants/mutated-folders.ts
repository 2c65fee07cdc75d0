// The folders whose tests are measured by machine-made mutations, each with the tests that must notice: those that run in the process of the runner itself.

/** Every test is named without `tests/` and `.test.ts`. */
export type MutatedFolder = { readonly tests: readonly string[] };

const OF_A_FILE = ['project-session', 'what-safe-requires', 'slow-medium', 'identity', 'journal', 'locks', 'accidents', 'attachments', 'conflict'].map((name) => `integration/main/${name}`);

/** Quick ones, which come first: what they notice needs no other. */
const unitTests = (folder: string, names: readonly string[]): readonly string[] => names.map((name) => `unit/main/${folder}/${name}`);

const JOURNAL_UNITS = [
  'journal-entry', 'journal-lines', 'sealed-lines', 'journal-names', 'lineage', 'recover', 'reading', 'journal', 'rewriting', 'journal-of-file',
];
const LOCKS_UNITS = ['lock-content', 'running-process', 'file-lock', 'taking'];
const BACKUPS_UNITS = [
  'backup-name', 'backup-rules', 'run-days', 'noted-names', 'without-contents', 'backup-folder', 'backup-store', 'backup-rhythm', 'backup-service',
];

export const FOLDERS: Readonly<Record<string, MutatedFolder>> = {
  'main/locks': { tests: [...unitTests('locks', LOCKS_UNITS), 'integration/main/locks', 'integration/main/what-safe-requires'] },
  'main/journal': { tests: unitTests('journal', JOURNAL_UNITS) },
  'main/backups': { tests: unitTests('backups', BACKUPS_UNITS) },
  'main/project': { tests: [...OF_A_FILE, 'integration/main/application', 'integration/main/gone-files', 'integration/main/recovery-accidents', 'integration/main/protection', 'integration/main/leaving', 'integration/main/backups'] },
};
