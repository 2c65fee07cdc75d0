// Home: the folder where accompaniments are kept.
import type { Accompaniment } from '@domain/document.ts';
import type { Failure } from '@domain/failures.ts';
import type { Summary } from '@domain/summary.ts';
import type { RecordOf } from '@domain/tables/tables.ts';
import type { Instant } from '@domain/units.ts';
import { channel, type NoArgs } from './channel.ts';
import type { OpenProject } from './project.ts';

/** One row of Home. Figures come from the same ledger as every screen. */
export type LibraryEntry = {
  /** Opaque; means the same file while the program runs. */
  readonly entryId: string;
  readonly fileName: string;
  /** `null` where the disk does not say, or nothing that can be. */
  readonly changedAt: Instant | null;
} & (
  | (LibraryTwins &
      ({ readonly state: 'readable'; readonly summary: Summary } | { readonly state: 'unreadable'; readonly failure: Failure }))
  | { readonly state: 'unread' }
);

/** Names of other files of the folder that are the same file: copies made by a synchroniser. */
type LibraryTwins = { readonly twins: readonly string[] };

/** What the entry of time needs of an accompaniment that is not open: the tables of the one ledger. */
export type TimeChoices = Pick<Accompaniment, 'kinds' | 'phases' | 'envelopes' | 'amendments' | 'allocations' | 'timeEntries'>;

/** `isInFile`: whether the file holds it already, else the journal of this computer does. */
export type AddedTime = { readonly isInFile: boolean; readonly recovery: OpenProject['recovery'] };

export type NewTime = Pick<
  RecordOf<'timeEntries'>,
  'date' | 'minutes' | 'kindId' | 'status' | 'envelopeId' | 'phaseId' | 'note' | 'justification'
>;

export type Library = {
  readonly folderName: string;
  readonly folderPath: string;
  readonly isMissing: boolean;
  /** Of so many files something newer is being read; the event `library` tells when there is more. */ readonly reading: number;
  readonly entries: readonly LibraryEntry[];
};

export const libraryChannels = {
  'library.list': channel<NoArgs, Library>(),
  /** Lets the user choose the library folder in a dialog of the system. */
  'library.choose': channel<NoArgs, Library>(),
  'library.timeChoices': channel<{ readonly entryId: string }, TimeChoices>(),
  /** Adds time to an accompaniment by the same road as an open one: guards, journal, durable save. Asked again with the same id it acts once. */
  'library.addTime': channel<{ readonly entryId: string; readonly commandId: string; readonly time: NewTime }, AddedTime>(),
};
