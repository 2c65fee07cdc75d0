// Every expected failure by its code; the catalogue of each locale says what happened, what is safe and what to do.
import type { Level } from './levels/level.ts';
import type { TableName } from './tables/tables.ts';
import type { CalendarDate, Instant } from './units.ts';

/**
 * Who holds a file: names are empty and `since` is null if the lock does not say.
 * window: this running application; computer: another one on this computer; elsewhere: another computer, or this one before it was
 * restarted.
 */
export type LockHolder = {
  readonly machine: string;
  readonly person: string;
  readonly since: Instant | null;
  readonly where: 'window' | 'computer' | 'elsewhere';
};

/**
 * What Tierce keeps for itself, where a failure of the disk can meet it. It stands in place of the name of a file, which never has a slash;
 * the catalogue says what it is called.
 */
export const OWN_PLACES = {
  journal: '/journal',
  backups: '/backups',
  backup: '/backup',
  attachments: '/attachments',
  folder: '/folder',
} as const;
export type OwnPlace = keyof typeof OWN_PLACES;

/** What can go wrong with a user's file or its disk. `name` is a bare file name, never a path, or one of `OWN_PLACES`. */
export type FileFailure =
  | { readonly code: 'file-not-found'; readonly name: string }
  | { readonly code: 'file-is-folder'; readonly name: string }
  /** A file where a folder was to be read or written. */
  | { readonly code: 'file-not-folder'; readonly name: string }
  /** A symbolic link that leads to nothing, or to itself. */
  | { readonly code: 'file-link-broken'; readonly name: string }
  | { readonly code: 'file-empty'; readonly name: string }
  | { readonly code: 'file-too-large'; readonly name: string; readonly bytes: number }
  | { readonly code: 'file-not-tierce'; readonly name: string }
  | { readonly code: 'file-truncated'; readonly name: string }
  | { readonly code: 'file-damaged'; readonly name: string; readonly where: string }
  /** A record of an older version could not be converted to the current form. */
  | { readonly code: 'file-not-migrated'; readonly name: string; readonly version: number; readonly table: TableName; readonly id: string }
  | { readonly code: 'file-newer'; readonly name: string; readonly version: number; readonly supported: number }
  | { readonly code: 'file-wrong-kind'; readonly name: string }
  | { readonly code: 'file-sealed'; readonly name: string }
  | { readonly code: 'file-changed-underneath'; readonly name: string }
  /** This computer remembers a later revision of it: `remembered`. `savedAt`: according to the file. */
  | {
      readonly code: 'file-older';
      readonly name: string;
      readonly revision: number;
      readonly remembered: number;
      readonly savedAt: Instant;
    }
  /** It was sealed when this computer last saw it, and no longer is. */
  | { readonly code: 'protection-lost'; readonly name: string }
  /** A newer Tierce has noted changes on this computer that may not be in the file yet; only that version can read them. */
  | { readonly code: 'journal-newer'; readonly name: string; readonly version: number; readonly supported: number }
  /** The same, when the protection is to be removed under which they may have been noted. */
  | { readonly code: 'journal-newer-sealed'; readonly name: string }
  | { readonly code: 'file-locked'; readonly name: string; readonly holder: LockHolder }
  | { readonly code: 'file-lock-lost'; readonly name: string; readonly holder: LockHolder }
  | { readonly code: 'file-read-only'; readonly name: string }
  | { readonly code: 'file-write-protected'; readonly name: string }
  | { readonly code: 'file-outgrown'; readonly name: string; readonly bytes: number; readonly maximum: number }
  | { readonly code: 'file-spent'; readonly name: string }
  | { readonly code: 'file-exists'; readonly name: string }
  /** It is open here or elsewhere, so nothing replaces it. */
  | { readonly code: 'file-in-use'; readonly name: string }
  | { readonly code: 'file-name-impossible'; readonly name: string }
  /** Its name is not valid text in this system's encoding. */
  | { readonly code: 'file-name-unreadable'; readonly name: string }
  /** It is in the place where the command line was to write. */
  | { readonly code: 'file-exists-here'; readonly name: string }
  /** A folder, a pipe, a device. */
  | { readonly code: 'attachment-no-file'; readonly name: string }
  | { readonly code: 'attachment-too-large'; readonly name: string; readonly bytes: number; readonly maximum: number }
  | { readonly code: 'attachments-full'; readonly name: string; readonly maximum: number; readonly most: number }
  | { readonly code: 'attachment-gone'; readonly name: string }
  | { readonly code: 'attachment-not-opened'; readonly name: string }
  /** Not a PNG, JPEG or SVG, whatever it is called. */
  | { readonly code: 'logo-no-picture'; readonly name: string }
  /** A picture, but of another type than its ending says. */
  | { readonly code: 'logo-other-type'; readonly name: string; readonly found: 'PNG' | 'JPEG' | 'SVG' }
  | { readonly code: 'logo-too-large'; readonly name: string; readonly bytes: number; readonly maximum: number }
  /** In pixels. */
  | { readonly code: 'logo-too-wide'; readonly name: string; readonly width: number; readonly height: number; readonly most: number }
  | { readonly code: 'logo-animated'; readonly name: string }
  /** An SVG that runs something, or fetches something from elsewhere. */
  | { readonly code: 'logo-active'; readonly name: string }
  /** An SVG that repeats parts of itself without end. */
  | { readonly code: 'logo-intricate'; readonly name: string }
  | { readonly code: 'logo-broken'; readonly name: string }
  | { readonly code: 'logos-full'; readonly most: number }
  | { readonly code: 'disk-full'; readonly name: string }
  | { readonly code: 'disk-read-only'; readonly name: string }
  | { readonly code: 'disk-denied'; readonly name: string }
  | { readonly code: 'disk-gone'; readonly name: string }
  | { readonly code: 'disk-busy'; readonly name: string }
  /** The system allows no more open files. */
  | { readonly code: 'disk-crowded'; readonly name: string }
  | { readonly code: 'disk-failure'; readonly name: string; readonly cause: string };

