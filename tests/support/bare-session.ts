// A session made by hand, for tests and measurements that need one without opening a file.
import type { CommandContext } from '@domain/commands/context.ts';
import type { Step } from '@domain/commands/step.ts';
import type { Document } from '@domain/document.ts';
import { NO_HISTORY } from '@domain/history/history.ts';
import { ok } from '@domain/result.ts';
import { BackupRhythm } from '../../main/backups/backup-rhythm.ts';
import { NO_CONTENTS } from '../../main/files/attached-contents.ts';
import type { FileHeader } from '../../main/files/envelope.ts';
import { ProjectAdapter } from '../../main/files/project-adapter.ts';
import { Journal } from '../../main/journal/journal.ts';
import { PLAIN_LINES } from '../../main/journal/journal-lines.ts';
import { memoryOf } from '../../main/project/memory-of.ts';
import { firstSight } from '../../main/memory/remembered.ts';
import { JournalKeeper } from '../../main/project/journal-keeper.ts';
import { ProjectSession } from '../../main/project/project-session.ts';
import { SessionLocks } from '../../main/project/session-locks.ts';
import { sessionServices } from './session-services.ts';

type Bare = {
  readonly folder: string;
  readonly path: string;
  readonly document: Document;
  readonly header: FileHeader;
  readonly context: CommandContext;
  readonly steps?: readonly Step[];
};

/** @returns the session, with the steps that its journal is supposed to know */
export function bareSession({ folder, path, document, header, context, steps = [] }: Bare): ProjectSession {
  const services = sessionServices(folder);
  const locks = new SessionLocks(services, false);
  const journal = new JournalKeeper({
    journal: new Journal(services.files, `${path}.jsonl`, PLAIN_LINES, locks.holder),
    standing: null,
    unsaved: [],
    revision: header.revision,
    keepBase: (base) => Promise.resolve(ok(base)),
  });
  const adapter = new ProjectAdapter(services.files, {
    path,
    newId: services.newId,
    sealer: null,
    standing: null,
    beforeReplacing: () => Promise.resolve(ok(null)),
    lost: () => Promise.resolve(null),
    announce: (content) => journal.announce(content),
    confirm: (content) => journal.confirm(content),
    follow: () => Promise.resolve(null),
  });
  const rhythm = new BackupRhythm({
    files: services.files,
    store: services.backups,
    fileId: header.fileId,
    path: () => path,
    now: () => context.now,
    isMigrating: false,
  });
  const memory = memoryOf(services, { document, fileId: header.fileId, begins: firstSight(header) });
  return new ProjectSession({
    project: { header, document, history: NO_HISTORY, contents: NO_CONTENTS },
    steps,
    isSaved: true,
    readOnly: null,
    keys: null,
    adapter,
    journal,
    memory,
    rhythm,
    contents: services.contents,
    locks,
    context: () => context,
    later: () => () => undefined,
    onSaveState: () => undefined,
  });
}
