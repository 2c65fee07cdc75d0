// A2: what the journal gives back at opening, and what it keeps separate.
import type { Step } from '@domain/commands/step.ts';
import { applyChanges, type Document, recordOf } from '@domain/document.ts';
import { historyOf, NO_HISTORY, withStep } from '@domain/history/history.ts';
import { calendarDate, instant } from '@domain/units.ts';
import { describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../../../main/journal/journal-entry.ts';
import { advanceBy, lastStates, recover, unrecovered } from '../../../../main/journal/recover.ts';
import { NOW } from '../../../support/context.ts';
import { firstId, startedDocument } from '../../../support/documents.ts';
import { digest, held, mark, noted, retitled, stepAt } from '../../../support/journal-steps.ts';

const BEGUN = startedDocument();
const SESSION = firstId(BEGUN.accompaniment.sessions);
const TITLES = ['Enjeux de chaque structure', 'Un', 'Deux', 'Trois', 'Quatre'] as const;
const [A, B] = [digest('a'), digest('b')];
const how = { dayOf: () => calendarDate('2026-04-14') };

/** The step that leads to a revision: each gives the session its next title. */
const retitling = (revision: number, but: Partial<Step> = {}): Step =>
  stepAt(revision, { changes: [retitled(BEGUN, TITLES[revision - 1] ?? '', TITLES[revision] ?? '')], ...but });
const steps = [1, 2, 3, 4].map((revision) => retitling(revision));
const [one, two, three, four] = steps as [Step, Step, Step, Step];
const at = (revision: number): Document =>
  applyChanges(
    BEGUN,
    steps.slice(0, revision).flatMap(({ changes }) => changes),
  );
const titleOf = (document: Document) => recordOf(document, 'sessions', SESSION)?.['title'];
const file = (revision: number, but: { readonly digest?: string; readonly document?: Document; readonly told?: readonly Step[] } = {}) => ({
  document: but.document ?? at(revision),
  revision,
  digest: but.digest ?? A,
  history: (but.told ?? []).reduce(withStep, NO_HISTORY),
});
const journal = (...more: readonly JournalEntry[]): readonly JournalEntry[] => [
  noted(one),
  noted(two),
  mark('saving', 2, A),
  noted(three),
  mark('saved', 2, A),
  noted(four),
  ...more,
];

describe('a file that the journal knows', () => {
  it('A2 A6 gets back every step after it, and keeps those of its past for undo', () => {
    const recovered = recover(file(2), journal(), how);

    expect([titleOf(recovered.document), recovered.revision]).toEqual(['Quatre', 4]);
    expect(recovered).toMatchObject({ steps, broughtBack: [three, four], stranded: [] });
  });

  it('A2 gets back what follows without a gap, and the rest is kept apart', () => {
    const recovered = recover(
      file(2),
      [mark('saved', 2, A), noted(three), noted(stepAt(5, { changes: [retitled(BEGUN, 'Trois', 'Cinq')] }))],
      how,
    );

    expect([titleOf(recovered.document), recovered.revision]).toEqual(['Trois', 3]);
    expect([recovered.broughtBack, recovered.stranded.map(({ revision }) => revision)]).toEqual([[three], [5]]);
  });

  it('A2 keeps apart from the first step on that was not made on this content, also what would fit after it', () => {
    const foreign = stepAt(3, { changes: [retitled(BEGUN, 'Autre', 'Ailleurs')] });

    const recovered = recover(file(2), [mark('saved', 2, A), noted(foreign), noted(stepAt(4))], how);

    expect([titleOf(recovered.document), recovered.revision, recovered.broughtBack]).toEqual(['Deux', 2, []]);
    expect(recovered.stranded).toEqual([foreign, stepAt(4)]);
  });

  it('A14 A2 keeps a step apart whose content cannot be had', () => {
    const recovered = recover(file(2), journal(), { ...how, canApply: ({ revision }) => revision < 4 });

    expect([recovered.broughtBack, recovered.stranded]).toEqual([[three], [four]]);
  });

  it('A2 F6 asks every guard, on the day on which each step was made', () => {
    const days: string[] = [];
    const unsound = retitling(4, { changes: [{ ...retitled(BEGUN, 'Trois', ''), table: 'sessions' }] });

    const recovered = recover(
      file(2),
      [mark('saved', 2, A), noted({ ...three, at: instant('2026-05-01T10:00:00.000Z') }), noted(unsound)],
      { dayOf: (moment) => (days.push(moment), calendarDate('2026-05-01')) },
    );

    expect([titleOf(recovered.document), recovered.stranded]).toEqual(['Trois', [unsound]]);
    expect(days).toEqual(['2026-05-01T10:00:00.000Z', NOW]);
  });

  it('A2 A8 keeps apart what a holder before noted too late, unless the file is so already', () => {
    const late = stepAt(3, { by: 'Paul', changes: [retitled(BEGUN, 'Deux', 'Trop tard')] });
    const same = { ...three, by: 'Paul' };
    const told = (step: Step) =>
      recover(file(2), [noted(one, 'a'), noted(two, 'a'), mark('saved', 2, A, 'a'), held('b', 2), noted(step, 'a'), noted(three, 'b')], how)
        .displaced;

    expect([told(late), told(same)]).toEqual([[late], []]);
  });

  it('A6 A2 keeps apart a step that was taken back, though nothing of it is to be seen: it could have been made again', () => {
    const back = stepAt(4, { kind: 'undo', of: 3, changes: [retitled(BEGUN, 'Trois', 'Deux')] });

    const { displaced } = recover(
      file(2),
      [noted(one, 'a'), noted(two, 'a'), mark('saved', 2, A, 'a'), noted(three, 'a'), noted(back, 'a'), held('b', 2)],
      how,
    );

    expect(displaced).toEqual([three, back]);
  });
});

describe('a file that the journal has never heard of', () => {
  const unknown = { digest: B };

  it('A2 A7 holds the steps before one that its history tells of: each was made on the one before', () => {
    const { at: when } = stepAt(0);
    const later = { ...four, at: instant(when.replace(':00.000Z', ':59.000Z')) };
    const entries = [noted(one), noted(two), noted(three), noted(later)];
    const elsewhere = applyChanges(at(4), [retitled(at(4), 'Quatre', 'Cinq')]);
    const told = (history: readonly Step[]) => recover(file(5, { ...unknown, document: elsewhere, told: history }), entries, how).stranded;

    expect(told([later])).toEqual([]);
    expect(told([three])).toEqual([later]);
    expect(told([])).toEqual([one, two, three, later]);
  });

  it('A2 is still ours when it stands where the last step left it and its history tells that step', () => {
    const recovered = recover(file(4, { ...unknown, told: [four] }), journal(), how);

    expect(recovered).toEqual({ document: recovered.document, revision: 4, steps, broughtBack: [], stranded: [], displaced: [] });
  });

  it.each([
    ['its history tells nothing', file(4, unknown)],
    ['its history tells the step of another moment', file(4, { ...unknown, told: [{ ...four, at: instant('2026-04-14T12:33:00.000Z') }] })],
    ['its history tells the step of another person', file(4, { ...unknown, told: [{ ...four, by: 'Paul' }] })],
    ['it has come to the same revision otherwise', file(4, { ...unknown, told: [four], document: at(3) })],
    ['it is one step ahead', file(5, { ...unknown, told: [four] })],
    [
      'its history tells of another record',
      { ...file(4, unknown), history: historyOf(withStep(NO_HISTORY, four).entries.map((entry) => ({ ...entry, id: 'autre-seance' }))) },
    ],
    [
      'its history tells of another table',
      {
        ...file(4, unknown),
        history: historyOf(withStep(NO_HISTORY, four).entries.map((entry) => ({ ...entry, table: 'phases' as const }))),
      },
    ],
  ])('A2 has nothing of the journal to undo when %s', (_, other) => {
    expect(recover(other, journal(), how)).toMatchObject({
      document: other.document,
      revision: other.revision,
      steps: [],
      broughtBack: [],
    });
  });

  it('A2 A8 is ours all the same when a holder before noted something too late, which takes nothing of the others’ place', () => {
    const late = stepAt(4, { by: 'Paul', changes: [retitled(BEGUN, 'Trois', 'Trop tard')] });

    const recovered = recover(
      file(4, { ...unknown, told: [four] }),
      [held('b', 0), ...steps.map((step) => noted(step, 'b')), noted(late, 'a')],
      how,
    );

    expect([recovered.steps, recovered.stranded, recovered.displaced]).toEqual([steps, [], [late]]);
  });

  it('A2 strands every step that no file is known to hold: after what it says itself, or after what was confirmed', () => {
    const older = recover(file(1, { ...unknown, document: BEGUN }), journal(), how);
    const newer = recover(file(9, { ...unknown, document: BEGUN }), journal(), how);
    const unconfirmed = recover(file(3, { ...unknown, document: BEGUN }), [noted(one), noted(two), mark('saving', 2, A)], how);

    expect([older, newer, unconfirmed].map(({ stranded }) => stranded.map(({ revision }) => revision))).toEqual([
      [2, 3, 4],
      [3, 4],
      [1, 2],
    ]);
  });

  it('A2 strands every step as soon as one record is not as they leave it', () => {
    const [phase] = Object.values(BEGUN.accompaniment.phases);
    const both = stepAt(1, {
      changes: [retitled(BEGUN, 'Avant', TITLES[0]), { table: 'phases', id: phase?.id ?? '', before: null, after: null }],
    });

    expect(recover(file(9, { ...unknown, document: BEGUN }), [noted(both)], how).stranded).toEqual([both]);
  });

  it('A2 strands nothing when it is as the steps leave every record, or when there are none', () => {
    expect(recover(file(9, { ...unknown, document: at(4) }), journal(), how).stranded).toEqual([]);
    expect(recover(file(9, unknown), [], how)).toEqual(unrecovered(file(9, unknown)));
    expect(unrecovered(file(9))).toMatchObject({ revision: 9, steps: [], broughtBack: [], stranded: [] });
  });

  it('A13 is told by what its history tells: of the accompanist’s own marks it says nothing', () => {
    const own = stepAt(1, { changes: [{ table: 'trustMarks', id: 'none', before: null, after: null }] });

    expect(recover(file(1, { ...unknown, document: BEGUN }), [noted(own)], how).steps).toEqual([own]);
  });
});

describe('steps, one after the other', () => {
  it('A11 lead as far as each follows the one before', () => {
    expect(advanceBy({ document: at(2), revision: 2 }, [three, four], how)).toMatchObject({ revision: 4, applied: [three, four] });
    expect(advanceBy({ document: at(2), revision: 2 }, [four, three], how)).toEqual({ document: at(2), revision: 2, applied: [] });
  });

  it('A2 leave each record as the last of them does, told apart by table and id', () => {
    const other = { table: 'phases', id: SESSION, before: null, after: null } as const;
    const another = { ...other, id: 'another' };

    const states = lastStates([one, stepAt(2, { changes: [other, another] }), retitling(2)]);

    expect(states).toEqual([
      { table: 'sessions', id: SESSION, after: two.changes[0]?.after },
      { table: 'phases', id: SESSION, after: null },
      { table: 'phases', id: 'another', after: null },
    ]);
  });
});
