// Lists in the register what has just left: its SHA-256, to whom it went, and a frozen copy as far as there is room.
import type { Registered } from '@contract/documents.ts';
import { creation, newRecord } from '@domain/commands/record-commands.ts';
import { shortTitle } from '@domain/commands/step.ts';
import type { Document } from '@domain/document.ts';
import type { Failure } from '@domain/failures.ts';
import type { Giving } from '@domain/levels/giving.ts';
import { ok, type Result } from '@domain/result.ts';
import { contentsOf } from '@domain/tables/contents.ts';
import { LARGEST_COPIES_BYTES } from '@domain/tables/documents.ts';
import type { FieldsOf } from '@domain/tables/tables.ts';
import type { CalendarDate } from '@domain/units.ts';
import { fingerprintOf } from '../files/attached-contents.ts';
import type { OpenProjects } from '../project/open-projects.ts';
import type { ProjectSession } from '../project/project-session.ts';

type Described = Pick<FieldsOf<'documents'>, 'kind' | 'title' | 'fileName' | 'pages' | 'locale'> &
  Partial<Pick<FieldsOf<'documents'>, 'sessionId' | 'from' | 'to' | 'leftOut'>>;

/**
 * What has left. `bytes`: of the file that was written. `copy`: what is kept of it, `null` for something too large to be kept twice;
 * `lines`: its text.
 */
export type GivenFile = Described & {
  readonly bytes: Uint8Array;
  readonly copy: Uint8Array | null;
  readonly lines: readonly string[] | null;
  readonly giving: Giving;
};
export type Keeping = { readonly projects: OpenProjects; readonly today: () => CalendarDate };
type Asked = { readonly documentId: string; readonly commandId: string };
type Copies = { readonly copy: string | null; readonly lines: string | null; readonly failure: Failure | null };

const NO_COPIES: Copies = { copy: null, lines: null, failure: null };

/** It has left already, so nothing that goes wrong here is a refusal: `unkept` says it. Repeated with the same id it acts once. */
export async function keepGiven({ projects, today }: Keeping, { documentId, commandId }: Asked, given: GivenFile): Promise<Registered> {
  const session = projects.session(documentId);
  if (session.readOnly !== null) return { ...projects.standing(documentId), unkept: { code: 'file-read-only', name: session.fileName } };
  const { bytes, copy, lines, giving, ...described } = given;
  const copies = await frozen(session, copy, lines);
  const reply = await session.runPlanned(commandId, (document, context) => {
    const fields = {
      ...described,
      level: giving.level,
      others: giving.others,
      bytes: bytes.byteLength,
      sha256: fingerprintOf(bytes),
      copy: copies.copy,
      lines: copies.lines,
      givenOn: today(),
    };
    const record = newRecord(document, 'documents', fields, context);
    const recipients = [...new Set(giving.personIds)].map((personId) =>
      creation('recipients', newRecord(document, 'recipients', { documentId: record.id, personId }, context)),
    );
    return ok({
      changes: [creation('documents', record), ...recipients],
      isAct: true,
      label: { command: 'record.create', table: 'documents', title: shortTitle(given.title) },
    });
  });
  const applied = projects.applied(documentId, reply);
  return applied.ok ? { ...applied.value, unkept: copies.failure } : { ...projects.standing(documentId), unkept: applied.failure };
}

/** The copy first: without its text it can still be read. */
async function frozen(session: ProjectSession, copy: Uint8Array | null, lines: readonly string[] | null): Promise<Copies> {
  if (copy === null) return NO_COPIES;
  const text = lines === null ? null : Buffer.from(JSON.stringify(lines), 'utf8');
  if (copiesKept(session) + copy.byteLength + (text?.byteLength ?? 0) > LARGEST_COPIES_BYTES)
    return { ...NO_COPIES, failure: { code: 'copies-full', maximum: LARGEST_COPIES_BYTES } };
  const held = await session.contents.hold(copy);
  if (!held.ok) return { ...NO_COPIES, failure: held.failure };
  const heldText: Result<string | null> = text === null ? ok(null) : await session.contents.hold(text);
  return heldText.ok
    ? { copy: held.value, lines: heldText.value, failure: null }
    : { copy: held.value, lines: null, failure: heldText.failure };
}

/** @returns how much room the frozen copies take, each content once, in bytes */
export function copiesKept({ document, project }: ProjectSession): number {
  return [...copiesNamed(document)].reduce((sum, sha256) => sum + (project.contents.get(sha256)?.bytes ?? 0), 0);
}

/** What is attached as well takes no room of its own. */
function copiesNamed({ accompaniment }: Document): ReadonlySet<string> {
  const attached = new Set(Object.values(accompaniment.attachments).map(({ sha256 }) => sha256));
  const named = Object.values(accompaniment.documents).flatMap((record) => contentsOf('documents', record));
  return new Set(named.map(({ sha256 }) => sha256).filter((sha256) => !attached.has(sha256)));
}
