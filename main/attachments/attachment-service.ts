// Documents attached to an accompaniment: added, opened through a temporary copy, saved elsewhere.
import { basename, dirname } from 'node:path';
import type { Attached } from '@contract/attachments.ts';
import type { Args } from '@contract/channels.ts';
import type { Registered } from '@contract/documents.ts';
import type { Exported } from '@contract/leaving.ts';
import type { Applied } from '@contract/project.ts';
import { creation, newRecord } from '@domain/commands/record-commands.ts';
import { shortTitle } from '@domain/commands/step.ts';
import type { Accompaniment } from '@domain/document.ts';
import type { Failure } from '@domain/failures.ts';
import { levelOf } from '@domain/levels/for-readers.ts';
import { beyondReaders } from '@domain/levels/giving.ts';
import { isOpenTo, type Level } from '@domain/levels/level.ts';
import type { CalendarDate } from '@domain/units.ts';
import { partsAtDot } from '@domain/file-name.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import { attachmentName, LARGEST_ATTACHMENT_BYTES } from '@domain/tables/attachments.ts';
import { catalogueOf } from '@domain/text/catalogue.ts';
import type { Handlers } from '../contract/dispatch.ts';
import { diskFailure, errnoOf } from '../files/disk-failure.ts';
import { readRegularFile } from '../machine/regular-file.ts';
import { fileNameFor } from '../files/new-name.ts';
import { replaceFile } from '../files/replace-file.ts';
import type { OpenProjects } from '../project/open-projects.ts';
import type { SessionServices } from '../project/session-services.ts';
import type { ProjectSession } from '../project/project-session.ts';
import { ANY_EXTENSION, type Shell } from '../shell.ts';
import { keepGiven } from '../register/keep-given.ts';
import { isShown, type OpenedCopies } from './opened-copies.ts';

/** Usual limit for all attachments together, and the limit after being told what it costs. In bytes. @source promises.md A14 */
export const USUAL_TOTAL_BYTES = 20_000_000;
export const LARGEST_TOTAL_BYTES = 50_000_000;

type AttachmentChannel = 'attachments.read' | 'attachments.choose' | 'attachments.add' | 'attachments.open' | 'attachments.save';
export type AttachmentOptions = {
  readonly shell: Pick<Shell, 'folders' | 'dialogs' | 'openWithSystem' | 'newId'>;
  readonly services: SessionServices;
  readonly projects: OpenProjects;
  readonly locale: () => 'fr' | 'en';
  readonly today: () => CalendarDate;
  readonly copies: OpenedCopies;
};
type Adding = Pick<Args<'attachments.add'>, 'documentId' | 'commandId' | 'sessionId' | 'isBeyond' | 'name'>;

export class AttachmentService {
  readonly #options: AttachmentOptions;
  readonly #copies: OpenedCopies;

  constructor(options: AttachmentOptions) {
    this.#options = options;
    this.#copies = options.copies;
  }

  handlers(): Pick<Handlers, AttachmentChannel> {
    const session = (documentId: string): ProjectSession => this.#options.projects.session(documentId);
    return {
      'attachments.read': ({ documentId }) => Promise.resolve(ok(attachedTo(session(documentId)))),
      'attachments.choose': (args) => this.#choose(args),
      'attachments.add': ({ data, ...args }) => this.#add(args, Buffer.from(data, 'base64')),
      'attachments.open': ({ documentId, attachmentId }) => this.#open(session(documentId), attachmentId),
      'attachments.save': (asked) => this.#save(session(asked.documentId), asked),
    };
  }

  /** Removes the copies made for opening: at the start and at the end, since a program may hold them in between. */
  sweep(): Promise<void> {
    return this.#copies.sweep();
  }