/** What can be wrong with keys and passphrases. */
export type KeyFailure =
  | { readonly code: 'passphrase-wrong' }
  | { readonly code: 'passphrase-too-short'; readonly minimum: number }
  | { readonly code: 'key-cost-refused'; readonly cost: number }
  /** It was given another key elsewhere, or its first one, while it was open here. */
  | { readonly code: 'file-key-changed' }
  /** A backup is sealed with a key that its file does not know: the file was replaced by an older one, or given another protection. */
  | { readonly code: 'backup-sealed' }
  | { readonly code: 'seal-broken' }
  | { readonly code: 'protection-exists' }
  | { readonly code: 'protection-missing' }
  | { readonly code: 'note-unsound' }
  | { readonly code: 'vault-key-foreign' }
  /** The key does belong to the notebook, but is not the one that this computer knows. */
  | { readonly code: 'vault-key-changed' }
  /** The same before the notebook was opened: nothing is sealed with that key. */
  | { readonly code: 'vault-key-unknown' }
  | { readonly code: 'vault-locked' }
  /** The step that would be undone or made again changes the notebook, which is closed. */
  | { readonly code: 'secrets-unavailable' }
  | { readonly code: 'step-private' }
  | { readonly code: 'vault-missing' }
  | { readonly code: 'vault-exists' };

