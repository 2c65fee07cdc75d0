// Home: the folder where accompaniments are kept.
import type { Accompaniment } from '@domain/document.ts';
import type { Failure } from '@domain/failures.ts';
import type { Summary } from '@domain/summary.ts';
import type { RecordOf } from '@domain/tables/tables.ts';
import type { Instant } from '@domain/units.ts';
import { channel, type NoArgs } from './channel.ts';
import type { OpenProject } from './project.ts';

/** One row of Home. Its figures come from the same ledger as on every screen. */
export type LibraryEntry = {
  /** Opaque; identifies the same file while the program runs. */
  readonly entryId: string;
  readonly fileName: string;
  /** `null` if the disk does not say, or says something impossible. */
  readonly changedAt: Instant | null;
} & (
  | (LibraryTwins &
      ({ readonly state: 'readable'; readonly summary: Summary } | { readonly state: 'unreadable'; readonly failure: Failure }))
  | { readonly state: 'unread' }
);

/** Names of other files in the folder that are the same file: copies made by a sync client. */
type LibraryTwins = { readonly twins: readonly string[] };

/** What is needed to enter time for an accompaniment that is not open: the tables of the one ledger, and sessions without their texts. */
export type TimeChoices = Pick<Accompaniment, 'kinds' | 'phases' | 'envelopes' | 'amendments' | 'allocations' | 'timeEntries' | 'sessions'>;

/** `isInFile`: whether the file holds it already; otherwise the journal of this computer does. */
export type AddedTime = { readonly isInFile: boolean; readonly recovery: OpenProject['recovery'] };

export type NewTime = Pick<
  RecordOf<'timeEntries'>,
  'date' | 'minutes' | 'kindId' | 'status' | 'envelopeId' | 'phaseId' | 'sessionId' | 'note' | 'justification'
>;

export type Library = {
  readonly folderName: string;
  readonly folderPath: string;
  readonly isMissing: boolean;
  /** Whether the example has been opened on this computer. */
  readonly isExampleExplored: boolean;
  /** How many files are still being read; the event `library` says when there is more. */ readonly reading: number;
  readonly entries: readonly LibraryEntry[];
};

export const libraryChannels = {
  'library.list': channel<NoArgs, Library>(),
  /** Lets the user choose the library folder in a system dialog. */
  'library.choose': channel<NoArgs, Library>(),
  'library.timeChoices': channel<{ readonly entryId: string }, TimeChoices>(),
  /**
   * Adds time to an accompaniment by the same road as for an open one: guards, journal, durable save. Repeated with the same id it acts
   * once.
   */
  'library.addTime': channel<{ readonly entryId: string; readonly commandId: string; readonly time: NewTime }, AddedTime>(),
};
