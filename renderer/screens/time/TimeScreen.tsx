// Funded days and time spent: what is granted, done and left, and the entry of time.
import { useMemo, useState } from 'react';
import { formatDate } from '@domain/format/dates.ts';
import { formatDayLength, formatDays } from '@domain/format/durations.ts';
import { type EnvelopeLine, envelopeLineOf } from '@domain/ledger/ledger.ts';
import type { Accompaniment } from '@domain/document.ts';
import { groupedBy } from '@domain/grouping.ts';
import type { RecordOf } from '@domain/tables/tables.ts';
import { sumMinutes } from '@domain/units.ts';
import { Button } from '../../kit/Button.tsx';
import { Card } from '../../kit/Card.tsx';
import { EmptyState } from '../../kit/EmptyState.tsx';
import { LongList } from '../../kit/LongList.tsx';
import { Menu } from '../../kit/Menu.tsx';
import { ScreenHead } from '../../shell/ScreenHead.tsx';
import { currentLedger } from '../../state/days.ts';
import { useAccompaniment } from '../../state/edit.ts';
import { historyAction } from '../../state/history.ts';
import { useTexts } from '../../state/texts.ts';
import { useLocale, useWindow } from '../../state/window-state.ts';
import { AllocationDialog } from './AllocationDialog.tsx';
import { AmendmentDialog } from './AmendmentDialog.tsx';
import { AmendmentsCard } from './AmendmentsCard.tsx';
import { EntriesTable } from './EntriesTable.tsx';
import { EntryForm } from './EntryForm.tsx';
import { EnvelopeDialog } from './EnvelopeDialog.tsx';
import { PhaseTable } from './PhaseTable.tsx';
import { RemainingCard } from './RemainingCard.tsx';
import './time.css';
import { compareAmendments } from '@domain/ordering.ts';

type Opened =
  | { readonly kind: 'none' | 'new' }
  | { readonly kind: 'envelope' | 'allocation'; readonly envelope: RecordOf<'envelopes'> }
  | { readonly kind: 'amendment'; readonly envelope: RecordOf<'envelopes'>; readonly amendment: RecordOf<'amendments'> | null };

/** The state of the envelope at the left, the form at the right. */
export function TimeScreen() {
  const { time } = useTexts();
  const accompaniment = useAccompaniment();
  const route = useWindow((state) => state.route);
  const [edited, setEdited] = useState<string | null>(null);
  const [opened, setOpened] = useState<Opened>({ kind: 'none' });
  const ledger = currentLedger(accompaniment);
  const entry = edited === null ? undefined : accompaniment.timeEntries[edited];
  const sessionId = route.screen === 'time' ? (route.sessionId ?? null) : null;
  const close = () => setOpened({ kind: 'none' });
  const line = 'envelope' in opened ? envelopeLineOf(ledger, opened.envelope.id) : null;
  return (
    <div className="screen">
      <ScreenHead title={time.title} under={<EnvelopeLines lines={ledger.envelopes} accompaniment={accompaniment} onOpen={setOpened} />} />
      <div className="time-columns">
        <div className="field-stack time-left">
          {ledger.envelopes.length === 0 ? (
            <Card>
              <EmptyState title={time.noEnvelopeTitle} text={time.noEnvelopeText}>
                <Button onPress={() => setOpened({ kind: 'new' })}>{time.addEnvelope}</Button>
              </EmptyState>
            </Card>
          ) : (
            <>
              <RemainingCard ledger={ledger} />
              <PhaseTable accompaniment={accompaniment} ledger={ledger} />
              <AmendmentsCard
                accompaniment={accompaniment}
                onOpen={(amendment, envelope) => setOpened({ kind: 'amendment', envelope, amendment })}
              />
            </>
          )}
          <EntriesTable accompaniment={accompaniment} edited={edited} onEdit={setEdited} />
        </div>
        <aside className="time-form" aria-label={time.form}>
          <EntryForm
            key={entry?.id ?? `new-${sessionId ?? ''}`}
            accompaniment={accompaniment}
            entry={entry ?? null}
            sessionId={sessionId}
            onEnd={() => setEdited(null)}
          />
        </aside>
      </div>
      {opened.kind === 'new' ? <EnvelopeDialog envelope={null} onClose={close} /> : null}
      {opened.kind === 'envelope' ? <EnvelopeDialog envelope={opened.envelope} onClose={close} /> : null}
      {opened.kind === 'amendment' ? <AmendmentDialog envelope={opened.envelope} amendment={opened.amendment} onClose={close} /> : null}
      {opened.kind === 'allocation' && line !== null ? (
        <AllocationDialog accompaniment={accompaniment} line={line} onClose={close} />
      ) : null}
    </div>
  );
}

