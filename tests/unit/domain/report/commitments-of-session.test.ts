// C5, H1: the report of a session tells the commitments taken for its decisions.
import type { FieldValues } from '@domain/commands/command.ts';
import { sessionReport } from '@domain/report/session-report.ts';
import { sessionReportLines } from '@domain/report/session-report-lines.ts';
import { expect, it } from 'vitest';
import { testContext, TODAY } from '../../../support/context.ts';
import { documentAfter, firstId, startedDocument } from '../../../support/documents.ts';

const context = testContext();

it('C5 H1 tells who does what for its decisions, the earliest first; neither what was dropped nor what another session decided', () => {
  const started = startedDocument({}, context);
  const sessionId = firstId(started.accompaniment.sessions);
  const decided = documentAfter(
    [{ name: 'record.create', args: { table: 'decisions', fields: { title: 'Une charte', sessionId } } }],
    started,
    context,
  );
  const decisionId = firstId(decided.accompaniment.decisions);
  const organisationId = firstId(decided.accompaniment.organisations);
  const commitments: readonly FieldValues[] = [
    { what: 'Relire', decisionId, organisationId, askedOn: TODAY, state: 'kept' },
    { what: 'Écrire', decisionId, organisationId: null, askedOn: '2026-01-05', dueOn: '2026-04-10' },
    { what: 'Abandonné', decisionId, organisationId: null, askedOn: TODAY, state: 'dropped' },
    { what: 'Sans décision', decisionId: null, organisationId: null, askedOn: TODAY },
  ];
  const { accompaniment } = documentAfter(
    commitments.map((fields) => ({ name: 'record.create', args: { table: 'commitments', fields } }) as const),
    decided,
    context,
  );
  const report = sessionReport(accompaniment, sessionId);
  if (report === null) throw new Error('There is a session.');

  expect(sessionReportLines(report, 'fr', TODAY).commitments).toEqual([
    { title: 'Écrire', who: 'à désigner', hasNobody: true, due: '10 avril' },
    { title: 'Relire', who: accompaniment.organisations[organisationId]?.name, hasNobody: false, due: 'tenu' },
  ]);
});
