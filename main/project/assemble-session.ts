// Assembles an open project from its parts: adapter, journal, backup rhythm, locks.
import type { ReadOnly } from '@contract/project.ts';
import { BackupRhythm } from '../backups/backup-rhythm.ts';
import { FORMAT_VERSION, type Project } from '../files/envelope.ts';
import { ProjectAdapter } from '../files/project-adapter.ts';
import type { ReadProject } from '../files/read-project-file.ts';
import type { Journal } from '../journal/journal.ts';
import type { OpenMemory } from '../memory/open-memory.ts';
import type { Recovery } from '../journal/recover.ts';
import type { FileSealer } from '../vault/file-sealer.ts';
import type { OpenKeys } from '../vault/open-keys.ts';
import { followRenamed } from './follow-renamed.ts';
import { JournalKeeper } from './journal-keeper.ts';
import { ProjectSession } from './project-session.ts';
import type { SessionLocks } from './session-locks.ts';
import type { OnSaveState } from './session-options.ts';
import type { SessionServices } from './session-services.ts';
import { turnedBack } from './turned-back.ts';

/** What an opened project is made from. */
export type Parts = {
  readonly path: string;
  readonly project: Project;
  readonly journal: Journal;
  readonly recovery: Recovery;
  readonly sealer: FileSealer | null;
  /** For a sealed file; they belong to the session from here on. */
  readonly keys: OpenKeys | null;
  /** The file as it was read; `null` for a new one. */
  readonly read: ReadProject | null;
  readonly memory: OpenMemory;
  readonly locks: SessionLocks;
  readonly readOnly?: ReadOnly | null;
  readonly onSaveState: OnSaveState;
};

/** @returns the session, which writes nothing until it is asked to */
export function newSession(
  services: SessionServices,
  { path, project, journal, recovery, read, sealer, keys, memory, locks, readOnly = null, onSaveState }: Parts,
): ProjectSession {
  const { files, newId, backups, contents, context, later } = services;
  const { fileId, revision } = project.header;
  const isMigrating = read !== null && read.formatVersion < FORMAT_VERSION;
  const rhythm = new BackupRhythm({ files, store: backups, fileId, path: () => adapter.path, now: () => context().now, isMigrating });
  locks.alsoAsk(() => journal.isTaken());
  const standing = read === null ? null : { digest: read.digest, revision: read.header.revision };
  const keeper = new JournalKeeper({
    journal,
    standing,
    unsaved: recovery.broughtBack,
    revision,
    keepBase: (base) => rhythm.keepBase(base, () => adapter.contentOf(turnedBack(session.project, keeper.unsaved))),
  });
  const adapter: ProjectAdapter = new ProjectAdapter(files, {
    path,
    newId,
    sealer,
    standing,
    beforeReplacing: (before) => rhythm.beforeReplacing(before),
    lost: () => locks.lostFile(),
    announce: (content) => keeper.announce(content),
    confirm: (content) => keeper.confirm(content),
    follow: (from, isOurs) => followRenamed(files, { from, fileId, isOurs, locks }),
  });
  const isSaved = read !== null && recovery.broughtBack.length === 0;
  const session: ProjectSession = new ProjectSession({
    project,
    steps: recovery.steps,
    isSaved,
    readOnly,
    adapter,
    keys,
    journal: keeper,
    memory,
    locks,
    rhythm,
    contents,
    context,
    later,
    onSaveState,
  });
  return session;
}
