// From a request to what is drawn: the neutral model, and the name for its file.
import type { Locale } from '@contract/settings.ts';
import type { Level } from '@domain/levels/level.ts';
import type { Readable } from '@domain/levels/for-readers.ts';
import { daysStatement, type Period } from '@domain/report/days-statement.ts';
import { type DocumentRequest, endingOf } from '@domain/report/document-request.ts';
import { withoutParts } from '@domain/report/report-parts.ts';
import { sessionReport } from '@domain/report/session-report.ts';
import { workbook } from '@domain/report/workbook.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import { catalogueOf } from '@domain/text/catalogue.ts';
import type { CalendarDate } from '@domain/units.ts';
import { fileNameFor } from '../files/new-name.ts';
import type { RenderRequest } from './pdf-request.ts';
import { onlyOf } from '@domain/tables/tables.ts';

export type DrawingOptions = { readonly locale: Locale; readonly today: CalendarDate; readonly readers: Level };
export type Drawing = { readonly render: RenderRequest; readonly fileName: string };

/**
 * Takes only what its readers may read: neither the desk nor the vault can reach a document, nor what is for fewer of them.
 * @returns what to render; or record-missing for a session that does not exist, period-reversed
 */
export function drawingOf(accompaniment: Readable, request: DocumentRequest, { locale, today, readers }: DrawingOptions): Result<Drawing> {
  const named = (name: string) => fileNameFor(name, endingOf(request.kind));
  const texts = catalogueOf(locale);
  const mission = onlyOf(accompaniment.mission)?.title ?? '';
  const ofMission = (what: string): string => [`${today} ${what}`, mission].filter((part) => part !== '').join(' - ');
  switch (request.kind) {
    case 'session':
    case 'decisions': {
      const report = sessionReport(accompaniment, request.sessionId, readers);
      if (report === null) return refuse({ code: 'record-missing', table: 'sessions', id: request.sessionId });
      const { number } = report;
      const what =
        request.kind === 'session'
          ? number === 0
            ? texts.report.titleUnnumbered
            : texts.report.title(number)
          : number === 0
            ? texts.decisionRecord.title
            : texts.decisionRecord.fileName(number);
      const copy = request.kind === 'session' ? withoutParts(report, request.without ?? []) : report;
      return ok({
        render: { draw: request.kind, report: copy, locale, today },
        fileName: named(`${report.date} ${what} - ${report.title}`),
      });
    }
    case 'days':
      return inPeriod(request, () => ({
        render: { draw: 'days', statement: daysStatement(accompaniment, request, today, readers), locale, today },
        fileName: named(ofMission(texts.statement.fileName)),
      }));
    case 'workbook':
      return inPeriod(request, () => ({
        render: { draw: 'workbook', workbook: workbook({ accompaniment, period: request, on: today, locale, readers }), locale, today },
        fileName: named(ofMission(texts.workbook.fileName)),
      }));
  }
}

function inPeriod({ from, to }: Period, make: () => Drawing): Result<Drawing> {
  return from !== null && to !== null && to < from ? refuse({ code: 'period-reversed', table: 'mission' }) : ok(make());
}
