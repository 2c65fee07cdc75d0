// The contract between the window and the main process: every channel with its arguments and its value.
import type { TableDifference } from '@domain/changes-between.ts';
import type { Command } from '@domain/commands/command.ts';
import type { StepLabel } from '@domain/commands/step.ts';
import type { Accompaniment, Change, Desk, Document } from '@domain/document.ts';
import type { Failure } from '@domain/failures.ts';
import type { HistoryEntry } from '@domain/history/history.ts';
import type { Draft } from '@domain/method/draft.ts';
import type { DocumentKind, DocumentRequest } from '@domain/report/document-request.ts';
import type { Result } from '@domain/result.ts';
import type { Summary } from '@domain/summary.ts';
import type { RecordOf, TableName } from '@domain/tables/tables.ts';
import type { CalendarDate, Instant } from '@domain/units.ts';

export type Locale = 'fr' | 'en';
export type Theme = 'system' | 'light' | 'dark';
export type Scheme = RecordOf<'mission'>['scheme'];
export type Settings = { readonly locale: Locale; readonly theme: Theme };
/** The accompanist as kept in their personal file. */
export type Profile = Omit<RecordOf<'profile'>, 'id'>;

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

/** Why a backup was taken: before the first change of an opening, after a while, before the format was brought up to date, before an older content was brought back, after keys were changed; `mine`, `theirs` and `base` are the sides of a file that another hand had changed, and what both began from. */
export type BackupReason = 'opening' | 'interval' | 'migration' | 'restore' | 'keys' | 'mine' | 'theirs' | 'base';

/**
 * What a backup is kept for, each by a rule of its own. routine: thinned out as days go by; answer: given up in the answer to a conflict,
 * perhaps held by nothing else; restore, migration: before an older content came back, before the format changed; keys: after new keys.
 */
export type BackupClass = 'routine' | 'answer' | 'restore' | 'migration' | 'keys';

export type UndoState = { readonly undo: StepLabel | null; readonly redo: StepLabel | null };

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

export type Start = {
  readonly version: string;
  readonly today: CalendarDate;
  /** Whether the clock of this computer says a moment at which somebody can be working; `today` is the nearest day otherwise. */
  readonly isClockBelievable: boolean;
  readonly settings: Settings;
  /** `null` at the first start, and where the personal file cannot be read: then `profileFailure` says why. */
  readonly profile: Profile | null;
  readonly profileFailure: Failure | null;
  readonly proposedFolder: string;
  readonly proposedName: string;
  /** A file handed over by the system or the command line, opened or refused already. */
  readonly opened: Result<OpenProject> | null;
};

/** What the window hears after its message: the changes since its own revision, or why nothing changed. */
export type Applied = {
  readonly revision: number;
  readonly changes: readonly Change[];
  readonly label: StepLabel;
  readonly undo: UndoState;
  readonly saveState: SaveState;
};

/** A document that has pages. */
export type PagedRequest = DocumentRequest & { readonly kind: Exclude<DocumentKind, 'workbook'> };
/** `pdf`: its bytes in Base64. */
export type PreviewedDocument = { readonly pdf: string; readonly pages: number };
export type SavedDocument = {
  readonly documentToken: string;
  readonly fileName: string;
  readonly folderName: string;
  readonly bytes: number;
  readonly pages: number;
};

/** What the window may know of the vault of an open document. `locksInMs`: how long it stays open without another act in the notebook, in milliseconds. */
export type VaultStatus = { readonly state: 'none' | 'locked' | 'open'; readonly locksInMs: number | null };
/** What opens a vault. */
export type VaultSecret =
  | { readonly kind: 'passphrase'; readonly passphrase: string }
  | { readonly kind: 'recovery'; readonly recoveryKey: string };
/**
 * A private note in the clear: the window holds it only while the vault is open. `writtenAt` orders the notes of one day.
 * `isDropped`: it came in while the notebook was locked, so that anybody who had the file may have written it; until its reader calls it their own.
 */
