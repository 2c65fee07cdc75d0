// What an open project is made from, and what it returns.
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

/** Called whenever the save state changes, with the file's present bare name. */
export type OnSaveState = (state: SaveState, fileName: string) => void;

export type SessionOptions = {
  readonly project: Project;
  /** Steps already in the journal, for undo. */
  readonly steps: readonly Step[];
  readonly isSaved: boolean;
  /** Why nothing may be changed; usually `null`. */
  readonly readOnly: ReadOnly | null;
  readonly adapter: ProjectAdapter;
  /** For a sealed file; the session overwrites them in the end. */
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
  /** `null` removes the seal. Stays the caller's. */
  readonly key: Uint8Array | null;
  readonly keys: Keys;
  readonly nonce: string;
  /**
   * Unseals every copy before the file, for a seal that is removed: its key is lost afterwards.
   * @returns or why the file stays as it was
   */
  readonly copiesFirst: (() => Promise<Result<null>>) | null;
  /** What another program or person has put into the file, and has been kept elsewhere: it is replaced by this. */
  readonly over?: ContentName;
};
/** A step before it gets its revision and its time. */
export type Intended = Pick<Step, 'kind' | 'of' | 'isAct' | 'label' | 'changes'>;
