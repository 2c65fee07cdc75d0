// What a named mutant is, and the files and tests that many of them name.

export type Edit = { readonly file: string; readonly from: string; readonly to: string };
export type Mutant = Edit & {
  readonly name: string;
  readonly promise: string;
  /** For when a second rule would catch what the first one lets through. */
  readonly and?: readonly Edit[];
  /** Test files that must notice. */
  readonly tests: readonly string[];
};

export const WRITER = 'main/files/replace-file.ts';
export const WRITER_TESTS = ['tests/integration/main/replace-file.test.ts'];
export const SESSION_TESTS = ['tests/integration/main/project-session.test.ts', 'tests/integration/main/session-messages.test.ts'];
/** The model of safety must notice by itself, within the sequences of `npm test`. */
export const SAFETY_MODEL = ['tests/integration/main/model.test.ts'];
export const PARSE = 'main/files/parse-project.ts';
export const PARSE_TESTS = ['tests/integration/main/parse-project.test.ts'];
export const GUARD_TESTS = ['tests/unit/domain/guards.test.ts'];
export const VAULT_TESTS = ['tests/unit/main/vault/vault.test.ts'];
export const INBOX_TESTS = ['tests/integration/main/inbox.test.ts'];
export const PRESENTATION_TESTS = ['tests/integration/main/presentation.test.ts', 'tests/integration/main/canary.test.ts'];
export const NOTEBOOK_TESTS = ['tests/integration/main/vault.test.ts'];
export const LOCK_TESTS = ['tests/integration/main/locks.test.ts'];
export const BACKUP_TESTS = ['tests/integration/main/backups.test.ts', 'tests/integration/main/restored-backups.test.ts'];
export const BACKUP_LIVES_TESTS = ['tests/unit/main/backups/backup-lives.test.ts'];
export const SALVAGE_TESTS = ['tests/integration/main/salvage.test.ts'];
export const REMEMBERED_TESTS = ['tests/integration/main/remembered.test.ts'];
export const RECOVERY_TESTS = ['tests/integration/main/recovery-accidents.test.ts', 'tests/integration/main/recovery-keys.test.ts'];
export const LEDGER_TESTS = ['tests/unit/domain/ledger.test.ts'];
export const CONTRACT_TESTS = ['tests/integration/main/dispatch.test.ts'];
