// The decisions of the workbook: a line for each, with its mark, and the session that took it.
import { decisionMark, decisionNumbers } from '../numbering.ts';
import { compareSessions, inOrder } from '../ordering.ts';
import { groupedBy } from '../grouping.ts';
import { catalogueOf } from '../text/catalogue.ts';
import type { Cell, Sheet } from './sheets.ts';
import { sessionLabels, type WorkbookScope } from './workbook-scope.ts';

/** By session, in its order; a register is read as a whole, so that the period does not limit it. */
export function decisionsSheet({ accompaniment, locale }: WorkbookScope): Sheet {
  const { workbook: words, tables } = catalogueOf(locale);
  const labels = sessionLabels(accompaniment);
  const numbers = decisionNumbers(accompaniment);
  const bySession = groupedBy(inOrder(Object.values(accompaniment.decisions)), ({ sessionId }) => sessionId);
  const rows = Object.values(accompaniment.sessions)
    .toSorted(compareSessions)
    .flatMap(({ id: sessionId, date, title: session }) =>
      (bySession.get(sessionId) ?? []).map(({ id, title, adoption }): readonly Cell[] => [
        decisionMark(numbers.get(id) ?? ''),
        { date },
        labels.get(sessionId) ?? '',
        title,
        adoption.trim() === '' ? words.adoptionUnsaid : adoption,
        session,
      ]),
    );
  return {
    name: words.decisions,
    columns: [
      { head: tables.decisions.fields.number, format: 'text', width: 13 },
      { head: words.date, format: 'date', width: 13 },
      { head: words.session, format: 'text', width: 9 },
      { head: words.decision, format: 'text', width: 60 },
      { head: tables.decisions.fields.adoption, format: 'text', width: 26 },
      { head: words.sessionTitle, format: 'text', width: 34 },
    ],
    rows,
    total: null,
  };
}
