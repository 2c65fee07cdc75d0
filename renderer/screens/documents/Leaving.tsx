// What the report of a session contains, and what is still missing from it.
import type { SessionReport } from '@domain/report/session-report.ts';
import { Icon } from '../../kit/Icon.tsx';
import { Notice } from '../../kit/Notice.tsx';
import { useTexts } from '../../state/texts.ts';

/** The parts of the report that are not empty, each with its amount. */
export function Leaving({ report }: { readonly report: SessionReport }) {
  const { report: texts, documents, tables } = useTexts();
  const people = [...report.present, ...report.expected, ...report.excused, ...report.absent].reduce(
    (sum, group) => sum + group.people.length,
    0,
  );
  const parts: readonly (readonly [string, string])[] = [
    [texts.people, String(people || '')],
    [documents.purpose, report.purpose === '' ? '' : '1'],
    [documents.account, report.account === '' ? '' : texts.words(countWords(report.account))],
    [documents.decisions, String(report.decisions.length || '')],
    [documents.actions, String(report.actions.length || '')],
    [tables.commitments.many, String(report.commitments.length || '')],
    [documents.disagreements, String(report.disagreements.length || '')],
    [documents.next, report.next === null ? '' : '1'],
  ];
  return (
    <section>
      <h2 className="report-part-title">{texts.leaves}</h2>
      <ul>
        {parts
          .filter(([, amount]) => amount !== '')
          .map(([name, amount]) => (
            <li key={name} className="report-part">
              <Icon name="check" size={14} />
              <span>{name}</span>
              <span className="grow" />
              <span className="small quiet number">{amount === '1' ? '' : amount}</span>
            </li>
          ))}
      </ul>
    </section>
  );
}

/** Only a warning: the report can be saved all the same. */
export function Missing({ report }: { readonly report: SessionReport }) {
  const { report: texts } = useTexts();
  const nobody = report.actions.filter(({ who }) => who === '').length;
  const missing = [
    ...(report.account.trim() === '' ? [texts.missingAccount] : []),
    ...(report.present.length === 0 ? [texts.missingPeople] : []),
    ...(report.decisions.length === 0 ? [texts.missingDecisions] : []),
    ...(nobody === 0 ? [] : [texts.missingOwners(nobody)]),
  ];
  if (missing.length === 0) return null;
  return (
    <Notice tone="warn">
      {texts.missing}
      {'\u202f: '}
      {missing.join(' ')}
    </Notice>
  );
}

function countWords(text: string): number {
  return text.split(/\s+/u).filter((word) => word !== '').length;
}