type LinesProps = {
  readonly lines: readonly EnvelopeLine[];
  readonly accompaniment: Accompaniment;
  readonly onOpen: (opened: Opened) => void;
};

function EnvelopeLines({ lines, accompaniment, onOpen }: LinesProps) {
  const { time, shell } = useTexts();
  const amendmentsOf = useAmendments(accompaniment);
  if (lines.length === 0) return null;
  return (
    <LongList items={lines} keyOf={({ envelope }) => envelope.id} height={34} label={time.envelope} classOf={() => 'envelope-line'}>
      {(line) => (
        <>
          <EnvelopeWords line={line} amendments={amendmentsOf(line)} />
          <Menu
            label={`${shell.more} (${line.envelope.funder})`}
            actions={[
              { id: 'amend', label: time.addAmendment, run: () => onOpen({ kind: 'amendment', envelope: line.envelope, amendment: null }) },
              { id: 'allocate', label: time.allocate, run: () => onOpen({ kind: 'allocation', envelope: line.envelope }) },
              { id: 'edit', label: time.editEnvelope, run: () => onOpen({ kind: 'envelope', envelope: line.envelope }) },
              { id: 'new', label: time.addEnvelope, run: () => onOpen({ kind: 'new' }) },
              historyAction('envelopes', line.envelope.id),
            ]}
          />
        </>
      )}
    </LongList>
  );
}

/** More amendments than this are shown as one sum here. */
const MOST_AMENDMENTS = 6;
const NO_AMENDMENTS: readonly RecordOf<'amendments'>[] = [];

/** @returns the amendments of each envelope, oldest first. */
function useAmendments({ amendments }: Accompaniment): (line: EnvelopeLine) => readonly RecordOf<'amendments'>[] {
  return useMemo(() => {
    const byEnvelope = groupedBy(Object.values(amendments).toSorted(compareAmendments), ({ envelopeId }) => envelopeId);
    return ({ envelope }) => byEnvelope.get(envelope.id) ?? NO_AMENDMENTS;
  }, [amendments]);
}

function EnvelopeWords({ line, amendments }: { readonly line: EnvelopeLine; readonly amendments: readonly RecordOf<'amendments'>[] }) {
  const { time } = useTexts();
  const locale = useLocale();
  const { envelope, minutesPerDay } = line;
  const words = [
    time.envelopeLine(envelope.funder, envelope.contract),
    time.granted(formatDays(envelope.grantedMinutes / minutesPerDay, locale)),
    ...(amendments.length > MOST_AMENDMENTS
      ? [
          time.amendmentsTogether(
            amendments.length,
            formatDays(sumMinutes(amendments.map((amendment) => amendment.minutes)) / minutesPerDay, locale),
          ),
        ]
      : amendments.map((amendment) =>
          time.amendment(formatDays(amendment.minutes / minutesPerDay, locale), formatDate(amendment.on, 'plain', locale)),
        )),
    time.dayOf(formatDayLength(minutesPerDay)),
  ];
  return <span>{words.join(' · ')}</span>;
}
