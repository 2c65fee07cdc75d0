// Who is counted as present, and where: one rule for the list, the session, the report and the workbook.
import { belongingOf, presenceCount } from '@domain/collective/presence.ts';
import type { Document } from '@domain/document.ts';
import { onlyOf } from '@domain/tables/tables.ts';
import { workbook } from '@domain/report/workbook.ts';
import { sessionReportLines } from '@domain/report/session-report-lines.ts';
import { sessionReport } from '@domain/report/session-report.ts';
import { calendarDate } from '@domain/units.ts';
import { describe, expect, it } from 'vitest';
import { linesOf } from '../../../../renderer/screens/sessions/session-list.ts';
import { testContext } from '../../../support/context.ts';
import { documentAfter, firstId, startedDocument } from '../../../support/documents.ts';

const TODAY = calendarDate('2026-04-14');
const context = testContext();
const begun = startedDocument({}, context);
const sessionId = firstId(begun.accompaniment.sessions);
const officerId = onlyOf(begun.accompaniment.mission)?.officerId ?? '';
const accompanistId = Object.values(begun.accompaniment.people).find(({ role }) => role === 'accompanist')?.id ?? '';
const taking = (personId: string | null, personName = '', organisationName = '') =>
  ({
    name: 'session.participants',
    args: { sessionId, people: [{ personId, personName, organisationId: null, organisationName }] },
  }) as const;
const document = documentAfter(
  [taking(null, 'Nicole Ferrand', 'Relais'), taking(null, 'Paul Roy'), taking(officerId), taking(accompanistId)],
  begun,
  context,
);

function marked(name: string, fields: Readonly<Record<string, string>>, before: Document = document): Document {
  const { attendances, people } = before.accompaniment;
  const id = Object.values(attendances).find(({ personId }) => people[personId]?.name === name)?.id ?? '';
  return documentAfter([{ name: 'record.update', args: { table: 'attendances', id, fields } }], before, context);
}

function countOf({ accompaniment }: Document) {
  const session = accompaniment.sessions[sessionId];
  return session === undefined ? null : presenceCount(accompaniment.people, session, Object.values(accompaniment.attendances));
}

function factsOf({ accompaniment }: Document): Readonly<Record<string, string>> {
  const report = sessionReport(accompaniment, sessionId);
  return report === null ? {} : Object.fromEntries(sessionReportLines(report, 'fr', TODAY).facts);
}

describe('presence', () => {
  it('D1 H1 counts the people of the structures, and tells the officer apart with her organisation', () => {
    expect(countOf(document)).toEqual({ present: 2, expected: 2 });
    expect(factsOf(document)).toMatchObject({
      Présents: 'Relais (Nicole Ferrand)\nPaul Roy',
      Accompagnement: 'Sonia Nadir',
      'Suivi de la mission': 'Coorace (Nadia Brunel, présent·e)',
    });
  });

  it('D1 H1 names the officer alone where nobody has noted whether she was there', () => {
    expect(factsOf(begun)['Suivi de la mission']).toBe('Coorace (Nadia Brunel)');
  });

  it('D1 H1 says of an officer that she was away', () => {
    const away = marked('Nadia Brunel', { morning: 'excused', afternoon: 'excused' });

    expect(factsOf(away)['Suivi de la mission']).toBe('Coorace (Nadia Brunel, excusé·e)');
  });

  it('H1 tells each half-day where they differ', () => {
    const divided = marked('Nicole Ferrand', { morning: 'present', afternoon: 'excused' });

    expect(factsOf(divided)['Présents']).toBe('Relais (Nicole Ferrand, matin présent·e, après-midi excusé·e)\nPaul Roy');
    expect(factsOf(marked('Nicole Ferrand', { morning: 'present', afternoon: 'none' }))['Présents']).toContain('(Nicole Ferrand)');
  });

  it('H2 E-23 is the same number in the list, the report and each sheet of the workbook, and none for a cancelled session', () => {
    const cancelled = documentAfter(
      [{ name: 'record.update', args: { table: 'sessions', id: sessionId, fields: { status: 'cancelled' } } }],
      document,
      context,
    );
    for (const [one, present] of [
      [document, 2],
      [cancelled, 0],
    ] as const) {
      const { accompaniment } = one;
      const sheets = workbook({ accompaniment, on: TODAY, period: { from: null, to: null }, locale: 'fr' }).sheets;
      const sheet = sheets.find(({ name }) => name === 'Séances');
      const column = sheet?.columns.findIndex(({ head }) => head === 'Présents') ?? -1;
      const listed = sheets.find(({ name }) => name === 'Présences')?.rows.filter((row) => row.slice(3, -1).some((cell) => cell !== null));

      expect(sheet?.rows[0]?.[column]).toBe(present);
      expect(listed).toHaveLength(present);
      expect(linesOf(accompaniment, TODAY)[0]?.present).toBe(present);
      expect(sessionReport(accompaniment, sessionId)?.present.flatMap(({ people }) => people)).toHaveLength(present);
    }
  });

  it('C1 an officer without a structure belongs to who commissioned the mission, others to nobody', () => {
    const { accompaniment } = document;
    const of = (id: string) => accompaniment.people[id] ?? { organisationId: null, firm: '', role: 'unknown' as const };

    expect([belongingOf(accompaniment, of(officerId)), belongingOf(accompaniment, of(accompanistId))]).toEqual(['Coorace', '']);
  });

  it('C1 H1 somebody of no structure belongs to the firm that is noted; a structure goes before it', () => {
    const { accompaniment } = document;
    const [organisation] = Object.values(accompaniment.organisations);
    const of = (organisationId: string | null, role: 'officer' | 'accompanist') =>
      belongingOf(accompaniment, { organisationId, firm: 'Cabinet Nadir', role });

    expect([of(null, 'officer'), of(null, 'accompanist'), of(organisation?.id ?? '', 'accompanist')]).toEqual([
      'Cabinet Nadir',
      'Cabinet Nadir',
      organisation?.name,
    ]);
  });
});
