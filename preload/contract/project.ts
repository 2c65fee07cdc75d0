// An open file: what the window holds of it, and how it changes.
import type { Command } from '@domain/commands/command.ts';
import type { StepLabel } from '@domain/commands/step.ts';
import type { Accompaniment, Change, Desk, Document } from '@domain/document.ts';
import type { Failure } from '@domain/failures.ts';
import type { Draft } from '@domain/method/draft.ts';
import type { Instant } from '@domain/units.ts';
import { channel, type NoArgs, type OfDocument, type OfRevision } from './channel.ts';

/**
 * Where the last change is, judged from confirmed flushes only. file: in the project file; journal: safe on this computer, not yet in the
 * file; pending: being written to the journal; failing: the file cannot be written.
 */
export type SaveState = {
  readonly where: 'file' | 'journal' | 'pending' | 'failing';
  /** Instant of the last flush that this state refers to; `null` before the first. */
  readonly at: Instant | null;
  readonly failure: Failure | null;
  /** Whether every step is in the file or flushed to the journal, so that leaving now loses nothing. */
  readonly isSafeHere: boolean;
};

/** What the window holds of an open file. Vault records stay in main. */
export type DocumentView = { readonly kind: Document['kind']; readonly accompaniment: Accompaniment; readonly desk: Desk };

/**
 * Why a file is shown read-only. locked: somebody else holds it; doubtful: it contradicts what this computer remembers of it, and was not
 * accepted; protected: its owner allows nobody to write to it, or it is not ours to write; backup: it is a backup being viewed.
 */
export type ReadOnly =
  | { readonly why: 'locked' | 'protected' | 'doubtful' }
  | { readonly why: 'backup'; readonly takenAt: Instant; readonly of: string };

export type OpenProject = {
  /** Identifies this opening; every later message about the file carries it. */
  readonly documentId: string;
  /** Bare name of the file, without its folder. */
  readonly fileName: string;
  readonly folderName: string;
  readonly isExample: boolean;
  /** On a stick or another removable disk. */
  readonly isRemovable: boolean;
  /** Whether it has other names on its disk (hard links): those keep its earlier content. */
  readonly hasOtherNames: boolean;
  /** Usually `null`: it can be changed. */
  readonly readOnly: ReadOnly | null;
  /** The bare name of the user's own file, where this one is a copy of it that they handed over. */
  readonly handedOverFrom: string | null;
  readonly revision: number;
  readonly document: DocumentView;
  readonly saveState: SaveState;
  readonly undo: UndoState;
  /** What opening had to repair: changes recovered from the journal after a crash, or set aside because the file had changed. */
  readonly recovery: Repaired;
};

/** `sealed`: set aside under another passphrase, or under one that was removed, so that they cannot be counted. */
export type Repaired = { readonly recovered: number; readonly setAside: number | 'sealed' };

export type UndoState = { readonly undo: StepLabel | null; readonly redo: StepLabel | null };

/** The reply to the window's message: the changes since its own revision, or why nothing changed. */
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
  /** Lets the user choose a file in a system dialog. */
  'project.choose': channel<NoArgs, OpenProject>(),
  'project.example': channel<NoArgs, OpenProject>(),
  'project.read': channel<OfDocument, OpenProject>(),
  'project.run': channel<OfRevision & { readonly command: Command }, Applied>(),
  /** `step`: the revision of the only step that may be undone; without it, whichever is the last. */
  'project.undo': channel<OfRevision & { readonly step?: number }, Applied>(),
  'project.redo': channel<OfRevision, Applied>(),
  /** Writes the file now and replies once it is flushed. */
  'project.save': channel<OfDocument, SaveState>(),
  /**
   * Removes the write protection of a file that is shown read-only because of it, and opens it for changes. Refused as disk-* if that is
   * not ours to do.
   */
  'project.allowChanges': channel<OfDocument, OpenProject>(),
  /** Writes the current project into another file, and continues there: for a place that can no longer be written to. */
  'project.saveElsewhere': channel<OfDocument, OpenProject>(),
  /** Writes and closes the file; refused when it cannot be written (the journal keeps everything). */
  'project.close': channel<OfDocument & { readonly evenUnsaved: boolean }, null>(),
};
