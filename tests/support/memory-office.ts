// Accompaniments on a disk in memory, with all that main keeps of them: what an application does with files, without its window.
import type { Command } from '@domain/commands/command.ts';
import type { Document } from '@domain/document.ts';
import { expectOk, type Result } from '@domain/result.ts';
import type { OpenProject, SaveState } from '@contract/project.ts';
import { encodedContent } from '../../main/vault/reseal-contents.ts';
import { fingerprintOf } from '../../main/files/attached-contents.ts';
import { type FileHeader, FORMAT_VERSION, type Project, serialiseProject } from '../../main/files/envelope.ts';
import { readProjectFile } from '../../main/files/read-project-file.ts';
import { Attempts } from '../../main/project/attempts.ts';
import { FileRecovery } from '../../main/project/file-recovery.ts';
import { OpenProjects } from '../../main/project/open-projects.ts';
import { openSession, type OpeningOptions } from '../../main/project/open-session.ts';
import type { SessionServices } from '../../main/project/session-services.ts';
import type { ProjectSession } from '../../main/project/project-session.ts';
import { recoverySlot } from '../../main/vault/key-slots.ts';
import { FileSealer } from '../../main/vault/file-sealer.ts';
import { countedIds, NOW } from './context.ts';
import { firstId, startedDocument } from './documents.ts';
import { HEADER, JOURNAL_NAME } from './projects.ts';
import { processNamed } from './running.ts';
import { sessionServices } from './session-services.ts';
import { type TroubledMemory, troubledMemory } from './troubled-memory.ts';
import { errno, handTimers } from './worlds.ts';

export const FOLDER = '/library';
export const PATH = '/library/mission.tierce';
export const JOURNALS = '/own/data/journals';
export const JOURNAL = `${JOURNALS}/${JOURNAL_NAME}`;
/** Where a newer Tierce would note its changes to the same file. */
export const NEWER_JOURNAL = `${JOURNALS}/${HEADER.fileId}.${FORMAT_VERSION + 1}.jsonl`;
export const BACKUPS = `/own/data/backups/${HEADER.fileId}`;
export const CONTENTS = `/own/data/attachments/${HEADER.fileId}`;

/** The key of a protected file, and the words that open it. */
export const KEY = Buffer.alloc(32, 7);
const { slot, recoveryKey } = recoverySlot('ring-0001', KEY);
export const RING = { id: 'ring-0001', slots: [slot] };
export const SECRET = { kind: 'recovery', recoveryKey } as const;
export const WRONG = { kind: 'recovery', recoveryKey: 'AAAAA' } as const;

export const CHARTER = Buffer.from('Charte de coopération\n', 'utf8');
export const CHARTER_SHA = fingerprintOf(CHARTER);

type Written = {
  readonly path?: string;
  readonly document?: Document;
  readonly header?: Partial<FileHeader>;
  readonly key?: Uint8Array | null;
} & Partial<Pick<Project, 'contents' | 'history'>>;
export type Office = ReturnType<typeof office>;

export function office() {
  const world = troubledMemory();
  const { later, fire } = handTimers();
  const services = sessionServices('/own', { files: world.files, newId: countedIds('memory'), later });
  const told: { readonly documentId: string; readonly state: SaveState; readonly fileName: string }[] = [];
  const closed: string[] = [];
  /** Another process on the same computer; the previous ones have ended, unless `areOthersGone` is false. */
  const processOf = ({ areOthersGone = true } = {}) => {
    const own: SessionServices = { ...services, running: processNamed({ areOthersGone }) };
    const projects = new OpenProjects(
      own,
      (documentId, state, fileName) => void told.push({ documentId, state, fileName }),
      (documentId) => void closed.push(documentId),
    );
    const recovery = new FileRecovery({ services: own, nameOf: (name) => `${name} (récupéré)` });
    const open = async (path: string, how: OpeningOptions, fileId: string | null): Promise<Result<OpenProject>> => {
      const opened = await projects.open(path, how);
      const { keyOf, accepted = [] } = how;
      attempts.note(path, opened, { fileId, isTakingOver: how.how === 'take-over', keyOf, accepted });
      return opened;
    };
    const attempts: Attempts = new Attempts({
      projects,
      recovery,
      newId: services.newId,
      open: ({ path, fileId }, how) => open(path, how, fileId),
      strengthen: (opened) => Promise.resolve(opened),
      alone: (act) => act(),
    });
    return { services: own, projects, recovery, attempts, open: (path = PATH, how: OpeningOptions = {}) => open(path, how, null) };
  };
  const write = async ({ path = PATH, document = startedDocument(), header, key = null, ...rest }: Written = {}) => {
    await world.well.mkdir(FOLDER, { recursive: true });
    const whole = { ...HEADER, ...(key === null ? {} : { keys: { file: RING, vault: null } }), ...header };
    const project = { header: whole, document, ...rest };
    await world.well.writeFile(path, serialiseProject(project, key === null ? null : new FileSealer(whole.fileId, key)));
  };
  const read = async (path = PATH, key: Uint8Array | null = null) =>
    expectOk(
      await readProjectFile(
        world.well,
        path,
        key === null ? undefined : () => Promise.resolve({ ok: true, value: key }),
        services.backups.stored,
      ),
    );
  const session = async (how: OpeningOptions = {}, path = PATH): Promise<ProjectSession> =>
    expectOk(await openSession({ ...services, running: processNamed() }, path, () => undefined, how)).session;
  return {
    ...world,
    services,
    told,
    closed,
    fire,
    processOf,
    write,
    read,
    session,
    is: (path: string) =>
      world.well.stat(path).then(
        () => true,
        () => false,
      ),
  };
}

const OFFICE_DOCUMENT = startedDocument();
export const SESSION_ID = firstId(OFFICE_DOCUMENT.accompaniment.sessions);
export const retitle = (title: string): Command => ({
  name: 'record.update',
  args: { table: 'sessions', id: SESSION_ID, fields: { title } },
});
type Titled = { readonly accompaniment: Document['accompaniment'] };
export const titleIn = ({ accompaniment }: Titled): string | undefined => accompaniment.sessions[SESSION_ID]?.title;

/** @returns the form that a content has in a file */
export function charterAs(key: Uint8Array | null = null, fileId = HEADER.fileId) {
  return encodedContent(CHARTER_SHA, CHARTER, { fileId, key });
}

/** Attaches the charter to an open file, under that id. */
export async function attach(session: ProjectSession, id = 'attachment-1'): Promise<void> {
  expectOk(await session.contents.hold(CHARTER));
  expectOk(
    await session.runPlanned(`attach-${id}`, () => ({
      ok: true,
      value: { isAct: false, label: { command: 'record.create', table: 'attachments', title: 'charte.txt' }, changes: [attaching(id)] },
    })),
  );
}

export function attaching(id = 'attachment-1', sha256 = CHARTER_SHA) {
  return {
    table: 'attachments',
    id,
    before: null,
    after: { id, name: 'charte.txt', sha256, sessionId: null, note: '', addedAt: NOW, level: null },
  } as const;
}

/** Makes the disk refuse such calls on such paths. */
export function failing(trouble: TroubledMemory['trouble'], call: string, path: (path: string) => boolean, code = 'EIO'): void {
  trouble.before = (called, at) => (called === call && path(at) ? Promise.reject(errno(code)) : undefined);
}

export function well(trouble: TroubledMemory['trouble']): void {
  trouble.before = () => undefined;
}
