// The report before it leaves: what is in it, in which language, and the page itself.
import { useState } from 'react';
import type { Value } from '@contract/channels.ts';
import { sessionReport, type SessionReport } from '@domain/report/session-report.ts';
import { LOCALES, type Locale } from '@domain/text/locale.ts';
import { Button } from '../../kit/Button.tsx';
import { Icon } from '../../kit/Icon.tsx';
import { Notice } from '../../kit/Notice.tsx';
import { Select } from '../../kit/Select.tsx';
import { openSaved } from '../../state/acts.ts';
import { call } from '../../state/bridge.ts';
import { commitDrafts } from '../../state/waiting.ts';
import { useAccompaniment } from '../../state/edit.ts';
import { say, sayFailure } from '../../state/messages.ts';
import { goTo } from '../../state/navigation.ts';
import { texts as textsNow, useTexts } from '../../state/texts.ts';
import { today, useLocale, useWindow, windowStore } from '../../state/window-state.ts';
import { MissingSession } from '../session/SessionScreen.tsx';
import { Paper } from './Paper.tsx';
import './report.css';

/** Choices at the left, the sheet at the right. */
export function ReportScreen() {
  const accompaniment = useAccompaniment();
  const route = useWindow((state) => state.route);
  const windowLocale = useLocale();
  const [locale, setLocale] = useState<Locale>(windowLocale);
  const sessionId = route.screen === 'report' ? route.sessionId : '';
  const report = sessionReport(accompaniment, sessionId);
  const { report: texts } = useTexts();
  if (report === null) return <MissingSession />;
  return (
    <div className="report">
      <ReportChoices report={report} sessionId={sessionId} locale={locale} onLocale={setLocale} />
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, and the keyboard must reach it */}
      <section className="report-desk" aria-label={texts.preview} tabIndex={0}>
        <Paper report={report} locale={locale} today={today()} />
      </section>
    </div>
  );
}

type ChoicesProps = {
  readonly report: SessionReport;
  readonly sessionId: string;
  readonly locale: Locale;
  readonly onLocale: (locale: Locale) => void;
};

function ReportChoices({ report, sessionId, locale, onLocale }: ChoicesProps) {
  const { report: texts } = useTexts();
  return (
    <div className="report-choices">
      <div>
        <Button kind="quiet" onPress={() => goTo({ screen: 'session', sessionId })}>
          {texts.back}
        </Button>
        <p className="small quiet report-before">{texts.before}</p>
        <h1 tabIndex={-1} className="report-title">
          {report.number === 0 ? texts.titleUnnumbered : texts.title(report.number)}
        </h1>
      </div>
      <Select label={texts.locale} options={LOCALES.map((id) => ({ id, label: texts.locales[id] }))} value={locale} onChange={onLocale} />
      <Leaving report={report} />
      <Missing report={report} />
      <p className="report-private">
        <Icon name="lock" />
        <span>{texts.privateNote}</span>
      </p>
      <span className="grow" />
      <p className="small quiet">{texts.pageNote}</p>
      <SaveButton sessionId={sessionId} locale={locale} />
    </div>
  );
}

/** The parts of the document, each with how much it holds. */
function Leaving({ report }: { readonly report: SessionReport }) {
  const { report: texts, documents } = useTexts();
  const people = [...report.present, ...report.expected, ...report.excused, ...report.absent].reduce((sum, group) => sum + group.people.length, 0);
  const parts: readonly (readonly [string, string])[] = [
    [texts.people, String(people || '')],
    [documents.purpose, report.purpose === '' ? '' : '1'],
    [documents.account, report.account === '' ? '' : texts.words(countWords(report.account))],
    [documents.decisions, String(report.decisions.length || '')],
    [documents.actions, String(report.actions.length || '')],
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

function Missing({ report }: { readonly report: SessionReport }) {
  const { report: texts } = useTexts();
  const missing = [
    ...(report.account.trim() === '' ? [texts.missingAccount] : []),
    ...(report.present.length === 0 ? [texts.missingPeople] : []),
    ...(report.decisions.length === 0 ? [texts.missingDecisions] : []),
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

function SaveButton({ sessionId, locale }: { readonly sessionId: string; readonly locale: Locale }) {
  const { report: texts } = useTexts();
  const [isSaving, setSaving] = useState(false);
  const [saved, setSaved] = useState<Value<'document.save'> | null>(null);
  const save = async (): Promise<void> => {
    setSaving(true);
    const done = await saveReport(sessionId, locale);
    setSaving(false);
    if (done !== null) setSaved(done);
  };
  return (
    <div className="field-stack report-save" aria-live="polite">
      <Button kind="main" icon="document" isWide isDisabled={isSaving} onPress={() => void save()}>
        {isSaving ? texts.saving : texts.save}
      </Button>
      {saved === null ? null : (
        <Notice tone="good" icon="check">
          {texts.saved(saved.fileName)}{' '}
          <Button kind="quiet" onPress={() => void openSaved(saved)}>
            {texts.open}
          </Button>
        </Notice>
      )}
    </div>
  );
}

async function saveReport(sessionId: string, locale: Locale): Promise<Value<'document.save'> | null> {
  commitDrafts();
  const { project } = windowStore.get();
  if (project === null) return null;
  const reply = await call('document.save', { documentId: project.documentId, request: { kind: 'session', sessionId }, locale });
  if (!reply.ok) {
    sayFailure(reply.failure);
    return null;
  }
  const { report } = textsNow();
  say('good', report.saved(reply.value.fileName), { label: report.open, run: () => void openSaved(reply.value) });
  return reply.value;
}

function countWords(text: string): number {
  return text.split(/\s+/u).filter((word) => word !== '').length;
}
