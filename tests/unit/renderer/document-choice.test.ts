// H1: which document is proposed first, and when one cannot be made.
import { calendarDate } from '@domain/units.ts';
import { expect, it } from 'vitest';
import { type Choice, firstChoice, isPaged, requestOf } from '../../../renderer/screens/documents/choice.ts';
import { testContext, TODAY } from '../../support/context.ts';
import { documentAfter, SESSION, startedDocument } from '../../support/documents.ts';

const { accompaniment } = documentAfter(
  [{ name: 'session.create', args: { ...SESSION, title: 'Plus tard', date: calendarDate('2027-01-14') } }],
  startedDocument(),
  testContext(),
);
const CHOICE: Choice = { kind: 'days', sessionId: null, without: [], period: { from: null, to: null }, locale: 'fr' };

it('H1 proposes the report of the last session held, or of the one that the user comes from', () => {
  const held = Object.values(accompaniment.sessions).find((session) => session.title !== 'Plus tard');

  expect(firstChoice(accompaniment, null, 'fr', TODAY)).toMatchObject({ kind: 'session', sessionId: held?.id });
  expect(firstChoice(accompaniment, 'another', 'fr', TODAY)).toMatchObject({ sessionId: 'another' });
});

it('H1 proposes the days while there is no session', () => {
  expect(firstChoice({ ...accompaniment, sessions: {} }, null, 'en', TODAY)).toMatchObject({ kind: 'days', locale: 'en' });
});

it('H1 asks for nothing without a session or with a period that ends before it starts', () => {
  expect(requestOf({ ...CHOICE, kind: 'decisions' })).toBeNull();
  expect(requestOf({ ...CHOICE, period: { from: calendarDate('2026-05-02'), to: calendarDate('2026-05-01') } })).toBeNull();
  expect(requestOf({ ...CHOICE, period: { from: calendarDate('2026-05-01'), to: null } })).toEqual({
    kind: 'days',
    from: '2026-05-01',
    to: null,
  });
});

it('H3 asks for a report without the parts that are not ticked, and for nothing else without them', () => {
  const choice: Choice = { ...CHOICE, kind: 'session', sessionId: 's', without: ['next'] };

  expect(requestOf(choice)).toEqual({ kind: 'session', sessionId: 's', without: ['next'] });
  expect(requestOf({ ...choice, without: [] })).toEqual({ kind: 'session', sessionId: 's' });
  expect(requestOf({ ...choice, kind: 'decisions' })).toEqual({ kind: 'decisions', sessionId: 's' });
});

it('H2 shows a workbook as sheets, everything else as pages', () => {
  expect([isPaged({ kind: 'workbook', from: null, to: null }), isPaged({ kind: 'session', sessionId: 's' })]).toEqual([false, true]);
});
