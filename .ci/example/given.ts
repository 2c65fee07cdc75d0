// What was given of the example's sessions: rows of the register, each with the text that the document had.
import { isPresent } from '../../domain/collective/presence.ts';
import type { StepLabel } from '../../domain/commands/step.ts';
import type { Change, Document } from '../../domain/document.ts';
import { forReaders, type Readable } from '../../domain/levels/for-readers.ts';
import { expectOk } from '../../domain/result.ts';
import { calendarDate, instant } from '../../domain/units.ts';
import { textLines } from '../../main/documents/document-lines.ts';
import { drawingOf } from '../../main/documents/drawing.ts';
import { definitionOf } from '../../main/documents/render-pdf.ts';
import { type AttachedContent, type Contents, fingerprintOf } from '../../main/files/attached-contents.ts';
import { encodedContent } from '../../main/vault/reseal-contents.ts';
import { GIVEN } from './story.ts';

type Builder = {
  readonly document: Document;
  on: (date: string) => Builder;
  newId: () => string;
  apply: (changes: readonly Change[], label: StepLabel) => unknown;
};

/** A later document can be compared with these; their pages were not kept, which would be other bytes at every build. */
export function addGiven(builder: Builder, sessions: readonly string[]): Contents {
  const contents = new Map<string, AttachedContent>();
  for (const given of GIVEN) {
    const sessionId = sessions[given.session - 1] ?? '';
    const readable = forReaders(builder.document.accompaniment, 'collective');
    const { text, fileName } = textOf(readable, given, sessionId);
    const sha256 = fingerprintOf(text);
    const documentId = builder.on(given.on).newId();
    const after = {
      id: documentId,
      kind: given.kind,
      title: `Séance ${given.session} · ${readable.sessions[sessionId]?.title ?? ''}`,
      sessionId,
      from: null,
      to: null,
      locale: 'fr',
      level: 'collective',
      others: given.others,
      leftOut: '',
      fileName,
      pages: given.kind === 'session' ? 2 : 1,
      bytes: 31_000 + text.byteLength,
      sha256,
      copy: null,
      lines: sha256,
      givenOn: calendarDate(given.on),
      enteredAt: instant(`${given.on}T16:30:00.000Z`),
      note: '',
    };
    const present = Object.values(readable.attendances).filter((one) => one.sessionId === sessionId && isPresent(one));
    const recipients = present.map(({ personId }): Change => {
      const id = builder.newId();
      return { table: 'recipients', id, before: null, after: { id, documentId, personId } };
    });
    const changes: readonly Change[] = [{ table: 'documents', id: documentId, before: null, after }, ...recipients];
    builder.apply(changes, { command: 'record.create', table: 'documents', title: after.title });
    contents.set(sha256, encodedContent(sha256, text, { fileId: '', key: null }));
  }
  return contents;
}

function textOf(readable: Readable, { kind, on }: (typeof GIVEN)[number], sessionId: string) {
  const options = { locale: 'fr', today: calendarDate(on), readers: 'collective' } as const;
  const { render, fileName } = expectOk(drawingOf(readable, { kind, sessionId }, options));
  const lines = render.draw === 'workbook' ? [] : textLines(definitionOf(render, () => undefined).content);
  return { text: Buffer.from(JSON.stringify(lines), 'utf8'), fileName };
}
