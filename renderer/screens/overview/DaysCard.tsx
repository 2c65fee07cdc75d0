// The funded days on the overview: the figures of the ledger, and whether they cover what is planned.
import type { Accompaniment } from '@domain/document.ts';
import { formatDays, formatHours } from '@domain/format/durations.ts';
import { type Forecast, forecastOf } from '@domain/overview/forecast.ts';
import type { Ledger } from '@domain/ledger/ledger.ts';
import { countToConfirm } from '@domain/ledger/standing.ts';
import { minutes } from '@domain/units.ts';
import { Button } from '../../kit/Button.tsx';
import { Card } from '../../kit/Card.tsx';
import { Notice } from '../../kit/Notice.tsx';
import { currentLedger } from '../../state/days.ts';
import { goTo } from '../../state/navigation.ts';
import { useTexts } from '../../state/texts.ts';
import { today } from '../../state/today.ts';
import { useLocale } from '../../state/window-state.ts';
import { DaysLeft } from '../time/DaysLeft.tsx';
import { LedgerBar } from '../time/LedgerBar.tsx';

export function DaysCard({ accompaniment }: { readonly accompaniment: Accompaniment }) {
  const { overview } = useTexts();
  const ledger = currentLedger(accompaniment);
  const detail = (label: string) => (
    <Button kind="quiet" onPress={() => goTo({ screen: 'time' })}>
      {label}
    </Button>
  );
  if (ledger.envelopes.length === 0) {
    return (
      <Card title={overview.days} action={detail(overview.addEnvelope)}>
        <p className="quiet">{overview.noEnvelope}</p>
      </Card>
    );
  }
  return (
    <Card title={overview.days} action={detail(overview.daysDetail)}>
      <Figures ledger={ledger} />
      <Outlook ledger={ledger} forecast={forecastOf(ledger)} />
      <ToConfirm accompaniment={accompaniment} />
    </Card>
  );
}

/** Each is one press away: the screen of time marks them. */
function ToConfirm({ accompaniment }: { readonly accompaniment: Accompaniment }) {
  const { home } = useTexts();
  const count = countToConfirm(accompaniment.timeEntries, today());
  if (count === 0) return null;
  return (
    <Notice tone="warn">
      <b>{home.toConfirm(count)}.</b> {home.toConfirmDo}
    </Notice>
  );
}

function Figures({ ledger }: { readonly ledger: Ledger }) {
  const { overview } = useTexts();
  const locale = useLocale();
  const { granted, counted, remaining, planned, toSign } = ledger;
  const days = (value: number): string => formatDays(value, locale);
  const words = [
    overview.done(days(counted.days)),
    ...(toSign.minutes > 0 ? [overview.toSign(days(toSign.days))] : []),
    ...(planned.minutes > 0 ? [overview.planned(days(planned.days))] : []),
  ];
  return (
    <>
      <p className="overview-figure">
        <DaysLeft remaining={remaining.days} granted={granted.days}>
          {` · ${formatHours(minutes(Math.abs(remaining.minutes)), locale)}`}
        </DaysLeft>
      </p>
      <LedgerBar ledger={ledger} />
      <p className="small number overview-words">{words.join(' · ')}</p>
    </>
  );
}

function Outlook({ ledger, forecast }: { readonly ledger: Ledger; readonly forecast: Forecast }) {
  const { overview } = useTexts();
  const locale = useLocale();
  if (!('days' in forecast)) return null;
  const days = formatDays(forecast.days, locale);
  const isOver = forecast.state === 'over';
  const why = isOver
    ? overview.overWhy
    : overview.missingWhy(formatDays(ledger.planned.days, locale), formatDays(ledger.remaining.days, locale));
  return (
    <Notice tone={isOver ? 'bad' : 'warn'}>
      <b>{isOver ? overview.over(days) : overview.missing(days)}.</b> {why}
    </Notice>
  );
}
