// The amendments of all envelopes, each with its reason: a press on one opens it.
import { useMemo } from 'react';
import type { Accompaniment } from '@domain/document.ts';
import { formatDate } from '@domain/format/dates.ts';
import { formatDays, formatHours } from '@domain/format/durations.ts';
import { envelopesInOrder } from '@domain/ledger/envelopes-in-order.ts';
import { quantity } from '@domain/ledger/quantity.ts';
import { compareAmendments } from '@domain/ordering.ts';
import type { RecordOf } from '@domain/tables/tables.ts';
import { minutesPerDay } from '@domain/units.ts';
import { groupedBy } from '@domain/grouping.ts';
import { Button } from '../../kit/Button.tsx';
import { Card } from '../../kit/Card.tsx';
import { LongList } from '../../kit/LongList.tsx';
import { Menu } from '../../kit/Menu.tsx';
import { Tag } from '../../kit/Tag.tsx';
import { removeWithUndo } from '../../state/acts.ts';
import { historyAction } from '../../state/history.ts';
import { useTexts } from '../../state/texts.ts';
import { today } from '../../state/today.ts';
import { useLocale } from '../../state/window-state.ts';

type Amendment = RecordOf<'amendments'>;
type Amended = { readonly amendment: Amendment; readonly envelope: RecordOf<'envelopes'> };
type AmendmentsCardProps = {
  readonly accompaniment: Accompaniment;
  readonly onOpen: (amendment: Amendment, envelope: RecordOf<'envelopes'>) => void;
};

/** Nothing without an amendment. */
export function AmendmentsCard({ accompaniment, onOpen }: AmendmentsCardProps) {
  const { time } = useTexts();
  const { envelopes, amendments } = accompaniment;
  const lines = useMemo(() => amendedIn(envelopes, amendments), [envelopes, amendments]);
  if (lines.length === 0) return null;
  const isShared = Object.keys(envelopes).length > 1;
  return (
    <Card title={time.amendments}>
      <LongList items={lines} keyOf={({ amendment }) => amendment.id} height={44} label={time.amendments} classOf={() => 'amendment-line'}>
        {(line) => <AmendmentLine {...line} isShared={isShared} onOpen={onOpen} />}
      </LongList>
    </Card>
  );
}

function amendedIn(envelopes: Accompaniment['envelopes'], amendments: Accompaniment['amendments']): readonly Amended[] {
  const byEnvelope = groupedBy(Object.values(amendments).toSorted(compareAmendments), ({ envelopeId }) => envelopeId);
  return envelopesInOrder(envelopes).flatMap((envelope) =>
    (byEnvelope.get(envelope.id) ?? []).map((amendment) => ({ amendment, envelope })),
  );
}

/** `isShared`: there are several envelopes, so that each amendment names its own. */
type LineProps = Amended & Pick<AmendmentsCardProps, 'onOpen'> & { readonly isShared: boolean };

function AmendmentLine({ amendment, envelope, isShared, onOpen }: LineProps) {
  const { time } = useTexts();
  const locale = useLocale();
  const days = formatDays(quantity(amendment.minutes, minutesPerDay(envelope.minutesPerDay)).days, locale);
  const on = formatDate(amendment.on, 'plain', locale);
  const open = () => onOpen(amendment, envelope);
  const remove = () => void removeWithUndo({ table: 'amendments', id: amendment.id, said: time.amendmentRemoved(days) });
  return (
    <>
      <div className="amendment-words">
        <p className="number">
          <b>{days}</b>{' '}
          <span className="quiet">{`· ${formatHours(amendment.minutes, locale)} · ${formatDate(amendment.on, 'long', locale)}`}</span>{' '}
          {amendment.on > today() ? <Tag tone="warn">{time.amendmentNotInForce}</Tag> : null}
        </p>
        <p className={`small${amendment.reason === '' ? ' quiet' : ''}`}>
          {isShared ? <span className="quiet">{`${time.envelopeLine(envelope.funder, envelope.contract)} · `}</span> : null}
          {amendment.reason === '' ? time.noReason : amendment.reason}
        </p>
      </div>
      <Button kind="icon" icon="edit" label={time.editAmendment(days, on)} onPress={open} />
      <Menu
        label={time.amendmentActions(days, on)}
        actions={[
          historyAction('amendments', amendment.id),
          { id: 'remove', label: time.removeAmendment(days, on), run: remove, isDanger: true },
        ]}
      />
    </>
  );
}