  async #choose({ ...args }: Args<'attachments.choose'>): Promise<Result<Applied>> {
    const { shell, services, projects, locale } = this.#options;
    const { attachments } = catalogueOf(locale());
    const path = await shell.dialogs.chooseFile({
      title: attachments.chooseTitle,
      folder: dirname(projects.session(args.documentId).path),
      filter: { name: attachments.anyFile, extension: ANY_EXTENSION },
    });
    if (path === null) return refuse({ code: 'cancelled' });
    const name = basename(path);
    try {
      const content = await readRegularFile(services.files, path, LARGEST_ATTACHMENT_BYTES);
      if (!('not' in content)) return await this.#add({ ...args, name: attachmentName(name) }, content);
      if (content.not === 'bounded')
        return refuse({ code: 'attachment-too-large', name, bytes: content.bytes, maximum: LARGEST_ATTACHMENT_BYTES });
      return refuse({ code: 'attachment-no-file', name });
    } catch (error) {
      if (errnoOf(error) === null) throw error;
      return refuse(diskFailure(error, name));
    }
  }

  /** The content is safe on this computer before its record is. Repeated with the same id it acts once. */
  async #add({ documentId, commandId, sessionId, isBeyond, name }: Adding, content: Buffer): Promise<Result<Applied>> {
    const session = this.#options.projects.session(documentId);
    if (session.readOnly !== null) return refuse({ code: 'file-read-only', name: session.fileName });
    const refused = tooMuch(session, { name, bytes: content.byteLength, isBeyond });
    if (refused !== null) return refuse(refused);
    const held = await session.contents.hold(content);
    if (!held.ok) return held;
    const reply = await session.runPlanned(commandId, (document, context) => {
      const record = newRecord(document, 'attachments', { name, sha256: held.value, sessionId }, context);
      return ok({
        changes: [creation('attachments', record)],
        isAct: false,
        label: { command: 'record.create', table: 'attachments', title: shortTitle(name) },
      });
    });
    return this.#options.projects.applied(documentId, reply);
  }

  async #open(session: ProjectSession, attachmentId: string): Promise<Result<null>> {
    const found = contentAt(session, attachmentId);
    if (!found.ok) return found;
    const { name, content } = found.value;
    if (!isShown(name)) return refuse({ code: 'attachment-not-opened', name });
    const copy = await this.#copies.make(name, content);
    if (!copy.ok) return copy;
    return (await this.#options.shell.openWithSystem(copy.value)) ? ok(null) : refuse({ code: 'attachment-not-opened', name });
  }

  /** Refused as level-too-wide, recipients-beyond, record-missing, attachment-gone, cancelled, disk-*. */
  async #save(session: ProjectSession, asked: Args<'attachments.save'>): Promise<Result<Exported & Registered>> {
    const { shell, services, locale, today } = this.#options;
    const { giving, attachmentId } = asked;
    const found = contentAt(session, attachmentId);
    if (!found.ok) return found;
    const { accompaniment } = session.document;
    const refused = attachmentTooWide(accompaniment, attachmentId, giving.level) ?? beyondReaders(accompaniment, giving, today());
    if (refused !== null) return refuse(refused);
    const { name, content } = found.value;
    const { stem, ending } = partsAtDot(name);
    const { attachments } = catalogueOf(locale());
    const path = await shell.dialogs.saveFile({
      title: attachments.saveTitle,
      folder: dirname(session.path),
      name: fileNameFor(stem, ending),
      filter: { name: attachments.anyFile, extension: ending.slice(1) || ANY_EXTENSION },
    });
    if (path === null) return refuse({ code: 'cancelled' });
    const written = await replaceFile(services.files, { path, parts: [content], nonce: shell.newId() });
    if (!written.ok) return written;
    const exported = { name: basename(path), folderName: basename(dirname(path)), files: 1 };
    const { sessionId } = accompaniment.attachments[attachmentId] ?? { sessionId: null };
    const told = { kind: 'attachment', title: name, locale: locale(), pages: 0, fileName: exported.name, sessionId } as const;
    const registered = await keepGiven(this.#options, asked, { ...told, bytes: content, copy: content, lines: null, giving });
    return ok({ ...registered, ...exported });
  }
}

/** @returns the sizes of the attachments; one content counts once, however many records name it */
function attachedTo({ document, project }: ProjectSession): Attached {
  const named = new Set(Object.values(document.accompaniment.attachments).map(({ sha256 }) => sha256));
  const bytes = Object.fromEntries([...named].map((sha256) => [sha256, project.contents.get(sha256)?.bytes ?? 0]));
  return { bytes, total: Object.values(bytes).reduce((sum, each) => sum + each, 0), maximum: USUAL_TOTAL_BYTES };
}

function tooMuch(
  session: ProjectSession,
  { name, bytes, isBeyond }: { readonly name: string; readonly bytes: number; readonly isBeyond: boolean },
): Failure | null {
  if (bytes > LARGEST_ATTACHMENT_BYTES) return { code: 'attachment-too-large', name, bytes, maximum: LARGEST_ATTACHMENT_BYTES };
  const maximum = isBeyond ? LARGEST_TOTAL_BYTES : USUAL_TOTAL_BYTES;
  return attachedTo(session).total + bytes > maximum ? { code: 'attachments-full', name, maximum, most: LARGEST_TOTAL_BYTES } : null;
}

function attachmentTooWide(accompaniment: Accompaniment, attachmentId: string, asked: Level): Failure | null {
  const record = accompaniment.attachments[attachmentId];
  const needed = record === undefined ? asked : levelOf(accompaniment, 'attachments', record);
  return isOpenTo(asked, needed) ? null : { code: 'level-too-wide', asked, needed };
}

function contentAt(session: ProjectSession, attachmentId: string): Result<{ readonly name: string; readonly content: Buffer }> {
  const record = session.document.accompaniment.attachments[attachmentId];
  if (record === undefined) return refuse({ code: 'record-missing', table: 'attachments', id: attachmentId });
  const content = session.contents.contentOf(record.sha256, record.name);
  return content.ok ? ok({ name: record.name, content: content.value }) : content;
}