export type PrivateNoteText = {
  readonly id: string;
  readonly date: CalendarDate;
  readonly sessionId: string | null;
  readonly text: string;
  readonly writtenAt: Instant | null;
  readonly isDropped: boolean;
};
/** What stands in the place of a note and is none. `text`: what it holds, cut to the first 2,000 characters; `null` when its seal does not open. */
export type BrokenNote = { readonly id: string; readonly text: string | null };
type VaultApplied = Applied & { readonly vault: VaultStatus };
/** `recoveryKey`: to be printed, shown this once; empty when there is no new one, or when the notebook was locked before it could be shown. `unkept`: why the file alone has the new keys so far; `null` when a backup has them, too. */
type VaultRekeyed = VaultApplied & { readonly recoveryKey: string; readonly unkept: Failure | null };

/** One backup of the open file. `backupId`: opaque, good while the backup is there. */
export type BackupEntry = {
  readonly backupId: string;
  /** What the clock said: to be shown, never to be compared. */
  readonly takenAt: Instant;
  readonly reason: BackupReason;
  readonly class: BackupClass;
  readonly revision: number;
  readonly bytes: number;
  /** Whether it stays until the user dismisses it, and not only until newer ones are taken. */
  readonly isUntilDismissed: boolean;
  /** On how many more days Tierce runs here before it goes by its age; `null` when no number of days is known to end it. */
  readonly runDaysLeft: number | null;
};
/** What a backup holds, read when it is asked for. */
export type BackupContent =
  | {
      readonly state: 'readable';
      readonly savedBy: string;
      /** Records in the clear. */ readonly records: number;
      /** What restoring would change: `onlyBefore` would go, `onlyAfter` would come back. */ readonly differences: readonly TableDifference[];
    }
  | { readonly state: 'unreadable'; readonly failure: Failure };
/** The newest first, by the order in which they were taken. `failure`: why the last backup could not be kept. */
export type Backups = { readonly backups: readonly BackupEntry[]; readonly failure: Failure | null };

/** A side of a file that another hand has changed while it was open. */
export type ConflictSide = { readonly savedBy: string; readonly savedAt: Instant; readonly revision: number };
export type Conflict = {
  readonly mine: ConflictSide;
  readonly theirs: ConflictSide;
  /** Changes of mine that the file does not hold. */
  readonly unsaved: number;
  /** From mine to theirs: `onlyBefore` stands in mine alone. */
  readonly differences: readonly TableDifference[];
};
/** both: mine goes on in a dated copy beside the file; theirs: the file is read anew, mine is kept as a backup; mine: the file is written over, under the key that it has by now, theirs is kept as a backup. */
export type ConflictAnswer = 'both' | 'theirs' | 'mine';

/** A file that could not be opened as it was asked, and what can be done about it. */
export type Attempt = {
  readonly attemptId: string;
  readonly fileName: string;
  readonly folderName: string;
  readonly failure: Failure;
  /** Whether the file can be looked for again where it was: of one found among the gone, only its name is known. */
  readonly isPlaceKnown: boolean;
  /** Whether the file says that a passphrase protects it: what is recovered of it then needs its secret. Of one whose protection is gone: whether a copy here still has it, so that its secret is needed to accept that. */
  readonly isSealed: boolean;
  /** Backups of that very file, the newest first. `steps`: changes that this computer's journal holds beyond it and can add to it. `isSealed`: it needs the secret, as the file had it then or has been protected since. */
  readonly backups: readonly (Pick<BackupEntry, 'backupId' | 'takenAt' | 'reason' | 'revision' | 'bytes'> & {
    readonly steps: number;
    readonly isSealed: boolean;
  })[];
};
/** A file that is not in the library any more, or never was, and of which this computer keeps backups. */
export type GoneFile = { readonly goneId: string; readonly fileName: string; readonly lastBackupAt: Instant };
/** What could not be recovered of a file. `steps`: changes that only the journal held. `count` is null where nobody can tell. */
export type LostPart = {
  readonly part: TableName | 'steps' | 'header' | 'moment' | 'desk' | 'vault' | 'accompaniment' | 'history' | 'attachments';
  readonly count: number | null;
};
export type Recovered = { readonly project: OpenProject; readonly lost: readonly LostPart[]; readonly kept: number };

