// A2 A14: an entry is read as it was noted, and nothing else is mistaken for one.
import type { Step } from '@domain/commands/step.ts';
import { instant } from '@domain/units.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FORMAT_VERSION, LONGEST_SAVED_BY, MOST_REVISION } from '../../../../main/files/envelope.ts';
import { entryText, type Noted, readEntry } from '../../../../main/journal/journal-entry.ts';
import { anyDate } from '../../../support/arbitraries.ts';
import { NOW } from '../../../support/context.ts';
import { startedDocument } from '../../../support/documents.ts';
import { digest, retitled, stepAt } from '../../../support/journal-steps.ts';

const CHANGE = retitled(startedDocument(), 'Avant', 'Après');
const STEP: Step = stepAt(7, {
  kind: 'undo',
  of: 3,
  isAct: true,
  changes: [CHANGE, { ...CHANGE, before: null }, { ...CHANGE, after: null }],
});
const MARK = { kind: 'saved', revision: 7, digest: digest('d') } as const;

const line = (data: unknown): string => JSON.stringify(data);
const stepLine = (but: object): string => line({ v: FORMAT_VERSION, by: 'h', kind: 'step', step: { ...STEP, ...but } });
const changeLine = (but: object): string => stepLine({ changes: [CHANGE, { ...CHANGE, ...but }] });

const anyRevision = fc.integer({ min: 0, max: MOST_REVISION });
const anyText = fc.string({ unit: 'grapheme', maxLength: 20 });
/** A step that was done refers to no other; one that undoes or redoes does. */
const anyKind = fc.oneof(
  fc.constant({ kind: 'do' as const, of: null }),
  fc.record({ kind: fc.constantFrom('undo' as const, 'redo' as const), of: anyRevision }),
);
const anyOther = fc.record({
  revision: anyRevision,
  isAct: fc.boolean(),
  at: anyDate.map((date) => instant(`${date}T08:00:00.000Z`)),
  by: anyText,
  label: fc.record({ command: anyText, table: fc.option(anyText), title: anyText }),
  changes: fc.subarray([...STEP.changes]),
});
const anyStep: fc.Arbitrary<Step> = fc.tuple(anyKind, anyOther).map(([kind, other]) => ({ ...kind, ...other }));
const anyNoted: fc.Arbitrary<Noted> = fc.oneof(
  anyStep.map((step) => ({ kind: 'step' as const, step })),
  anyRevision.map((revision) => ({ kind: 'held' as const, revision })),
  fc.record({
    kind: fc.constantFrom('saving' as const, 'saved' as const),
    revision: anyRevision,
    digest: fc.constantFrom(...'0123456789abcdef').map(digest),
  }),
);

describe('an entry of the journal', () => {
  it('A2 is read as it was noted, under the token of its own holder, or of whoever notes it', () => {
    fc.assert(
      fc.property(anyNoted, fc.option(anyText), anyText, (noted, token, holder) => {
        expect(readEntry(entryText({ ...noted, token }, holder))).toEqual({ ...noted, token: token ?? holder });
        expect(readEntry(entryText(noted, holder))).toEqual({ ...noted, token: holder });
      }),
    );
  });

  it('A7 A2 of an older Tierce, without version and holder, is read all the same', () => {
    expect(readEntry(line(MARK))).toEqual({ ...MARK, token: null });
    expect(readEntry(line({ ...MARK, v: 1, by: null }))).toEqual({ ...MARK, token: null });
  });

  it('A7 A2 gets the fields that its records lacked in an older version', () => {
    const record = {
      id: 'phase-01',
      order: 'a0',
      title: 'Cadrer',
      objective: '',
      methodKey: '',
      startsOn: null,
      endsOn: null,
      startedOn: null,
      endedOn: null,
      status: 'planned',
      skipReason: '',
      synthesis: '',
    };

    const step = { ...STEP, changes: [{ table: 'phases', id: 'phase-01', before: null, after: record }] };
    const read = readEntry(line({ by: 'h', kind: 'step', step }));

    expect(read).toMatchObject({ step: { changes: [{ before: null, after: { ...record, means: '' } }] } });
  });

  it.each([0, 1.5, FORMAT_VERSION + 1, -1, '3', null])(
    'A7 A2 of version %j is left as it stands: no Tierce up to this one wrote it',
    (v) => {
      expect(readEntry(line({ ...MARK, v }))).toBeNull();
    },
  );

  it.each([7, {}, [], true])('A14 A2 noted by %j is nobody’s', (by) => {
    expect(readEntry(line({ ...MARK, by }))).toBeNull();
  });

  it.each(['', 'sealed', '{', 'null', '7', '"saved"', '[]', '{}'])('A14 A2 is not what reads %j', (text) => {
    expect(readEntry(text)).toBeNull();
  });

  it.each(['saving', 'held', 'step'])('A14 A2 has a kind that is known, not %j with a letter more or none', (kind) => {
    const data = { v: FORMAT_VERSION, by: 'h', revision: 7, digest: digest('d'), step: STEP };

    expect(readEntry(line({ ...data, kind }))).not.toBeNull();
    expect([`${kind}s`, '', null].map((other) => readEntry(line({ ...data, kind: other })))).toEqual([null, null, null]);
  });

  it.each([0, 1, MOST_REVISION])('A12 A2 may be of revision %d, of the bounds that a file has', (revision) => {
    const read = [line({ ...MARK, revision }), line({ kind: 'held', revision }), stepLine({ revision }), stepLine({ of: revision })].map(
      readEntry,
    );

    expect(read).not.toContain(null);
  });

  it.each([-1, MOST_REVISION + 1, 1.5, 1e300, '1', true])('A14 A2 is of no revision %j', (revision) => {
    const read = [line({ ...MARK, revision }), line({ kind: 'held', revision }), stepLine({ revision }), stepLine({ of: revision })].map(
      readEntry,
    );

    expect(read).toEqual([null, null, null, null]);
  });

  it.each([digest('d').slice(1), `${digest('d')}d`, digest('D'), digest('g'), null, 7, [digest('d')]])(
    'A14 A2 marks no content by %j',
    (wrong) => {
      expect(readEntry(line({ ...MARK, digest: wrong }))).toBeNull();
    },
  );
});

