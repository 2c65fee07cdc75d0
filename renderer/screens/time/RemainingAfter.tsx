// What remains before and after the entry being typed, in one place, before it is saved.
import type { Accompaniment } from '@domain/document.ts';
import { formatDays } from '@domain/format/durations.ts';
import { Notice } from '../../kit/Notice.tsx';
import { useKindName } from '../../state/days.ts';
import { useTexts } from '../../state/texts.ts';
import { today } from '../../state/today.ts';
import { useLocale } from '../../state/window-state.ts';
import type { EntryDraft, EntryReading } from './entry-draft.ts';

type RemainingAfterProps = { readonly accompaniment: Accompaniment; readonly draft: EntryDraft; readonly reading: EntryReading };

/** Also says why an entry consumes nothing, and how large an overrun would be. */
export function RemainingAfter({ accompaniment, draft, reading }: RemainingAfterProps) {
  const { time } = useTexts();
  const locale = useLocale();
  const { line, before, after, overrun, overPhase, isOutside } = reading;
  if (line === null || before === null || after === null) return null;
  const day = line.minutesPerDay;
  return (
    <div className="remaining-after number" aria-live="polite">
      <p>
        <span className="quiet">{before < 0 ? time.overBefore : time.remainingBefore}</span>
        <span>{formatDays(Math.abs(before) / day, locale)}</span>
      </p>
      <p className="remaining-after-strong">
        <span>{after < 0 ? time.overAfter : time.remainingAfter}</span>
        <span data-testid="remaining-after">{formatDays(Math.abs(after) / day, locale)}</span>
      </p>
      <WhyNothing accompaniment={accompaniment} draft={draft} reading={reading} />
      {isOutside ? (
        <Notice tone={line.envelope.overrun === 'refuse' ? 'bad' : 'warn'} icon="alert">
          {time.outsidePeriod} {line.envelope.overrun === 'refuse' ? time.outsideRefused : ''}
        </Notice>
      ) : null}
      {overrun !== null ? (
        <Notice tone={line.envelope.overrun === 'refuse' ? 'bad' : 'warn'} icon="alert">
          {time.overruns(formatDays(overrun / day, locale))} {line.envelope.overrun === 'refuse' ? time.overrunRefused : ''}
        </Notice>
      ) : null}
      {overPhase !== null && overrun === null ? (
        <Notice tone="warn" icon="alert">
          {time.phaseOverruns(accompaniment.phases[draft.phaseId ?? '']?.title ?? '', formatDays(overPhase / day, locale))}
        </Notice>
      ) : null}
    </div>
  );
}

function WhyNothing({ accompaniment, draft, reading }: RemainingAfterProps) {
  const { time } = useTexts();
  const kindName = useKindName();
  const kind = draft.kindId === null ? undefined : accompaniment.kinds[draft.kindId];
  if (!reading.length.ok || reading.spent > 0) return null;
  const isLater = draft.date !== null && draft.date > today();
  const why = draft.isPlanned ? time.plannedConsumesNothing : isLater ? time.laterConsumesNothing : time.consumesNothing;
  return <span className="small quiet">{kind?.isEligible === false ? time.notEligible(kindName(kind)) : why}</span>;
}