export type Exported = { readonly name: string; readonly folderName: string; readonly files: number };
/** What this computer holds of a file: backups with their size, and journals that were put aside. */
/** `onlyHere`: of the backups, those that were kept since they are perhaps nowhere else (an answer to a conflict). */
export type Traces = { readonly backups: number; readonly onlyHere: number; readonly bytes: number; readonly setAside: number };
/** `total`: how many there are in all. */
export type HistoryPage = { readonly entries: readonly HistoryEntry[]; readonly total: number };
/** Whether a passphrase protects the whole file. */
export type Protection = { readonly isProtected: boolean };
/** `leftBackups`: those that could not be brought along, which stay as they were. `isNewerLeft`: whether a newer Tierce has noted something of the file here, which stays in the clear as it was. */
export type Protected = Applied &
  Protection & {
    /** To be printed; empty when there is no new one. */ readonly recoveryKey: string;
    readonly leftBackups: number;
    readonly isNewerLeft: boolean;
  };

/** Sizes of what is attached, by hash, in bytes; `maximum` of all together. */
export type Attached = { readonly bytes: Readonly<Record<string, number>>; readonly total: number; readonly maximum: number };
/** `isBeyond`: up to the largest size there is, the user having been told what it costs. */
type AttachTo = { readonly sessionId: string | null; readonly isBeyond: boolean };

type OfDocument = { readonly documentId: string };
type OfAttempt = { readonly attemptId: string };
type OfRevision = OfDocument & { readonly commandId: string; readonly baseRevision: number };