describe('a step that is read', () => {
  const wrong: Readonly<Record<string, readonly unknown[]>> = {
    revision: [null],
    kind: ['did', null, 7],
    of: [undefined, 'x'],
    isAct: [null, 0, 'true'],
    at: ['2026-04-14', '2026-02-30T08:00:00.000Z', null, 7, [NOW]],
    by: [null, 7],
    changes: [null, {}, 'x'],
    label: [
      null,
      'x',
      [],
      {},
      { ...STEP.label, command: 7 },
      { ...STEP.label, title: null },
      { ...STEP.label, table: 7 },
      { ...STEP.label, table: undefined },
    ],
  };

  it.each(Object.entries(wrong))('A14 A2 is none when its %s is of another kind', (field, values) => {
    expect(values.map((value) => readEntry(stepLine({ [field]: value })))).toEqual(values.map(() => null));
  });

  it.each([null, [], 'x', 7, undefined])('A14 A2 is none when it is %j', (step) => {
    expect(readEntry(line({ v: FORMAT_VERSION, by: 'h', kind: 'step', step }))).toBeNull();
  });

  it('A14 A2 is by a name as long as a file takes, and none when it is longer', () => {
    const read = [LONGEST_SAVED_BY, LONGEST_SAVED_BY + 1].map((length) => readEntry(stepLine({ by: 'x'.repeat(length) })));

    expect(read.map((entry) => entry !== null)).toEqual([true, false]);
  });

  it('A2 may touch no table and have no changes, as an act on the keys has none', () => {
    expect(readEntry(stepLine({ changes: [], label: { ...STEP.label, table: null } }))).toMatchObject({ step: { changes: [] } });
  });

  const unsound: readonly object[] = [
    { table: 'unknown' },
    { table: 7 },
    { table: 'toString' },
    { id: 7 },
    { id: 'another-id' },
    { before: 7 },
    { before: [] },
    { before: undefined },
    { before: { id: CHANGE.id } },
    { after: 'x' },
    { after: [] },
    { after: undefined },
    { after: { id: CHANGE.id } },
    { after: { ...CHANGE.after, title: 7 } },
    { after: { ...CHANGE.after, more: '' } },
  ];

  it.each(unsound)('A14 A2 is none with a change of %j, though all others are sound', (but) => {
    expect(readEntry(changeLine(but))).toBeNull();
    expect(readEntry(changeLine({}))).not.toBeNull();
  });

  it.each([{ table: 'unknown' }, { table: 'toString' }, { table: 7 }, { table: ['sessions'] }, { id: 7 }])(
    'A14 A2 is none with a change of %j that neither had nor leaves a record',
    (but) => {
      expect(readEntry(changeLine({ before: null, after: null, ...but }))).toBeNull();
      expect(readEntry(changeLine({ before: null, after: null }))).not.toBeNull();
    },
  );

  it.each([null, 7, 'x', [CHANGE]])('A14 A2 is none with %j for a change', (change) => {
    expect(readEntry(stepLine({ changes: [CHANGE, change] }))).toBeNull();
  });
});
