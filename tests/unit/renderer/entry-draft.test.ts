// A time entry while it is typed: what remains before and after it, and why it consumes nothing.
import { describe, expect, it } from 'vitest';
import { formatHours } from '@domain/format/durations.ts';
import { addDays } from '@domain/time/calendar.ts';
import { WHOLE_DAY, minutes } from '@domain/units.ts';
import { today } from '../../../renderer/state/today.ts';
import { documentAfter, firstId, kindId, startedDocument } from '../../support/documents.ts';
import { draftOf, type EntryDraft, needsReason, newDraft, readDraft, withoutSaved } from '../../../renderer/screens/time/entry-draft.ts';

const document = startedDocument();
const { accompaniment } = document;
const envelopeId = firstId(accompaniment.envelopes);
const draft: EntryDraft = { ...newDraft(accompaniment, null), kindId: kindId(document, 'face'), envelopeId, typed: '0,5 j' };

describe('a new entry', () => {
  it('shows what remains after it', () => {
    expect(readDraft(accompaniment, draft, null)).toMatchObject({ before: 2520, after: 2310, spent: 210 });
  });

  it('consumes nothing when its kind is not funded, it is only planned, or it has no envelope', () => {
    expect(readDraft(accompaniment, { ...draft, kindId: kindId(document, 'travel') }, null)).toMatchObject({ after: 2520, spent: 0 });
    expect(readDraft(accompaniment, { ...draft, isPlanned: true }, null)).toMatchObject({ after: 2520, spent: 0 });
    expect(readDraft(accompaniment, { ...draft, envelopeId: null }, null)).toMatchObject({ before: null, after: null, spent: 0 });
  });

  it('is not ready while its length can be read in two ways', () => {
    const reading = readDraft(accompaniment, { ...draft, typed: '2' }, null);

    expect(reading.fields).toBeNull();
    expect(reading.length).toMatchObject({ ok: false, failure: { code: 'duration-ambiguous' } });
  });

  it.each(['', 'une heure', '0 h', '25 h', '1 h 75', '-2 h'])('sends nothing for the length %j', (typed) => {
    expect(readDraft(accompaniment, { ...draft, typed }, null)).toMatchObject({ length: { ok: false }, fields: null, spent: 0 });
  });

  it('takes date and phase from its session', () => {
    const sessionId = firstId(accompaniment.sessions);

    expect(newDraft(accompaniment, sessionId)).toMatchObject({ sessionId, date: '2026-04-02', phaseId: null });
  });
});

it('F4 of the next entry is not planned because the one before was, and keeps what was changed since that was sent', () => {
  const sent = { ...draft, note: 'Réunion', isPlanned: true };

  expect(withoutSaved(sent, sent)).toEqual({ ...draft, typed: '', note: '', isPlanned: false });
  expect(withoutSaved({ ...sent, typed: '1 j' }, { ...sent, isPlanned: false })).toMatchObject({ typed: '1 j', note: '', isPlanned: true });
});

it('gives back what the entry being changed had consumed', () => {
  const after = documentAfter(
    [
      {
        name: 'record.create',
        args: {
          table: 'timeEntries',
          fields: { date: '2026-04-02', minutes: 420, kindId: kindId(document, 'face'), envelopeId, status: 'done' },
        },
      },
    ],
    document,
  );
  const entry = Object.values(after.accompaniment.timeEntries)[0]!;

  expect(readDraft(after.accompaniment, draftOf(entry, '1 j'), entry)).toMatchObject({ before: 2520, after: 2100 });
  expect(readDraft(after.accompaniment, draft, null)).toMatchObject({ before: 2100, after: 1890 });
});

it.each(['fr', 'en'] as const)('reads back every length that an entry can have as it writes it (%s)', (locale) => {
  const after = documentAfter(
    [
      {
        name: 'record.create',
        args: {
          table: 'timeEntries',
          fields: { date: '2026-04-02', minutes: 420, kindId: kindId(document, 'face'), envelopeId, status: 'done' },
        },
      },
    ],
    document,
  );
  const entry = Object.values(after.accompaniment.timeEntries)[0]!;
  const lengths = Array.from({ length: WHOLE_DAY }, (_, index) => minutes(index + 1));

  const misread = lengths.filter(
    (length) => readDraft(after.accompaniment, draftOf(entry, formatHours(length, locale)), entry).fields?.minutes !== length,
  );

  expect(misread).toEqual([]);
});

describe('an entry dated after today', () => {
  const strict = documentAfter(
    [{ name: 'record.update', args: { table: 'envelopes', id: envelopeId, fields: { grantedMinutes: 420, overrun: 'justify' } } }],
    document,
  ).accompaniment;
  const later: EntryDraft = { ...draft, date: addDays(today(), 1), typed: '1 j' };

  it('F4 F5 takes nothing off what remains today', () => {
    expect(readDraft(strict, later, null)).toMatchObject({ before: 420, after: 420, spent: 0, overrun: null });
  });

  it('F6 asks for the reason that the contract wants when it would overrun it on its day', () => {
    const reading = readDraft(strict, { ...later, typed: '1,5 j' }, null);

    expect(reading).toMatchObject({ after: 420, overrun: 210 });
    expect(needsReason(reading)).toBe(true);
  });
});