/** channel → arguments and value. No channel takes a path: the window never learns one it could send back. */
export type Channels = {
  'app.start': { args: Record<string, never>; value: Start };
  /** The window has sent all that it was asked to commit by `closing`. */
  'app.settled': { args: Record<string, never>; value: null };
  'app.quit': { args: Record<string, never>; value: null };
  'settings.save': { args: { readonly settings: Settings }; value: Settings };
  /** Creates the personal file in the library folder, or changes it. */
  'profile.save': { args: { readonly profile: Profile }; value: Profile };
  'library.list': { args: Record<string, never>; value: Library };
  /** Lets the user choose the library folder in a dialog of the system. */
  'library.choose': { args: Record<string, never>; value: Library };
  'library.timeChoices': { args: { readonly entryId: string }; value: TimeChoices };
  /** Adds time to an accompaniment by the same road as an open one: guards, journal, durable save. Asked again with the same id it acts once. */
  'library.addTime': { args: { readonly entryId: string; readonly commandId: string; readonly time: NewTime }; value: AddedTime };
  'project.create': { args: { readonly draft: Draft }; value: OpenProject };
  'project.open': { args: { readonly entryId: string }; value: OpenProject };
  /** Lets the user choose a file in a dialog of the system. */
  'project.choose': { args: Record<string, never>; value: OpenProject };
  'project.example': { args: Record<string, never>; value: OpenProject };
  'project.read': { args: OfDocument; value: OpenProject };
  'project.run': { args: OfRevision & { readonly command: Command }; value: Applied };
  'project.undo': { args: OfRevision; value: Applied };
  'project.redo': { args: OfRevision; value: Applied };
  /** Writes the file now and answers when it is flushed. */
  'project.save': { args: OfDocument; value: SaveState };
  /** Writes the file, lets it go; refuses when it cannot be written (the journal keeps everything). */
  'project.close': { args: OfDocument & { readonly evenUnsaved: boolean }; value: null };
  /** Renders a document and lets the user say where it goes. */
  'backups.list': { args: OfDocument; value: Backups };
  'backups.read': { args: OfDocument & { readonly backupId: string }; value: BackupContent };
  /** Shows a backup without letting it be changed; the file stays open behind it. Refused as backup-sealed without the `secret` of one that is under a key which the file does not know. */
  'backups.open': { args: OfDocument & { readonly backupId: string; readonly secret?: VaultSecret }; value: OpenProject };
  /** Brings the content of a backup back, as one step that can be undone. Private notes come along while they are under the same key. */
  'backups.restore': { args: OfRevision & { readonly backupId: string }; value: Applied };
  /** Saves a backup where the user says, as the file that it was taken of, byte for byte. Refused as file-in-use in the place of a file that is open anywhere. */
  'backups.save': { args: OfDocument & { readonly backupId: string; readonly secret?: VaultSecret }; value: Exported };
  /** Removes a backup that stays until it is dismissed, the user having been asked. Any other is refused as token-unknown. */
  'backups.dismiss': { args: OfDocument & { readonly backupId: string }; value: null };
  /** How the open file and what another hand put in its place differ. Refused as the file is when it cannot be read; as file-key-changed when it got another key meanwhile, whose `secret` is then asked for. */
  'conflict.read': { args: OfDocument & { readonly secret?: VaultSecret }; value: Conflict };
  /** `both` needs no secret. */
  'conflict.answer': { args: OfDocument & { readonly answer: ConflictAnswer; readonly secret?: VaultSecret }; value: OpenProject };
  /** Takes the protection against writing off a file that is shown read-only for it, and opens it to be changed. Refused as disk-* where that is not ours to do. */
  'project.allowChanges': { args: OfDocument; value: OpenProject };
  /** Writes the project as it stands into another file, and goes on there: for a place that cannot be written any more. */
  'project.saveElsewhere': { args: OfDocument; value: OpenProject };
  /** Accompaniments that are not in the library and of which this computer keeps backups, the one last backed up first. */
  'gone.list': { args: Record<string, never>; value: readonly GoneFile[] };
  /** Always refused, as the opening of a file that is not there: `attempt.read` then tells what can be done. */
  'gone.open': { args: { readonly goneId: string }; value: OpenProject };
  /** Removes everything that this computer keeps of one. Refused as file-locked while it is open elsewhere. */
  'gone.forget': { args: { readonly goneId: string }; value: null };
  /** The last file that could not be opened, `null` when there is none. */
  'attempt.read': { args: Record<string, never>; value: Attempt | null };
  /** read-only: nothing is locked or changed; take-over: in the place of whoever holds the file; again: as at first. */
  'attempt.open': { args: OfAttempt & { readonly how: 'read-only' | 'take-over' | 'again' }; value: OpenProject };
  'attempt.unlock': { args: OfAttempt & { readonly secret: VaultSecret }; value: OpenProject };
  /** Opens a file that is older than this computer remembers it, or that is not protected any more, the user having been asked. `secret`: of the protection that is gone, where a copy still knows it; refused as passphrase-wrong. */
  'attempt.accept': { args: OfAttempt & { readonly secret: VaultSecret | null }; value: OpenProject };
  /** Recovers into a new file: beside a damaged one, which stays as it is, from what can still be read of it; or from a backup with the journal, under its own name when it is gone. A protected one is asked its secret, refused as file-sealed without it, and recovered under the same. */
  'attempt.recover': {
    args: OfAttempt & {
      readonly backupId: string | null;
      readonly secret: VaultSecret | null;
      /** In the place of whoever holds what this computer keeps of it, the user having been asked. */ readonly isTakingOver?: boolean;
    };
    value: Recovered;
  };
  'document.save': { args: OfDocument & { readonly request: DocumentRequest; readonly locale: Locale }; value: SavedDocument };
  /** The very pages that saving would write; a workbook has none. */
  'document.preview': { args: OfDocument & { readonly request: PagedRequest; readonly locale: Locale }; value: PreviewedDocument };
  /** Opens a document just saved with the system's own application. */
  'document.open': { args: { readonly documentToken: string }; value: null };
  /** Everything that may leave, for other programs: one JSON file, or a new folder of CSV files. */
  'attachments.read': { args: OfDocument; value: Attached };
  /** Lets the user choose a document in a dialog of the system, and attaches it. */
  'attachments.choose': { args: OfRevision & AttachTo; value: Applied };
  /** Attaches a document that was dropped on the window: its bytes in Base64, since a path never comes this way. */
  'attachments.add': { args: OfRevision & AttachTo & { readonly name: string; readonly data: string }; value: Applied };
  /** Opens a copy with the system's own application; the copy is swept. */
  'attachments.open': { args: OfDocument & { readonly attachmentId: string }; value: null };
  'attachments.save': { args: OfDocument & { readonly attachmentId: string }; value: Exported };
  'export.save': { args: OfDocument & { readonly form: 'json' | 'csv' }; value: Exported };
  'traces.read': { args: OfDocument; value: Traces };
  /** Closes the file once it holds everything, then removes its backups and its journals from this computer. */
  'traces.leave': { args: OfDocument; value: null };
  /** The changes of one record, or of all (`record` is null), the newest first. `skip`: how many of the newest to pass over. */
  'history.read': {
    args: OfDocument & { readonly record: { readonly table: TableName; readonly id: string } | null; readonly skip: number };
    value: HistoryPage;
  };
  'protection.status': { args: OfDocument; value: Protection };
  /** Seals the whole file, its journal and its backups under a passphrase; the recovery key is shown this once. */
  'protection.set': { args: OfRevision & { readonly passphrase: string }; value: Protected };
  /** Replaces the passphrase. `isNewKey`: and the key of the file, with everything that this computer holds of it; then the recovery key is another, too. */
  'protection.change': {
    args: OfRevision & { readonly secret: VaultSecret; readonly passphrase: string; readonly isNewKey?: boolean };
    value: Protected;
  };
  'protection.renew': { args: OfRevision & { readonly secret: VaultSecret }; value: Protected };
  /** Takes the seal off the file, its journal and its backups. Refused as journal-newer-sealed where a newer Tierce may have noted something under it. */
  'protection.remove': { args: OfRevision & { readonly secret: VaultSecret }; value: Protected };
  'vault.status': { args: OfDocument; value: VaultStatus };
  /** Somebody acts in the notebook: the time until it is locked begins anew. */
  'vault.stay': { args: OfDocument; value: VaultStatus };
  'vault.lock': { args: OfDocument; value: VaultStatus };
  /** Every private note that is sound, and what is none. Refused as vault-locked. */
  'vault.notes': {
    args: OfDocument;
    value: {
      readonly notes: readonly PrivateNoteText[];
      readonly broken: readonly BrokenNote[];
      readonly revision: number;
      readonly vault: VaultStatus;
    };
  };
  'vault.create': { args: OfRevision & { readonly passphrase: string }; value: VaultRekeyed };
  /** Refused as vault-key-foreign when the public key of the vault is not its own: somebody may have put it there; as vault-key-changed when it is not the one that this computer knows, and the user has not accepted that. */
  'vault.unlock': { args: OfRevision & { readonly secret: VaultSecret; readonly isKeyAccepted?: boolean }; value: VaultApplied };
  /** The same, with the vault's own public key put back. */
  'vault.mend': { args: OfRevision & { readonly secret: VaultSecret }; value: VaultApplied };
  /** Replaces the passphrase; asks for the one before, or for the recovery key. `isNewKey`: and the key, so that copies of before open nothing that is written from now on; then there is a new recovery key as well. */
  'vault.change': {
    args: OfRevision & { readonly secret: VaultSecret; readonly passphrase: string; readonly isNewKey?: boolean };
    value: VaultRekeyed;
  };
  /** Replaces the recovery key. */
  'vault.renew': { args: OfRevision & { readonly secret: VaultSecret }; value: VaultRekeyed };
  /** A new note (`id` is null) or an edit. While the vault is locked a new one is sealed and filed at the next opening, refused as vault-key-unknown for a key that this computer does not know; an edit is refused as vault-locked. */
  'vault.write': {
    args: OfRevision & { readonly note: Omit<PrivateNoteText, 'id' | 'writtenAt' | 'isDropped'> & { readonly id: string | null } };
    value: VaultApplied & { readonly noteId: string };
  };
  /** Its reader calls a note that was dropped in their own. */
  'vault.own': { args: OfRevision & { readonly noteId: string }; value: VaultApplied };
  'vault.remove': { args: OfRevision & { readonly noteId: string }; value: VaultApplied };
};

