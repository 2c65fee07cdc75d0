// Prepares a document: which one, about what, for whom; at the right the pages exactly as they will leave.
import { type ReactNode, useMemo } from 'react';
import type { Accompaniment } from '@domain/document.ts';
import { formatDate } from '@domain/format/dates.ts';
import { compareSessions } from '@domain/ordering.ts';
import { sessionNumber, sessionNumbers } from '@domain/numbering.ts';
import { forReaders, type Readable } from '@domain/levels/for-readers.ts';
import { tooWide, usualReaders } from '@domain/levels/giving.ts';
import { type Level } from '@domain/levels/level.ts';
import { recipientGroups } from '@domain/levels/readers.ts';
import { DOCUMENT_KINDS, type DocumentRequest } from '@domain/report/document-request.ts';
import { sessionReport } from '@domain/report/session-report.ts';
import { LOCALES } from '@domain/text/locale.ts';
import { InlineField } from '../../forms/InlineField.tsx';
import { LevelChoice } from '../../giving/LevelChoice.tsx';
import { Recipients } from '../../giving/Recipients.tsx';
import { type GivingChoice, useGiving } from '../../giving/use-giving.ts';
import { Button } from '../../kit/Button.tsx';
import { DateField } from '../../kit/DateField.tsx';
import { EmptyState } from '../../kit/EmptyState.tsx';
import { Icon } from '../../kit/Icon.tsx';
import { Notice } from '../../kit/Notice.tsx';
import { OutsidePresentation } from '../../kit/OutsidePresentation.tsx';
import { Select } from '../../kit/Select.tsx';
import { useWanted } from '../../state/go-back.ts';
import { goTo } from '../../state/navigation.ts';
import { failureSentence, useTexts } from '../../state/texts.ts';
import { today } from '../../state/today.ts';
import { useLocale } from '../../state/window-state.ts';
import { ChangedSince } from './ChangedSince.tsx';
import { type Choice, isPaged, isReversed, requestOf } from './choice.ts';
import { Leaving, Missing } from './Leaving.tsx';
import { Pages } from './Pages.tsx';
import { SaveButton } from './SaveButton.tsx';
import { Sheets } from './Sheets.tsx';
import { WhatLeaves } from './WhatLeaves.tsx';

type PreparingProps = {
  readonly accompaniment: Accompaniment;
  readonly choice: Choice;
  /** The session from which somebody came here. */
  readonly from: string | null;
  /** Turns to the register. */
  readonly turn: ReactNode;
  readonly onChange: (choice: Choice) => void;
};

export function Preparing(props: PreparingProps) {
  const { accompaniment, choice } = props;
  const request = useMemo(() => requestOf(choice), [choice]);
  return <Subject key={subjectOf(choice)} {...props} request={request} accompaniment={accompaniment} />;
}

/** What is chosen about its readers is chosen for one document. */
function subjectOf({ kind, sessionId }: Choice): string {
  return isOfSession(kind) ? `${kind}/${sessionId}` : kind;
}

function isOfSession(kind: Choice['kind']): boolean {
  return kind === 'session' || kind === 'decisions';
}

type SubjectProps = PreparingProps & { readonly request: DocumentRequest | null };

const NOBODY: readonly string[] = [];

function Subject(props: SubjectProps) {
  const { accompaniment, choice, request } = props;
  const sessionId = isOfSession(choice.kind) ? choice.sessionId : null;
  const usual = useMemo(() => {
    const participants = recipientGroups(accompaniment, { sessionId, on: today() }).find(({ group }) => group === 'participants');
    return {
      level: request === null ? 'collective' : usualReaders(accompaniment, request),
      personIds: participants?.personIds ?? NOBODY,
    } as const;
  }, [accompaniment, request, sessionId]);
  const giving = useGiving(accompaniment, usual);
  const { level } = giving.giving;
  const readable = useMemo(() => forReaders(accompaniment, level), [accompaniment, level]);
  return (
    <div className="report">
      <Choices {...props} giving={giving} readable={readable} />
      <Desk {...props} level={level} readable={readable} />
    </div>
  );
}

type DeskProps = SubjectProps & { readonly level: Level; readonly readable: Readable };

/** What is refused has no pages: the choices say why. */
function Desk({ accompaniment, readable, choice, request, level }: DeskProps) {
  const { report: texts } = useTexts();
  const isWide = request !== null && tooWide(accompaniment, request, level) !== null;
  const order = useMemo(
    () => (request === null || !isPaged(request) ? null : { request, locale: choice.locale, readers: level, accompaniment }),
    [request, choice.locale, level, accompaniment],
  );
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, and the keyboard must reach it
    <section className="report-desk" aria-label={texts.preview} tabIndex={0}>
      {isWide ? (
        <div className="page page-waiting" />
      ) : request === null ? (
        <div className="page page-waiting">
          {isOfSession(choice.kind) ? (
            <EmptyState title={texts.noSessionTitle} text={texts.noSessionText} />
          ) : (
            <p className="small">{texts.periodReversed}</p>
          )}
        </div>
      ) : order === null ? (
        <Sheets accompaniment={readable} period={choice.period} locale={choice.locale} readers={level} />
      ) : (
        <Pages order={order} />
      )}
    </section>
  );
}

