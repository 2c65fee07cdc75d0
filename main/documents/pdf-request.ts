// What the renderer is asked to draw: a neutral model, a language, a day.
import type { Locale } from '@contract/settings.ts';
import type { DaysStatement } from '@domain/report/days-statement.ts';
import type { SessionReport } from '@domain/report/session-report.ts';
import type { Workbook } from '@domain/report/sheets.ts';
import type { CalendarDate } from '@domain/units.ts';

/** A session as its full report, or as its decisions alone on one page. */
export type SessionDrawing = { readonly draw: 'session' | 'decisions'; readonly report: SessionReport };
export type DaysDrawing = { readonly draw: 'days'; readonly statement: DaysStatement };
export type WorkbookDrawing = { readonly draw: 'workbook'; readonly workbook: Workbook };
type Setting = { readonly locale: Locale; readonly today: CalendarDate };
export type PdfRequest = (SessionDrawing | DaysDrawing) & Setting;
export type RenderRequest = PdfRequest | (WorkbookDrawing & Setting);

/**
 * `pages`: pages of a PDF, sheets of a workbook. `lines`: its text, with which a later copy is compared. `missing`: signs that no font of the pages has, each once; a workbook is drawn with the
 * fonts of its reader.
 */
export type Rendered = {
  readonly bytes: Uint8Array;
  readonly pages: number;
  readonly missing: readonly string[];
  readonly lines: readonly string[];
};
/** The same before its text is read. */
export type Drawn = Omit<Rendered, 'lines'>;
