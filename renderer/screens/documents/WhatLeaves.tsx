// What a document contains for its readers: its parts, who is named in it, and what of it stays behind.
import { useMemo } from 'react';
import type { Accompaniment } from '@domain/document.ts';
import { type HeldBack, heldBackFrom, type Readable } from '@domain/levels/for-readers.ts';
import type { Level } from '@domain/levels/level.ts';
import { peopleNamedIn } from '@domain/levels/named-people.ts';
import { daysStatement } from '@domain/report/days-statement.ts';
import type { DocumentRequest } from '@domain/report/document-request.ts';
import { withoutParts } from '@domain/report/report-parts.ts';
import { sessionReport } from '@domain/report/session-report.ts';
import type { TableName } from '@domain/tables/tables.ts';
import { NamedPeople, StaysBehind } from '../../giving/Staying.tsx';
import { useTexts } from '../../state/texts.ts';
import { today } from '../../state/today.ts';
import type { Choice } from './choice.ts';

type WhatLeavesProps = {
  readonly accompaniment: Accompaniment;
  readonly readable: Readable;
  readonly choice: Choice;
  readonly request: DocumentRequest;
  readonly level: Level;
};

export function WhatLeaves({ accompaniment, readable, choice, request, level }: WhatLeavesProps) {
  const names = useMemo(() => peopleNamedIn(modelOf(readable, request, level), readable), [readable, request, level]);
  const held = useMemo(() => heldFrom(accompaniment, request, level), [accompaniment, request, level]);
  return (
    <>
      {choice.kind === 'days' ? <StatementParts readable={readable} request={request} /> : null}
      <NamedPeople names={names} />
      <StaysBehind held={held} />
    </>
  );
}

/** What the pages are drawn from; of a workbook the whole register of people. */
function modelOf(readable: Readable, request: DocumentRequest, level: Level): unknown {
  if ('sessionId' in request) {
    const report = sessionReport(readable, request.sessionId, level);
    const without = request.kind === 'session' ? (request.without ?? []) : [];
    return report === null ? null : withoutParts(report, without);
  }
  return request.kind === 'days' ? daysStatement(readable, request, today(), level) : readable.people;
}

/** Tables of which the documents about days tell something. */
const IN_STATEMENT: readonly TableName[] = ['sessions', 'envelopes', 'amendments', 'timeEntries'];
const IN_WORKBOOK: readonly TableName[] = [
  ...IN_STATEMENT,
  'decisions',
  'actions',
  'commitments',
  'organisations',
  'functions',
  'documents',
];

function heldFrom(accompaniment: Accompaniment, request: DocumentRequest, level: Level): readonly HeldBack[] {
  if ('sessionId' in request) return heldFromReport(accompaniment, request.sessionId, level);
  const told = request.kind === 'days' ? IN_STATEMENT : IN_WORKBOOK;
  return heldBackFrom(accompaniment, level).filter(({ table }) => told.includes(table));
}

/** Of a session, what its readers may read of it alone counts. */
function heldFromReport(accompaniment: Accompaniment, sessionId: string, level: Level): readonly HeldBack[] {
  const ids = (['disagreements', 'actions', 'decisions'] as const).map(
    (table) => [table, ownIds(accompaniment, table, sessionId)] as const,
  );
  const own = { ...accompaniment, ...Object.fromEntries(ids.map(([table, rows]) => [table, rows])) };
  const tables: readonly TableName[] = ids.map(([table]) => table);
  return heldBackFrom(own, level).filter(({ table }) => tables.includes(table));
}

function ownIds(accompaniment: Accompaniment, table: 'disagreements' | 'actions' | 'decisions', sessionId: string) {
  return Object.fromEntries(Object.entries(accompaniment[table]).filter(([, record]) => record.sessionId === sessionId));
}

function StatementParts({ readable, request }: Pick<WhatLeavesProps, 'readable' | 'request'>) {
  const { report, tables, register } = useTexts();
  const statement = useMemo(() => ('sessionId' in request ? null : daysStatement(readable, request, today())), [readable, request]);
  if (statement === null) return null;
  const entries = statement.months.reduce((sum, month) => sum + month.entries.length, 0);
  const parts = [
    [tables.envelopes.many, statement.envelopes.length],
    [tables.phases.many, statement.phases.length],
    [tables.sessions.many, statement.sessions.length],
    [tables.timeEntries.many, entries],
  ] as const;
  return (
    <section>
      <h2 className="report-part-title">{report.leaves}</h2>
      <ul>
        {parts.map(([name, count]) => (
          <li key={name} className="report-part">
            <span>{name}</span>
            <span className="grow" />
            <span className="small quiet number">{register.lines(count)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
