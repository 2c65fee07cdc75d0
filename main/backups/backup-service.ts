// The backups of the open file for the window: what each contains, opening one to look at it, and restoring its content.
import type { BackupContent, BackupEntry } from '@contract/backups.ts';
import type { Args } from '@contract/channels.ts';
import type { OpenProject } from '@contract/project.ts';
import { differencesBetween, restoringChanges, type TableDifference } from '@domain/changes-between.ts';
import { withNumbers } from '@domain/numbering.ts';
import { type Document, everyRecord } from '@domain/document.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import { declarationOf, tablesOfKind } from '@domain/tables/tables.ts';
import type { Handlers } from '../contract/dispatch.ts';
import { FILE_ENDING } from '../files/envelope.ts';
import type { ReadProject } from '../files/read-project-file.ts';
import type { OpenProjects } from '../project/open-projects.ts';
import { openingBy } from '../project/opening-by.ts';
import type { SessionServices } from '../project/session-services.ts';
import type { ProjectSession } from '../project/project-session.ts';
import { CLASS_OF, isUntilDismissed, runDaysLeft } from './backup-rules.ts';
import type { StoredBackup } from './backup-store.ts';
import { opensBoxesOf } from '../vault/vault.ts';

type BackupChannel = 'backups.list' | 'backups.read' | 'backups.open' | 'backups.restore' | 'backups.dismiss';

export class BackupService {
  readonly #services: SessionServices;
  readonly #projects: OpenProjects;

  constructor(services: SessionServices, projects: OpenProjects) {
    this.#services = services;
    this.#projects = projects;
  }

  handlers(): Pick<Handlers, BackupChannel> {
    return {
      'backups.list': ({ documentId }) => this.#list(this.#projects.session(documentId)),
      'backups.read': ({ documentId, backupId }) => this.#content(this.#projects.session(documentId), backupId),
      'backups.open': (args) => this.#open(args),
      'backups.restore': (args) => this.#restore(args),
      'backups.dismiss': ({ documentId, backupId }) => this.#dismiss(this.#projects.session(documentId), backupId),
    };
  }

  async #list(session: ProjectSession) {
    const { backups } = this.#services;
    const stored = await backups.list(session.header.fileId);
    if (!stored.ok) return stored;
    const runDay = await backups.runDay();
    return ok({ backups: stored.value.map((each) => entryOf(each, runDay)), failure: session.backupFailure });
  }

  /** Separate from the list: only those that come into view are read. */
  async #content(session: ProjectSession, backupId: string): Promise<Result<BackupContent>> {
    const read = await this.#read(session, backupId);
    if (!read.ok) return read.failure.code === 'token-unknown' ? read : ok({ state: 'unreadable', failure: read.failure });
    const { document, header } = read.value;
    const records = everyRecord(document).filter(({ table }) => declarationOf(table).class === 'accompaniment').length;
    return ok({ state: 'readable', savedBy: header.savedBy, records, differences: differencesOf(session, read.value) });
  }

  /** A file opened read-only may be open elsewhere, where its backups are needed. */
  async #dismiss({ header: { fileId }, readOnly, fileName }: ProjectSession, backupId: string): Promise<Result<null>> {
    if (readOnly !== null) return refuse({ code: 'file-read-only', name: fileName });
    return this.#services.backups.dismiss(fileId, `${backupId}${FILE_ENDING}`);
  }

  /** Read with the key of the open file: its backups have the same key, except those from before an older file was put in its place. */
  async #read(session: ProjectSession, backupId: string): Promise<Result<ReadProject>> {
    return openingBy(session, { secret: undefined, missing: SEALED }, (keyOf) =>
      this.#services.backups.read(session.header.fileId, `${backupId}${FILE_ENDING}`, keyOf),
    );
  }

  async #open({ documentId, backupId, secret }: Args<'backups.open'>): Promise<Result<OpenProject>> {
    const session = this.#projects.session(documentId);
    const from = this.#services.backups.pathOf(session.header.fileId, `${backupId}${FILE_ENDING}`);
    const stored = await this.#services.backups.list(session.header.fileId);
    if (!stored.ok) return stored;
    const found = stored.value.find(({ fileName }) => backupIdOf(fileName) === backupId);
    if (from === null || found === undefined) return refuse({ code: 'token-unknown' });
    return openingBy(session, { secret, missing: SEALED }, (keyOf) =>
      this.#projects.look({ path: session.path, from }, { why: 'backup', takenAt: found.takenAt, of: documentId }, keyOf),
    );
  }

  /** The current content is backed up first, so that it can still be restored once undo has forgotten it. */
  async #restore({ documentId, commandId, backupId }: Args<'backups.restore'>) {
    const session = this.#projects.session(documentId);
    const read = await this.#read(session, backupId);
    if (!read.ok) return read;
    const kept = await session.keepBackup('restore');
    if (!kept.ok) return kept;
    const held = await session.contents.holdAll(read.value.contents, {
      fileId: session.header.fileId,
      key: read.value.sealing?.key ?? null,
    });
    if (!held.ok) return held;
    const reply = await session.runPlanned(commandId, (document) =>
      ok({
        changes: withNumbers(
          document,
          restoringChanges(document, read.value.document, tablesToRestore(document, { isSameVault: isSameVault(session, read.value) })),
        ),
        isAct: false,
        label: { command: 'backup.restore', table: null, title: '' },
      }),
    );
    return this.#projects.applied(documentId, reply);
  }
}

/** Reported for a backup under another key. */
export const SEALED = { code: 'backup-sealed' } as const;

function entryOf(backup: StoredBackup, runDay: number | null): BackupEntry {
  const { fileName, takenAt, reason, revision, bytes } = backup;
  const stay = { class: CLASS_OF[reason], isUntilDismissed: isUntilDismissed(backup), runDaysLeft: runDaysLeft(backup, runDay) };
  return { backupId: backupIdOf(fileName), takenAt, reason, revision, bytes, ...stay };
}

/** Notes under a key that the notebook never had could never be opened: then the notebook stays as it is. */
function isSameVault({ header: { keys: now } }: ProjectSession, { header: { keys: then } }: ReadProject): boolean {
  return now.vault === null || then.vault === null ? now.vault === then.vault : opensBoxesOf(now.vault, then.vault.id);
}

/** @returns what restoring a backup would change, the notes of the notebook included */
function differencesOf(session: ProjectSession, backup: ReadProject): readonly TableDifference[] {
  const tables = tablesToRestore(session.document, { isSameVault: isSameVault(session, backup) });
  const isSameKey = session.header.keys.vault?.id === backup.header.keys.vault?.id;
  return differencesBetween(session.document, backup.document, tables)
    .map((one) => (isSameKey || declarationOf(one.table).class !== 'vault' ? one : { ...one, changed: 0 })) // each was sealed anew with the new key
    .filter(({ onlyBefore, onlyAfter, changed }) => onlyBefore + onlyAfter + changed > 0);
}

function tablesToRestore({ kind }: Document, { isSameVault }: { readonly isSameVault: boolean }) {
  return tablesOfKind(kind).filter((table) => isSameVault || declarationOf(table).class !== 'vault');
}

/** @returns the name of a backup as the window knows it */
export function backupIdOf(fileName: string): string {
  return fileName.slice(0, -FILE_ENDING.length);
}
