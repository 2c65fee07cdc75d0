// Prepares a document: which one, for which session or period, in which language, with a preview of its pages.
import { useMemo, useState } from 'react';
import type { Accompaniment } from '@domain/document.ts';
import { formatDate } from '@domain/format/dates.ts';
import type { DocumentRequest } from '@domain/report/document-request.ts';
import { DOCUMENT_KINDS } from '@domain/report/document-request.ts';
import { compareSessions } from '@domain/ordering.ts';
import { sessionNumbers } from '@domain/numbering.ts';
import { sessionReport } from '@domain/report/session-report.ts';
import { LOCALES } from '@domain/text/locale.ts';
import { InlineField } from '../../forms/InlineField.tsx';
import { Button } from '../../kit/Button.tsx';
import { DateField } from '../../kit/DateField.tsx';
import { EmptyState } from '../../kit/EmptyState.tsx';
import { Icon } from '../../kit/Icon.tsx';
import { Select } from '../../kit/Select.tsx';
import { useAccompaniment } from '../../state/edit.ts';
import { useWanted } from '../../state/go-back.ts';
import { goTo } from '../../state/navigation.ts';
import { useTexts } from '../../state/texts.ts';
import { today } from '../../state/today.ts';
import { useLocale, useWindow } from '../../state/window-state.ts';
import { type Choice, firstChoice, isPaged, isReversed, requestOf } from './choice.ts';
import { Leaving, Missing } from './Leaving.tsx';
import { Pages } from './Pages.tsx';
import { SaveButton } from './SaveButton.tsx';
import { Sheets } from './Sheets.tsx';
import './documents.css';

/** Choices at the left, the pages at the right. */
export function DocumentsScreen() {
  const accompaniment = useAccompaniment();
  const route = useWindow((state) => state.route);
  const windowLocale = useLocale();
  const from = route.screen === 'documents' ? (route.sessionId ?? null) : null;
  const [choice, setChoice] = useState<Choice>(() => firstChoice(accompaniment, from, windowLocale, today()));
  const request = useMemo(() => requestOf(choice), [choice]);
  return (
    <div className="report">
      <Choices accompaniment={accompaniment} choice={choice} from={from} request={request} onChange={setChoice} />
      <Desk accompaniment={accompaniment} choice={choice} request={request} />
    </div>
  );
}

type DeskProps = { readonly accompaniment: Accompaniment; readonly choice: Choice; readonly request: DocumentRequest | null };

function Desk({ accompaniment, choice, request }: DeskProps) {
  const { report: texts } = useTexts();
  const order = useMemo(
    () => (request === null || !isPaged(request) ? null : { request, locale: choice.locale, accompaniment }),
    [request, choice.locale, accompaniment],
  );
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, and the keyboard must reach it
    <section className="report-desk" aria-label={texts.preview} tabIndex={0}>
      {request === null ? (
        <div className="page page-waiting">
          {choice.kind === 'days' || choice.kind === 'workbook' ? (
            <p className="small">{texts.periodReversed}</p>
          ) : (
            <EmptyState title={texts.noSessionTitle} text={texts.noSessionText} />
          )}
        </div>
      ) : order === null ? (
        <Sheets accompaniment={accompaniment} period={choice.period} locale={choice.locale} />
      ) : (
        <Pages order={order} />
      )}
    </section>
  );
}

type ChoicesProps = DeskProps & { readonly from: string | null; readonly onChange: (choice: Choice) => void };

function Choices({ accompaniment, choice, from, request, onChange }: ChoicesProps) {
  const { report: texts } = useTexts();
  const change = (part: Partial<Choice>): void => onChange({ ...choice, ...part });
  const isOfSession = choice.kind === 'session' || choice.kind === 'decisions';
  useWanted(
    (place) => isOfSession && place.startsWith('documents/'),
    () => change({ kind: 'days' }),
  );
  const session = accompaniment.sessions[choice.sessionId ?? ''];
  const report = choice.kind === 'session' && choice.sessionId !== null ? sessionReport(accompaniment, choice.sessionId) : null;
  return (
    <div className="report-choices">
      <div>
        {from === null ? null : (
          <Button kind="quiet" onPress={() => goTo({ screen: 'session', sessionId: from })}>
            {texts.back}
          </Button>
        )}
        <p className="small quiet report-before">{texts.before}</p>
        <h1 tabIndex={-1} className="report-title">
          {report === null || report.number === 0 ? texts.kinds[choice.kind] : texts.title(report.number)}
        </h1>
      </div>
      <Select
        label={texts.kind}
        options={DOCUMENT_KINDS.map((id) => ({ id, label: texts.kinds[id] }))}
        value={choice.kind}
        onChange={(kind) => change({ kind })}
      />
      {isOfSession ? (
        <SessionChoice accompaniment={accompaniment} choice={choice} onChange={change} />
      ) : (
        <PeriodChoice choice={choice} onChange={change} />
      )}
      <Select
        label={texts.locale}
        options={LOCALES.map((id) => ({ id, label: texts.locales[id] }))}
        value={choice.locale}
        onChange={(locale) => change({ locale })}
      />
      {report === null || session === undefined ? null : (
        <>
          <section>
            <h2 className="report-part-title">{texts.forWhom}</h2>
            <InlineField key={session.id} of="sessions.givenTo" record={session} label={texts.forWhom} placeholder={texts.forWhomEmpty} />
          </section>
          <Leaving report={report} without={choice.without} onChange={(without) => change({ without })} />
          <Missing report={report} />
        </>
      )}
      <p className="report-private">
        <Icon name="lock" />
        <span>{texts.privateNote}</span>
      </p>
      <span className="grow" />
      <SaveButton key={JSON.stringify(request)} request={request} locale={choice.locale} />
    </div>
  );
}

type PartProps = { readonly choice: Choice; readonly onChange: (part: Partial<Choice>) => void };

function SessionChoice({ accompaniment, choice, onChange }: PartProps & { readonly accompaniment: Accompaniment }) {
  const { report: texts } = useTexts();
  const locale = useLocale();
  const options = useMemo(() => {
    const numbers = sessionNumbers(accompaniment);
    const sessions = Object.values(accompaniment.sessions).toSorted(compareSessions).toReversed();
    return sessions.map(({ id, date, title }) => ({
      id,
      label: texts.sessionChoice(numbers.get(id) ?? 0, formatDate(date, 'short', locale), title),
    }));
  }, [accompaniment, texts, locale]);
  if (options.length === 0) return null;
  return <Select label={texts.session} options={options} value={choice.sessionId} onChange={(sessionId) => onChange({ sessionId })} />;
}

function PeriodChoice({ choice, onChange }: PartProps) {
  const { report: texts } = useTexts();
  const { period } = choice;
  return (
    <div className="field-stack">
      <DateField
        place="documents/from"
        label={texts.from}
        value={period.from}
        isOptional
        onChange={(from) => onChange({ period: { ...period, from } })}
      />
      <DateField
        place="documents/to"
        label={texts.to}
        value={period.to}
        isOptional
        onChange={(to) => onChange({ period: { ...period, to } })}
        error={isReversed(period) ? texts.periodReversed : null}
      />
      <p className="small quiet">{texts.periodNote}</p>
    </div>
  );
}
