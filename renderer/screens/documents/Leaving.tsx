// What the report of a session contains, and what is still missing from it.
import { REPORT_PARTS, type ReportPart } from '@domain/report/report-parts.ts';
import type { SessionReport } from '@domain/report/session-report.ts';
import { Checkbox } from '../../kit/Checkbox.tsx';
import { Icon } from '../../kit/Icon.tsx';
import { Notice } from '../../kit/Notice.tsx';
import { useTexts } from '../../state/texts.ts';

type LeavingProps = {
  readonly report: SessionReport;
  readonly without: readonly ReportPart[];
  readonly onChange: (without: readonly ReportPart[]) => void;
};

/** The parts of the report that are not empty, each with its amount: what is ticked leaves. */
export function Leaving({ report, without, onChange }: LeavingProps) {
  const { report: texts } = useTexts();
  const parts = usePartsOf(report);
  const groups = [report.present, report.expected, report.excused, report.absent].flat();
  const people = groups.reduce((sum, group) => sum + group.people.length, 0);
  const toggle = (part: ReportPart, leaves: boolean): void => onChange(leaves ? without.filter((one) => one !== part) : [...without, part]);
  return (
    <section>
      <h2 className="report-part-title">{texts.leaves}</h2>
      <ul>
        {people === 0 ? null : (
          <li className="report-part">
            <Icon name="check" size={14} />
            <span>{texts.people}</span>
            <Amount words={String(people)} />
          </li>
        )}
        {parts.map(({ part, name, amount }) => (
          <li key={part} className="report-part">
            <Checkbox isSelected={!without.includes(part)} onChange={(leaves) => toggle(part, leaves)}>
              {name}
            </Checkbox>
            <Amount words={amount} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Amount({ words }: { readonly words: string }) {
  return (
    <>
      <span className="grow" />
      <span className="small quiet number">{words}</span>
    </>
  );
}

type Part = { readonly part: ReportPart; readonly name: string; readonly amount: string };

/** @returns the parts that are not empty, with their names and amounts */
function usePartsOf(report: SessionReport): readonly Part[] {
  const { report: texts, documents, tables } = useTexts();
  const names: Readonly<Record<ReportPart, string>> = {
    purpose: documents.purpose,
    account: documents.account,
    decisions: documents.decisions,
    actions: documents.actions,
    commitments: tables.commitments.many,
    disagreements: documents.disagreements,
    next: documents.next,
  };
  return REPORT_PARTS.flatMap((part): readonly Part[] => {
    const content = report[part];
    if (content === null || content === '' || (Array.isArray(content) && content.length === 0)) return [];
    const amount = part === 'account' ? texts.words(countWords(report.account)) : Array.isArray(content) ? String(content.length) : '';
    return [{ part, name: names[part], amount }];
  });
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
