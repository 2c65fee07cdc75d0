// The report as a sheet of paper on the screen, from the same neutral model as the PDF.
import type { ReactNode } from 'react';
import { formatClockInText, formatDate } from '@domain/format/dates.ts';
import type { ReportAction, ReportGroup, SessionReport } from '@domain/report/session-report.ts';
import { catalogueOf } from '@domain/text/catalogue.ts';
import type { Locale } from '@domain/text/locale.ts';
import type { CalendarDate } from '@domain/units.ts';
import { Markdown } from '../../kit/Markdown.tsx';

type PaperProps = { readonly report: SessionReport; readonly locale: Locale; readonly today: CalendarDate };
type PartProps = Pick<PaperProps, 'report' | 'locale'>;

/** White in both themes, as what leaves will be. */
export function Paper({ report, locale, today }: PaperProps) {
  const { documents } = catalogueOf(locale);
  const head = report.number === 0 ? documents.reportOfCancelled : documents.reportOfSession(report.number);
  const state = documents.stateOn(formatDate(today, 'long', locale));
  return (
    <article className="sheet" lang={locale} data-testid="sheet">
      <div className="sheet-head">
        <span>{report.mission}</span>
        <span>{head}</span>
      </div>
      <h2 className="sheet-title">{report.title}</h2>
      <p className="sheet-quiet">{whenAndWhere(report, locale)}</p>
      <People report={report} locale={locale} />
      {report.purpose.trim() === '' ? null : (
        <Part title={documents.purpose}>
          <Markdown text={report.purpose} />
        </Part>
      )}
      <Part title={documents.account}>
        {report.account.trim() === '' ? <p className="sheet-quiet">{documents.noAccount}</p> : <Markdown text={report.account} />}
      </Part>
      <Decisions report={report} locale={locale} />
      <Actions actions={report.actions} locale={locale} />
      <Disagreements report={report} locale={locale} />
      <Part title={documents.next}>
        <p>{nextLine(report, locale)}</p>
      </Part>
      <div className="sheet-foot">{report.isExample ? `${state} · ${documents.exampleMark}` : state}</div>
    </article>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="sheet-part">
      <h3 className="sheet-heading">{title}</h3>
      {children}
    </section>
  );
}

function People({ report, locale }: PartProps) {
  const { documents } = catalogueOf(locale);
  const rows: readonly (readonly [string, string])[] = [
    [documents.present, groupsText(report.present, locale)],
    [documents.expected, groupsText(report.expected, locale)],
    [documents.excused, groupsText(report.excused, locale)],
    [documents.absent, groupsText(report.absent, locale)],
    [documents.accompaniment, report.accompanists.join(', ')],
  ];
  return (
    <dl className="sheet-facts">
      {rows
        .filter(([, text]) => text !== '')
        .map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
    </dl>
  );
}

function Decisions({ report, locale }: PartProps) {
  const { documents } = catalogueOf(locale);
  if (report.decisions.length === 0) return null;
  return (
    <Part title={documents.decisions}>
      <ol className="sheet-decisions">
        {report.decisions.map((decision) => (
          <li key={decision.title}>
            {decision.title} <span className="sheet-quiet">{decision.adoption}</span>
          </li>
        ))}
      </ol>
    </Part>
  );
}

function Actions({ actions, locale }: { readonly actions: readonly ReportAction[]; readonly locale: Locale }) {
  const { documents } = catalogueOf(locale);
  if (actions.length === 0) return null;
  return (
    <Part title={documents.actions}>
      <table className="sheet-table">
        <thead>
          <tr>
            <th scope="col">{documents.what}</th>
            <th scope="col">{documents.who}</th>
            <th scope="col">{documents.due}</th>
          </tr>
        </thead>
        <tbody>
          {actions.map((action) => (
            <tr key={`${action.title}/${action.who}/${action.dueOn ?? ''}`}>
              <td>{action.title}</td>
              <td>{action.who === '' ? documents.nobody : action.who}</td>
              <td>{action.isDone ? documents.done : action.dueOn === null ? '' : formatDate(action.dueOn, 'plain', locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Part>
  );
}

function Disagreements({ report, locale }: PartProps) {
  const { documents } = catalogueOf(locale);
  if (report.disagreements.length === 0) return null;
  return (
    <Part title={documents.disagreements}>
      {report.disagreements.map((disagreement) => (
        <div key={disagreement.title} className="sheet-disagreement">
          <p>
            <b>{disagreement.title}</b>
          </p>
          {disagreement.positions.map((position) => (
            <p key={`${position.organisation}/${position.statement}`}>{documents.position(position.organisation, position.statement)}</p>
          ))}
          {disagreement.agreed === '' ? null : <p>{documents.agreed(disagreement.agreed)}</p>}
          {disagreement.reviewOn === null ? null : (
            <p className="sheet-quiet">{documents.reviewOn(formatDate(disagreement.reviewOn, 'long', locale))}</p>
          )}
        </div>
      ))}
    </Part>
  );
}

function whenAndWhere(report: SessionReport, locale: Locale): string {
  const { documents } = catalogueOf(locale);
  const { startsAt, endsAt } = report;
  const from = startsAt === null ? '' : formatClockInText(startsAt, locale);
  const times = startsAt === null ? '' : endsAt === null ? documents.timeFrom(from) : documents.timeRange(from, formatClockInText(endsAt, locale));
  const date = formatDate(report.date, 'full', locale);
  const when = [`${date.charAt(0).toUpperCase()}${date.slice(1)}`, times].filter((part) => part !== '').join(', ');
  const phase = report.phase === null ? '' : documents.phase(`${report.phase.number}, ${report.phase.title}`);
  return [when, report.place, phase].filter((part) => part !== '').join(' · ');
}

function groupsText(groups: readonly ReportGroup[], locale: Locale): string {
  const { documents } = catalogueOf(locale);
  const half = { morning: documents.morningOnly, afternoon: documents.afternoonOnly } as const;
  return groups
    .map(({ organisation, people }) => {
      const names = people
        .map(({ name, presence }) => (presence === 'morning' || presence === 'afternoon' ? `${name}, ${half[presence]}` : name))
        .join(', ');
      return organisation === '' ? names : `${organisation} (${names})`;
    })
    .join(', ');
}

function nextLine({ next }: SessionReport, locale: Locale): string {
  const { documents } = catalogueOf(locale);
  if (next === null) return documents.nextNone;
  return documents.nextLine(formatDate(next.date, 'full', locale), next.at === null ? '' : formatClockInText(next.at, locale));
}
