// An open file: what the window holds of it, and how it changes.
import type { Command } from '@domain/commands/command.ts';
import type { StepLabel } from '@domain/commands/step.ts';
import type { Accompaniment, Change, Desk, Document } from '@domain/document.ts';
import type { Failure } from '@domain/failures.ts';
import type { Draft } from '@domain/method/draft.ts';
import type { Instant } from '@domain/units.ts';
import { channel, type NoArgs, type OfDocument, type OfRevision } from './channel.ts';

/**
 * Where the last change is, from confirmed flushes only.
 * file: in the project file; journal: safe on this computer, not yet in the file; pending: being written to the journal; failing: the file cannot be written.
 */
export type SaveState = {
  readonly where: 'file' | 'journal' | 'pending' | 'failing';
  /** Instant of the last flush that this state speaks of; `null` before the first. */
  readonly at: Instant | null;
  readonly failure: Failure | null;
  /** Whether every step is in the file or flushed to the journal, so that leaving now loses nothing. */
  readonly isSafeHere: boolean;
};

/** What the window holds of an open file. Vault records stay in main. */
export type DocumentView = { readonly kind: Document['kind']; readonly accompaniment: Accompaniment; readonly desk: Desk };

/** Why a file is shown without letting anything be changed. locked: somebody else holds it; doubtful: it is not as this computer remembers it, and was not accepted; protected: its owner lets nobody write to it, or it is not ours to write; backup: it is a backup being looked at. */
export type ReadOnly =
  | { readonly why: 'locked' | 'protected' | 'doubtful' }
  | { readonly why: 'backup'; readonly takenAt: Instant; readonly of: string };

export type OpenProject = {
  /** Names this opening; every later message about the file carries it. */
  readonly documentId: string;
  /** Bare name of the file, without its folder. */
  readonly fileName: string;
  readonly folderName: string;
  readonly isExample: boolean;
  /** On a stick or another disk that is taken along. */
  readonly isRemovable: boolean;
  /** Whether it has other names on its disk (hard links): they keep what stood in it before. */
  readonly hasOtherNames: boolean;
  /** `null` when it can be changed, as is the rule. */
  readonly readOnly: ReadOnly | null;
  readonly revision: number;
  readonly document: DocumentView;
  readonly saveState: SaveState;
  readonly undo: UndoState;
  /** What opening had to repair: changes taken back from the journal after a crash, or set aside because the file had changed. */
  readonly recovery: Repaired;
};

/** `sealed`: set aside under another passphrase, or under one that was taken off, so that nobody can count them. */
export type Repaired = { readonly recovered: number; readonly setAside: number | 'sealed' };

export type UndoState = { readonly undo: StepLabel | null; readonly redo: StepLabel | null };

/** What the window hears after its message: the changes since its own revision, or why nothing changed. */
export type Applied = {
  readonly revision: number;
  readonly changes: readonly Change[];
  readonly label: StepLabel;
  readonly undo: UndoState;
  readonly saveState: SaveState;
};

export const projectChannels = {
  'project.create': channel<{ readonly draft: Draft }, OpenProject>(),
  'project.open': channel<{ readonly entryId: string }, OpenProject>(),
  /** Lets the user choose a file in a dialog of the system. */
  'project.choose': channel<NoArgs, OpenProject>(),
  'project.example': channel<NoArgs, OpenProject>(),
  'project.read': channel<OfDocument, OpenProject>(),
  'project.run': channel<OfRevision & { readonly command: Command }, Applied>(),
  'project.undo': channel<OfRevision, Applied>(),
  'project.redo': channel<OfRevision, Applied>(),
  /** Writes the file now and answers when it is flushed. */
  'project.save': channel<OfDocument, SaveState>(),
  /** Takes the protection against writing off a file that is shown read-only for it, and opens it to be changed. Refused as disk-* where that is not ours to do. */
  'project.allowChanges': channel<OfDocument, OpenProject>(),
  /** Writes the project as it stands into another file, and goes on there: for a place that cannot be written any more. */
  'project.saveElsewhere': channel<OfDocument, OpenProject>(),
  /** Writes the file, lets it go; refuses when it cannot be written (the journal keeps everything). */
  'project.close': channel<OfDocument & { readonly evenUnsaved: boolean }, null>(),
};
