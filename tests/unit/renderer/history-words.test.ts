// A13: a history entry says in words what happened to each field.
import { emptyDocument } from '@domain/document.ts';
import type { HistoryEntry } from '@domain/history/history.ts';
import { catalogueOf } from '@domain/text/catalogue.ts';
import { LOCALES, type Locale } from '@domain/text/locale.ts';
import { instant } from '@domain/units.ts';
import { expect, it } from 'vitest';
import { toldFields } from '../../../renderer/screens/file/history-words.ts';

const ENTRY: HistoryEntry = {
  at: instant('2026-03-02T09:00:00.000Z'),
  by: 'Sonia Nadir',
  kind: 'do',
  command: 'gate.reopen',
  table: 'gates',
  id: 'gate-1',
  before: null,
  after: {
    phaseId: 'gone',
    act: 'reopened',
    on: '2026-03-02',
    byId: null,
    reason: 'Un conseil manque',
    enteredAt: '2026-03-02T09:00:00.000Z',
  },
};

function told(entry: HistoryEntry, locale: Locale) {
  const { accompaniment } = emptyDocument('accompaniment');
  return toldFields(entry, { texts: catalogueOf(locale), locale, accompaniment }).map(({ name, before, after }) => [name, before, after]);
}

it('A13 tells that a gate was reopened in the words of the reader', () => {
  expect(LOCALES.map((locale) => told(ENTRY, locale))).toEqual([
    [
      ['Phase', '', '…'],
      ['Acte', '', 'rouvert'],
      ['Date', '', '2 mars 2026'],
      ['Raison', '', 'Un conseil manque'],
    ],
    [
      ['Phase', '', '…'],
      ['Act', '', 'reopened'],
      ['Date', '', '2 March 2026'],
      ['Reason', '', 'Un conseil manque'],
    ],
  ]);
});

it('A13 tells neither the place of a record nor its entry of the method', () => {
  const moved: HistoryEntry = {
    ...ENTRY,
    table: 'phases',
    before: { order: 'a0', methodKey: '' },
    after: { order: 'a1', methodKey: 'besoins' },
  };

  expect(told(moved, 'fr')).toEqual([]);
});