export type Channel = keyof Channels;
export type Args<C extends Channel> = Channels[C]['args'];
export type Value<C extends Channel> = Channels[C]['value'];

/** Names only, for the bridge: a sandboxed preload must stay free of schemas. */
export const CHANNEL_NAMES = [
  'app.start',
  'app.settled',
  'app.quit',
  'settings.save',
  'profile.save',
  'library.list',
  'library.choose',
  'library.timeChoices',
  'library.addTime',
  'project.create',
  'project.open',
  'project.choose',
  'project.example',
  'project.read',
  'project.run',
  'project.undo',
  'project.redo',
  'project.save',
  'project.allowChanges',
  'project.saveElsewhere',
  'project.close',
  'backups.list',
  'backups.read',
  'backups.open',
  'backups.restore',
  'backups.save',
  'backups.dismiss',
  'conflict.read',
  'conflict.answer',
  'gone.list',
  'gone.open',
  'gone.forget',
  'attempt.read',
  'attempt.open',
  'attempt.unlock',
  'attempt.accept',
  'attempt.recover',
  'document.save',
  'document.preview',
  'document.open',
  'attachments.read',
  'attachments.choose',
  'attachments.add',
  'attachments.open',
  'attachments.save',
  'export.save',
  'traces.read',
  'traces.leave',
  'history.read',
  'protection.status',
  'protection.set',
  'protection.change',
  'protection.renew',
  'protection.remove',
  'vault.status',
  'vault.stay',
  'vault.lock',
  'vault.notes',
  'vault.create',
  'vault.unlock',
  'vault.mend',
  'vault.change',
  'vault.renew',
  'vault.write',
  'vault.own',
  'vault.remove',
] as const satisfies readonly Channel[];

/** What main tells the window without being asked. */
export type Events = {
  /** `fileName`: by now; it may have been renamed while it was open. */
  saveState: OfDocument & { readonly saveState: SaveState; readonly fileName: string };
  /** A file was handed over while the application runs. */
  opened: Result<OpenProject>;
  /** The window is asked to commit what is being typed, since the open file is about to be let go. */
  closing: Record<string, never>;
  /** A vault has been locked: what the window holds of it is to be dropped. */
  vaultLocked: OfDocument;
  /** More was read of the library than the last listing had. */
  library: Record<string, never>;
};
export type EventName = keyof Events;
export const EVENT_NAMES = ['saveState', 'opened', 'closing', 'vaultLocked', 'library'] as const satisfies readonly EventName[];

/** Exactly what the window can reach of the main process, in every shell. */
export type Bridge = {
  readonly call: <C extends Channel>(channel: C, args: Args<C>) => Promise<Result<Value<C>>>;
  /** @returns a function that stops listening. */
  readonly on: <E extends EventName>(event: E, listener: (data: Events[E]) => void) => () => void;
};
