// What an open project is made of, and what it answers.
import type { CommandContext } from '@domain/commands/context.ts';
import type { Step, StepLabel } from '@domain/commands/step.ts';
import type { Change } from '@domain/document.ts';
import type { Result } from '@domain/result.ts';
import type { ReadOnly, SaveState } from '@contract/project.ts';
import type { ContentStore } from '../attachments/content-store.ts';
import type { BackupRhythm } from '../backups/backup-rhythm.ts';
import type { ContentName, FileHeader, Project } from '../files/envelope.ts';
import type { ProjectAdapter } from '../files/project-adapter.ts';
import type { OpenKeys } from '../vault/open-keys.ts';
import type { OpenMemory } from '../memory/open-memory.ts';
import type { JournalKeeper } from './journal-keeper.ts';
import type { Later } from './later.ts';
import type { SessionLocks } from './session-locks.ts';

/** Told each time that the truth about saving changes, with the bare name that the file has by now. */
export type OnSaveState = (state: SaveState, fileName: string) => void;

export type SessionOptions = {
  readonly project: Project;
  /** Steps that the journal knows already, for undo. */
  readonly steps: readonly Step[];
  readonly isSaved: boolean;
  /** Why nothing may be changed; `null` as a rule. */
  readonly readOnly: ReadOnly | null;
  readonly adapter: ProjectAdapter;
  /** Of a sealed file; the session overwrites them in the end. */
  readonly keys: OpenKeys | null;
  readonly journal: JournalKeeper;
  readonly locks: SessionLocks;
  readonly rhythm: BackupRhythm;
  readonly memory: OpenMemory;
  readonly contents: ContentStore;
  readonly context: () => CommandContext;
  readonly later: Later;
  readonly onSaveState: OnSaveState;
};
export type Reply = { readonly revision: number; readonly changes: readonly Change[]; readonly label: StepLabel };
export type Keys = FileHeader['keys'];
export type Resealing = {
  /** `null` takes the seal off. Stays the giver's. */
  readonly key: Uint8Array | null;
  readonly keys: Keys;
  readonly nonce: string;
  /** Brings every copy along before the file: for a seal that is taken off, whose key nobody has afterwards. @returns or why the file stays as it was */
  readonly copiesFirst: (() => Promise<Result<null>>) | null;
  /** What another program or person has put into the file, and has been kept elsewhere: this goes in its place. */
  readonly over?: ContentName;
};
/** A step before it has its place and its moment. */
export type Intended = Pick<Step, 'kind' | 'of' | 'isAct' | 'label' | 'changes'>;
