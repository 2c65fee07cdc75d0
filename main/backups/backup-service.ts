// The backups of the open file as the window asks for them: what each holds, a look into it, and its content brought back.
import type { Args, BackupEntry, OpenProject } from '@contract/channels.ts';
import { differencesBetween, restoringChanges } from '@domain/changes-between.ts';
import { type Document, everyRecord } from '@domain/document.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import { declarationOf, tablesOfKind } from '@domain/tables/tables.ts';
import type { Handlers } from '../contract/dispatch.ts';
import { FILE_ENDING } from '../files/envelope.ts';
import type { ReadProject } from '../files/read-project-file.ts';
import type { OpenProjects } from '../project/open-projects.ts';
import type { SessionServices } from '../project/open-session.ts';
import type { ProjectSession } from '../project/project-session.ts';
import type { StoredBackup } from './backup-store.ts';

type BackupChannel = 'backups.list' | 'backups.open' | 'backups.restore';

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
      'backups.open': ({ documentId, backupId }) => this.#open(documentId, backupId),
      'backups.restore': (args) => this.#restore(args),
    };
  }

  async #list(session: ProjectSession) {
    const stored = await this.#services.backups.list(session.header.fileId);
    if (!stored.ok) return stored;
    const backups: BackupEntry[] = [];
    for (const each of stored.value) backups.push(await this.#entry(session, each));
    return ok({ backups, failure: session.backupFailure });
  }

  async #entry(session: ProjectSession, { fileName, takenAt, reason, revision, bytes }: StoredBackup): Promise<BackupEntry> {
    const common = { backupId: backupIdOf(fileName), takenAt, reason, revision, bytes };
    const read = await this.#read(session, common.backupId);
    if (!read.ok) return { ...common, state: 'unreadable', failure: read.failure };
    const { document, header } = read.value;
    const records = everyRecord(document).filter(({ table }) => declarationOf(table).class !== 'vault').length;
    return { ...common, state: 'readable', savedBy: header.savedBy, records, differences: differencesBetween(session.document, document) };
  }

  /** Under the key that the open file has: its backups are sealed alike. */
  async #read(session: ProjectSession, backupId: string): Promise<Result<ReadProject>> {
    return this.#services.backups.read(session.header.fileId, `${backupId}${FILE_ENDING}`, session.keyOf);
  }

  async #open(documentId: string, backupId: string): Promise<Result<OpenProject>> {
    const session = this.#projects.session(documentId);
    const from = this.#services.backups.pathOf(session.header.fileId, `${backupId}${FILE_ENDING}`);
    const stored = await this.#services.backups.list(session.header.fileId);
    if (!stored.ok) return stored;
    const found = stored.value.find(({ fileName }) => backupIdOf(fileName) === backupId);
    if (from === null || found === undefined) return refuse({ code: 'token-unknown' });
    return this.#projects.look({ path: session.path, from }, { why: 'backup', takenAt: found.takenAt, of: documentId }, session.keyOf);
  }

  /** What stands now is backed up before: the way back stays open after undo has forgotten it. */
  async #restore({ documentId, commandId, backupId }: Args<'backups.restore'>) {
    const session = this.#projects.session(documentId);
    const read = await this.#read(session, backupId);
    if (!read.ok) return read;
    const kept = await session.keepBackup('restore');
    if (!kept.ok) return kept;
    await session.holdAll(read.value.contents);
    const reply = await session.runPlanned(commandId, (document) => ok({
      changes: restoringChanges(document, read.value.document, tablesToRestore(document, { isSameVault: isSameVault(session, read.value) })),
      isAct: false, label: { command: 'backup.restore', table: null, title: '' },
    }));
    return this.#projects.applied(documentId, reply);
  }
}

/** Notes under another key would be closed for ever: then the notebook stays as it is. */
function isSameVault({ header }: ProjectSession, backup: ReadProject): boolean {
  return header.keys.vault?.id === backup.header.keys.vault?.id;
}

function tablesToRestore({ kind }: Document, { isSameVault }: { readonly isSameVault: boolean }) {
  return tablesOfKind(kind).filter((table) => isSameVault || declarationOf(table).class !== 'vault');
}

/** @returns the name of a backup as the window knows it */
export function backupIdOf(fileName: string): string {
  return fileName.slice(0, -FILE_ENDING.length);
}