type ChoicesProps = SubjectProps & { readonly giving: GivingChoice; readonly readable: Readable };

function Choices(props: ChoicesProps) {
  const { accompaniment, choice, from, request, giving, turn } = props;
  const { report: texts } = useTexts();
  const { level } = giving.giving;
  const wide = request === null ? null : tooWide(accompaniment, request, level);
  const givenTo = choice.kind === 'session' ? (accompaniment.sessions[choice.sessionId ?? '']?.givenTo ?? '') : '';
  const given = useGivenAs(giving, givenTo);
  return (
    <div className="report-choices">
      <div>
        {from === null ? null : (
          <Button kind="quiet" onPress={() => goTo({ screen: 'session', sessionId: from })}>
            {texts.back}
          </Button>
        )}
        <div className="report-before">
          <p className="small quiet">{texts.before}</p>
          {turn}
        </div>
        <Title {...props} />
      </div>
      <About {...props} />
      <LevelChoice level={level} onChange={(next) => giving.change({ level: next })} />
      {wide === null ? null : (
        <Notice tone="warn" icon="alert" isAnnounced>
          {failureSentence(wide)}
        </Notice>
      )}
      <Recipients accompaniment={accompaniment} sessionId={isOfSession(choice.kind) ? choice.sessionId : null} choice={giving} />
      {wide === null ? <Outgoing {...props} /> : null}
      <OutsidePresentation>
        <p className="report-private">
          <Icon name="lock" />
          <span>{texts.privateNote}</span>
        </p>
      </OutsidePresentation>
      <span className="grow" />
      <SaveButton
        key={`${JSON.stringify(request)}${level}`}
        request={wide === null && giving.beyond === null ? request : null}
        locale={choice.locale}
        giving={given}
        isWorkbook={choice.kind === 'workbook'}
      />
    </div>
  );
}

function Title({ accompaniment, choice }: ChoicesProps) {
  const { report: texts } = useTexts();
  const number = choice.kind === 'session' ? sessionNumber(accompaniment, choice.sessionId ?? '') : 0;
  return (
    <h1 tabIndex={-1} className="report-title">
      {number === 0 ? texts.kinds[choice.kind] : texts.title(number)}
    </h1>
  );
}

/** Which document, and of which session or period. */
function About({ accompaniment, choice, onChange }: ChoicesProps) {
  const { report: texts } = useTexts();
  const change = (part: Partial<Choice>): void => onChange({ ...choice, ...part });
  useWanted(
    (place) => isOfSession(choice.kind) && (place === 'documents/from' || place === 'documents/to'),
    () => change({ kind: 'days' }),
  );
  return (
    <>
      <Select
        label={texts.kind}
        options={DOCUMENT_KINDS.map((id) => ({ id, label: texts.kinds[id] }))}
        value={choice.kind}
        onChange={(kind) => change({ kind })}
      />
      {isOfSession(choice.kind) ? (
        <SessionChoice accompaniment={accompaniment} choice={choice} onChange={change} />
      ) : (
        <PeriodChoice choice={choice} onChange={change} />
      )}
    </>
  );
}

/** What is in it, what is missing, what differs from the copy given before. */
function Outgoing({ accompaniment, readable, choice, request, giving, onChange }: ChoicesProps) {
  const { report: texts } = useTexts();
  const change = (part: Partial<Choice>): void => onChange({ ...choice, ...part });
  const { level } = giving.giving;
  const session = choice.kind === 'session' ? accompaniment.sessions[choice.sessionId ?? ''] : undefined;
  const report = session === undefined ? null : sessionReport(readable, session.id, level);
  return (
    <>
      {report === null ? null : <Leaving report={report} without={choice.without} onChange={(without) => change({ without })} />}
      {request === null ? null : (
        <WhatLeaves accompaniment={accompaniment} readable={readable} choice={choice} request={request} level={level} />
      )}
      {report === null ? null : <Missing report={report} />}
      {session === undefined ? null : (
        <section>
          <h2 className="report-part-title">{texts.forWhom}</h2>
          <InlineField key={session.id} of="sessions.givenTo" record={session} label={texts.forWhom} placeholder={texts.forWhomEmpty} />
        </section>
      )}
      <Select
        label={texts.locale}
        options={LOCALES.map((id) => ({ id, label: texts.locales[id] }))}
        value={choice.locale}
        onChange={(locale) => change({ locale })}
      />
      {request === null ? null : <ChangedSince accompaniment={accompaniment} request={request} locale={choice.locale} level={level} />}
    </>
  );
}

/** Whom the report itself says it is given to is among its recipients, unless others are named. */
function useGivenAs({ giving }: GivingChoice, givenTo: string): GivingChoice['giving'] {
  return useMemo(() => (giving.others === '' && givenTo !== '' ? { ...giving, others: givenTo } : giving), [giving, givenTo]);
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