/** Why an edit is refused. */
export type EditFailure =
  | { readonly code: 'stale'; readonly revision: number }
  | { readonly code: 'record-missing'; readonly table: string; readonly id: string }
  | { readonly code: 'record-invalid'; readonly table: string; readonly field: string }
  | { readonly code: 'record-changed'; readonly table: string; readonly id: string }
  | { readonly code: 'reference-missing'; readonly table: string; readonly field: string }
  | { readonly code: 'reference-held'; readonly table: string; readonly by: string; readonly count: number }
  | { readonly code: 'table-closed'; readonly table: string }
  | { readonly code: 'singleton'; readonly table: string }
  | { readonly code: 'session-ends-before-start' }
  | { readonly code: 'period-reversed'; readonly table: string }
  | { readonly code: 'attendance-twice' }
  | { readonly code: 'time-too-long'; readonly minutes: number; readonly maximum: number }
  | { readonly code: 'overrun-refused'; readonly missingMinutes: number; readonly minutesPerDay: number }
  | { readonly code: 'overrun-unjustified'; readonly missingMinutes: number; readonly minutesPerDay: number }
  /** An entry of time lies outside the period of its envelope. */
  | { readonly code: 'outside-period-refused'; readonly on: CalendarDate }
  | { readonly code: 'outside-period-unjustified'; readonly on: CalendarDate }
  | { readonly code: 'move-before-arrival'; readonly on: CalendarDate }
  | { readonly code: 'envelope-negative' }
  | { readonly code: 'gate-kept' }
  | { readonly code: 'gate-already-passed' }
  | { readonly code: 'gate-not-passed' }
  | { readonly code: 'reason-missing' }
  | { readonly code: 'already-started' }
  | { readonly code: 'nothing-to-undo' }
  /** The step that a message offered to undo is no longer the last one. */
  | { readonly code: 'step-followed' }
  | { readonly code: 'nothing-to-redo' };

/** Why a document does not leave. */
export type GivingFailure =
  /** What it is about is for fewer readers than the document would have. */
  | { readonly code: 'level-too-wide'; readonly asked: Level; readonly needed: Level }
  /** `names`: the recipients who do not belong to its readers; `areAll`: nobody else was to get it. */
  | { readonly code: 'recipients-beyond'; readonly level: Level; readonly names: string; readonly areAll: boolean }
  /** The frozen copies take all the room that they may take, in bytes: the document is listed, and its copy not kept. */
  | { readonly code: 'copies-full'; readonly maximum: number };

/** Why a typed duration is not accepted as it is. */
export type DurationFailure =
  | { readonly code: 'duration-empty' }
  | { readonly code: 'duration-unreadable' }
  | { readonly code: 'duration-zero' }
  | { readonly code: 'duration-too-long'; readonly minutes: number }
  | { readonly code: 'duration-break-too-long'; readonly minutes: number; readonly maximum: number }
  | {
      readonly code: 'duration-ambiguous';
      readonly readings: readonly { readonly minutes: number; readonly as: 'days' | 'hours' | 'minutes' }[];
    };

/** Why a typed date is not accepted as it is. */
export type DateFailure =
  | { readonly code: 'date-empty' }
  | { readonly code: 'date-unreadable' }
  /** `days`: how many the month has; `month`: its first day, `null` where no month has such a day. */
  | { readonly code: 'date-impossible'; readonly month: CalendarDate | null; readonly days: number }
  | { readonly code: 'date-month-impossible'; readonly month: number }
  /** Before the first or after the last day that a mission can have. */
  | { readonly code: 'date-out-of-range' }
  /** The date is another day of the week than the one that was typed with it. */
  | { readonly code: 'date-other-weekday'; readonly on: CalendarDate };

/** Why a typed time of day is not accepted. */
export type ClockFailure = { readonly code: 'clock-empty' } | { readonly code: 'clock-unreadable' } | { readonly code: 'clock-impossible' };

/** Why a message from the window did not reach its handler, or a dialog returned nothing. */
export type ContractFailure =
  | { readonly code: 'message-invalid'; readonly channel: string }
  | { readonly code: 'sender-refused' }
  | { readonly code: 'channel-unknown' }
  | { readonly code: 'document-unknown' }
  | { readonly code: 'token-unknown' }
  | { readonly code: 'cancelled' }
  /** It would show or change something private, and presentation mode is on. */
  | { readonly code: 'presenting' }
  /** Presentation mode ends with the passphrase of the notebook that was open when it began. */
  | { readonly code: 'presentation-held' }
  | { readonly code: 'render-failed'; readonly id: string }
  | { readonly code: 'render-too-long'; readonly seconds: number }
  | { readonly code: 'bug'; readonly id: string };

export type Failure =
  | FileFailure
  | KeyFailure
  | EditFailure
  | GivingFailure
  | DurationFailure
  | DateFailure
  | ClockFailure
  | ContractFailure;
export type FailureCode = Failure['code'];
