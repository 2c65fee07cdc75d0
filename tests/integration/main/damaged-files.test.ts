// A11: tens of thousands of damaged files. None crashes the reader, none opens as something else, and every intact record comes back.
import { type Change, recordOf } from '@domain/document.ts';
import { advance } from '@domain/guards/advance.ts';
import { NO_HISTORY, withStep } from '@domain/history/history.ts';
import { expectOk } from '@domain/result.ts';
import { type AnyRecord, type TableName, tableNames } from '@domain/tables/tables.ts';
import { en } from '@domain/text/en.ts';
import { failureText } from '@domain/text/failure-texts.ts';
import { fr } from '@domain/text/fr.ts';
import { expect, it } from 'vitest';
import { fingerprintOf } from '../../../main/files/attached-contents.ts';
import { base64Bytes } from '../../../main/files/base64.ts';
import { serialiseProject } from '../../../main/files/envelope.ts';
import { parseProject } from '../../../main/files/parse-project.ts';
import { repairReferences } from '../../../main/salvage/repair-references.ts';
import { salvageProject } from '../../../main/salvage/salvage.ts';
import { NOW, TODAY } from '../../support/context.ts';
import { DAMAGE_KINDS, damagedFile } from '../../support/damage.ts';
import { startedDocument } from '../../support/documents.ts';
import { noteTried } from '../../support/note-tried.ts';
import { HEADER } from '../../support/projects.ts';

/** Files in `npm test`; `TIERCE_DAMAGED` asks for more. */
const FILES = Number(process.env['TIERCE_DAMAGED'] ?? 1_500);

const CONTENT = Buffer.from('le compte rendu signé', 'utf8');
const BASE = baseFile();
type Line = { readonly table: TableName; readonly record: AnyRecord; readonly line: Buffer };
type Intact = ReadonlyMap<TableName, Map<string, AnyRecord>>;
const LINES = linesOf(BASE);

it(`A11 tells each of ${FILES} damaged files by a code with a sentence in French and English, or opens exactly the same document`, async () => {
  let opened = 0;
  noteTried(FILES);
  for (let seed = 1; seed <= FILES; seed += 1) {
    const { bytes, kinds } = damagedFile(BASE, seed);
    const before = Buffer.from(bytes);

    const parsed = await parseProject(bytes, { name: 'x.tierce' });

    if (!bytes.equals(before)) throw new Error(`${seed} (${kinds.join()}) was written`);
    if (parsed.ok) {
      opened += 1;
      if (!serialiseProject(parsed.value, null).equals(BASE)) throw new Error(`${seed} (${kinds.join()}) opens as something else`);
    } else if ([fr, en].some(({ failures }) => failureText(failures, parsed.failure).length < 20))
      throw new Error(`${seed}: ${parsed.failure.code} says nothing`);
  }
  expect(opened).toBeLessThan(FILES / 5); // a cut or an empty range may leave the file unchanged
}, 1_800_000);

it(`A11 recovers every record that is intact in ${FILES} damaged files, and makes a file of them that opens`, async () => {
  const recovered = new Map<string, number>(DAMAGE_KINDS.map((kind) => [kind, 0]));
  noteTried(FILES);
  for (let seed = 1; seed <= FILES; seed += 1)
    for (const kind of await kindsRecovered(seed)) recovered.set(kind, (recovered.get(kind) ?? 0) + 1);
  expect([...recovered.values()].every((times) => times > 0)).toBe(true);
}, 1_800_000);

// What was lost once, among more seeds than `npm test` tries. Both files are JSON still, which holds the records where no table of it is.
it.each([
  [43_240, 'the head has swallowed a heading, with the table below'],
  [49_032, 'a heading is damaged, and the table stands there once more, with less'],
])('A11 recovers every record that is intact in the damaged file %i: %s', async (seed) => {
  expect((await kindsRecovered(seed)).length).toBeGreaterThan(0);
});

