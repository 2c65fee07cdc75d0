// E1: private matter does not compile where a document, an export or a message is made, and prints nothing where it slips through.
// Each `@ts-expect-error` is a fixture that must fail: the type check of the tests breaks as soon as one of these lines compiles.
import { inspect } from 'node:util';
import type { Accompaniment, Document, Vault } from '@domain/document.ts';
import { sessionReport } from '@domain/report/session-report.ts';
import { daysStatement } from '@domain/report/days-statement.ts';
import type { RecordOf } from '@domain/tables/tables.ts';
import { calendarDate } from '@domain/units.ts';
import { describe, expect, it } from 'vitest';
import { readingPageOf } from '../../../../main/exports/reading-page.ts';
import { SHAREABLE } from '../../../../main/exports/shareable.ts';
import { Sealed } from '../../../../main/vault/sealed.ts';
import type { PrivateConflict } from '../../../../main/vault/conflict-form.ts';
import type { PrivateNote } from '../../../../main/vault/note-form.ts';
import { startedDocument } from '../../../support/documents.ts';
import { forReaders } from '@domain/levels/for-readers.ts';
import { drawingOf } from '../../../../main/documents/drawing.ts';
import { jsonOf } from '../../../../main/exports/export-service.ts';
import { NOW } from '../../../support/moment.ts';

const WORD = 'zibelineviolette';
const sealed = new Sealed(WORD);
const ON = calendarDate('2026-04-14');

/** Never called: only its types count. */
export function mustNotCompile(
  vault: Vault,
  { accompaniment, desk }: Document,
  note: PrivateNote,
  conflict: Sealed<PrivateConflict>,
): void {
  // @ts-expect-error -- a sealed text is no text
  const text: string = sealed;
  // @ts-expect-error -- nor part of one that is put together by a function of texts
  ['avant', 'après'].join(sealed);
  // @ts-expect-error -- what is inside has no name from outside
  void sealed.value;
  // @ts-expect-error -- a sealed content has none of its fields
  void conflict.name;
  // @ts-expect-error -- a note is no decision of a document
  const decision: RecordOf<'decisions'> = { ...note };
  // @ts-expect-error -- nor is the record that holds its box
  const held: RecordOf<'decisions'> = vault.privateNotes['note-1'];
  // @ts-expect-error -- the vault is nothing that a report is made of
  sessionReport(vault, 'session-1');
  // @ts-expect-error -- nor is the whole document, which holds the vault
  daysStatement({ kind: 'accompaniment', accompaniment: {}, desk, vault }, { from: null, to: null }, ON);
  // @ts-expect-error -- an export is made of an accompaniment alone
  readingPageOf({ accompaniment: vault, locale: 'fr', on: ON, form: 'json' });
  // @ts-expect-error -- and of one that was cut for its readers
  readingPageOf({ accompaniment, locale: 'fr', on: ON, form: 'json' });
  // @ts-expect-error -- nor is a document drawn, or an export written, without knowing for whom
  drawingOf(accompaniment, { kind: 'days', from: null, to: null }, { locale: 'fr', today: ON, readers: 'public' });
  // @ts-expect-error -- the same
  jsonOf(accompaniment, NOW);
  // @ts-expect-error -- no sealed table is among those that may leave
  const leaving: (typeof SHAREABLE)[number] = 'privateConflicts';
  void [text, decision, held, leaving];
}

describe('private matter', () => {
  it('E1 prints nothing of itself, by whatever road it becomes a text', () => {
    const forms = [
      // eslint-disable-next-line typescript/restrict-template-expressions, typescript/no-base-to-string -- what lint forbids elsewhere, to see what it would print
      `${sealed}`,
      // eslint-disable-next-line typescript/restrict-plus-operands, typescript/no-base-to-string -- the same
      'avant ' + sealed,
      String(sealed),
      JSON.stringify({ note: sealed, list: [sealed] }),
      JSON.stringify({ ...sealed }),
      inspect(sealed, { depth: null, showHidden: true, getters: true }),
      [sealed, sealed].join(),
      Object.entries(sealed).flat().join(),
      JSON.stringify(structuredClone({ ...sealed })),
    ];

    expect(forms.join('\n')).not.toContain(WORD);
    expect(forms.slice(0, 4)).toEqual(['•••', 'avant •••', '•••', '{"note":"•••","list":["•••"]}']);
  });

  it('E1 spread into an accompaniment is left out of what is made of it', () => {
    const { accompaniment, vault } = startedDocument();
    const box = `s.${Buffer.from(WORD.repeat(8)).toString('base64')}`;
    const filled = { ...vault, privateNotes: { 'note-1': { id: 'note-1', box } } };
    const mixed: Accompaniment = { ...accompaniment, ...filled };
    const page = readingPageOf({ accompaniment: forReaders(mixed, 'accompanist'), locale: 'fr', on: ON, form: 'json' });

    expect(page.length).toBeGreaterThan(200);
    expect([page.includes(box), page.includes('privateNotes'), SHAREABLE.some((table) => (table as string).startsWith('private'))]).toEqual(
      [false, false, false],
    );
  });
});
