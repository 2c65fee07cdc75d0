// The named mutants of every subject.
import { FILE_MUTANTS } from './file-mutants.ts';
import { JOURNAL_MUTANTS } from './journal-mutants.ts';
import { PROJECT_MUTANTS } from './project-mutants.ts';
import { RULE_MUTANTS } from './rule-mutants.ts';
import { GIVING_MUTANTS } from './giving-mutants.ts';
import { VAULT_MUTANTS } from './vault-mutants.ts';
import type { Mutant } from './mutant.ts';

export const MUTANTS: readonly Mutant[] = [
  ...PROJECT_MUTANTS,
  ...VAULT_MUTANTS,
  ...GIVING_MUTANTS,
  ...JOURNAL_MUTANTS,
  ...FILE_MUTANTS,
  ...RULE_MUTANTS,
];