/** Throws where an intact record does not come back. @returns the kinds of damage of the file, none where nothing was left of it */
async function kindsRecovered(seed: number): Promise<readonly string[]> {
  const { bytes, kinds } = damagedFile(BASE, seed);
  const about = `${seed} (${kinds.join()})`;

  const salvaged = await salvageProject(bytes, { name: 'x.tierce' });

  const expected = intactIn(bytes);
  const count = [...expected.values()].reduce((sum, rows) => sum + rows.size, 0);
  if (!salvaged.ok) {
    if (count > 0) throw new Error(`${about} gave nothing of ${count} records: ${salvaged.failure.code}`);
    return [];
  }
  const { document } = salvaged.value.project;
  for (const [table, rows] of expected)
    for (const [id, record] of rows)
      if (!isRecovered(recordOf(document, table, id), record, bytes)) throw new Error(`${about}: ${table} ${id}`);
  expectOk(await parseProject(serialiseProject(salvaged.value.project, null), { name: about }));
  return kinds;
}

/** Small, with something in most tables, in the history and attached. */
function baseFile(): Buffer {
  const started = startedDocument();
  const sha256 = fingerprintOf(CONTENT);
  const attachment: Change = {
    table: 'attachments',
    id: 'attachment-1',
    before: null,
    after: { id: 'attachment-1', name: 'Compte rendu', sha256, sessionId: null, note: '', addedAt: NOW, level: null },
  };
  const document = expectOk(advance(started, [attachment], TODAY));
  const history = withStep(NO_HISTORY, {
    revision: 1,
    kind: 'do',
    of: null,
    isAct: false,
    at: NOW,
    by: 'Sonia Nadir',
    label: { command: 'attachment.add', table: null, title: '' },
    changes: [attachment],
  });
  const contents = new Map([[sha256, { bytes: CONTENT.byteLength, encoded: base64Bytes(CONTENT), name: sha256, isSealed: false }]]);
  return serialiseProject({ header: HEADER, document, history, contents }, null);
}

/** Each record with its line, which is searched for in what is left of the file. */
function linesOf(bytes: Buffer): readonly Line[] {
  const { accompaniment, desk, vault } = JSON.parse(bytes.toString('utf8')) as Record<string, Record<string, Record<string, AnyRecord>>>;
  return Object.entries({ ...accompaniment, ...desk, ...vault }).flatMap(([table, rows]) =>
    Object.entries(rows).map(([id, record]) => ({
      table: table as TableName,
      record,
      line: Buffer.from(`\n${JSON.stringify(id)}: ${JSON.stringify(record)}`, 'utf8'),
    })),
  );
}

/** @returns what the intact lines must give, with references repaired among themselves: anything else recovered only adds to it */
function intactIn(bytes: Buffer): Intact {
  const placed = new Map(tableNames().map((table) => [table, new Map<string, AnyRecord>()]));
  const hasContent = bytes.includes(
    `${JSON.stringify(fingerprintOf(CONTENT))}: {"bytes":${CONTENT.byteLength},"data":"${CONTENT.toString('base64')}"}`,
  );
  for (const { table, record, line } of LINES) {
    const end = bytes.indexOf(line) + line.byteLength;
    const isWhole = end >= line.byteLength && /^(,?\n|$)/.test(bytes.subarray(end, end + 2).toString('latin1'));
    if (isWhole && (table !== 'attachments' || hasContent)) placed.get(table)?.set(record.id, record);
  }
  repairReferences(placed);
  return placed;
}

/**
 * Recovered as it was, its references emptied or not; or as another line says, made from it by the damage, if nobody can tell which was
 * meant.
 */
function isRecovered(found: AnyRecord | null, intact: AnyRecord, bytes: Buffer): boolean {
  if (found === null) return false;
  const isAsItWas = Object.keys(intact).every(
    (field) => found[field] === intact[field] || (intact[field] === null && typeof found[field] === 'string'),
  );
  return isAsItWas || bytes.includes(`${JSON.stringify(found.id)}: ${JSON.stringify(found)}`);
}
