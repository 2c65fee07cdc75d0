// The report as a sheet of paper on the screen, from the same neutral model as the PDF.
import type { ReactNode } from 'react';
import { formatDate } from '@domain/format/dates.ts';
import type { SessionReport } from '@domain/report/session-report.ts';
import { sessionReportLines, type SessionReportLines } from '@domain/report/session-report-lines.ts';
import { catalogueOf } from '@domain/text/catalogue.ts';
import type { Locale } from '@domain/text/locale.ts';
import type { CalendarDate } from '@domain/units.ts';
import { Markdown } from '../../kit/Markdown.tsx';

type PaperProps = { readonly report: SessionReport; readonly locale: Locale; readonly today: CalendarDate };
type PartProps = Pick<PaperProps, 'report' | 'locale'>;

/** White in both themes, as what leaves will be. */
export function Paper({ report, locale, today }: PaperProps) {
  const { documents } = catalogueOf(locale);
  const lines = sessionReportLines(report, locale, today);
  return (
    <article className="sheet" lang={locale} data-testid="sheet">
      <div className="sheet-head">
        <span>{report.mission}</span>
        <span>{lines.kind}</span>
      </div>
      <h2 className="sheet-title">{report.title}</h2>
      <p className="sheet-quiet">{lines.whenAndWhere}</p>
      <dl className="sheet-facts">
        {lines.facts.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {report.purpose.trim() === '' ? null : (
        <Part title={documents.purpose}>
          <Markdown text={report.purpose} />
        </Part>
      )}
      <Part title={documents.account}>
        {report.account.trim() === '' ? <p className="sheet-quiet">{documents.noAccount}</p> : <Markdown text={report.account} />}
      </Part>
      <Decisions report={report} locale={locale} />
      <Actions actions={lines.actions} locale={locale} />
      <Disagreements report={report} locale={locale} />
      <div className="sheet-foot">{lines.state}</div>
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

function Actions({ actions, locale }: { readonly actions: SessionReportLines['actions']; readonly locale: Locale }) {
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
            <tr key={`${action.title}/${action.who}/${action.due}`}>
              <td>{action.title}</td>
              <td>{action.who}</td>
              <td>{action.due}</td>
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
