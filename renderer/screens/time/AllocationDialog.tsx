// Shares an envelope out between phases, and kinds of work where one wishes; what is left to share is said all along.
import { useState } from 'react';
import type { Accompaniment } from '@domain/document.ts';
import { formatDays } from '@domain/format/durations.ts';
import type { EnvelopeLine } from '@domain/ledger/ledger.ts';
import { inOrder } from '@domain/report/session-report.ts';
import { Button } from '../../kit/Button.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { Notice } from '../../kit/Notice.tsx';
import { TextField } from '../../kit/TextField.tsx';
import { kindsOf, useKindName } from '../../state/days.ts';
import { shortTitleOf } from '../../state/methods.ts';
import { run } from '../../state/project.ts';
import { useSubmit } from '../../state/submit.ts';
import { useTexts } from '../../state/texts.ts';
import { useLocale } from '../../state/window-state.ts';
import { cellOf, daysTyped, readShares, type Shares, typedShares, type TypedShares } from './allocation-form.ts';

type AllocationProps = { readonly accompaniment: Accompaniment; readonly line: EnvelopeLine; readonly onClose: () => void };

export function AllocationDialog(props: AllocationProps) {
  const { time } = useTexts();
  return (
    <Dialog title={time.allocationTitle} isOpen isWide onClose={props.onClose}>
      <AllocationForm {...props} />
    </Dialog>
  );
}

function AllocationForm({ accompaniment, line, onClose }: AllocationProps) {
  const { time, shell } = useTexts();
  const locale = useLocale();
  const [before] = useState(() => typedShares(accompaniment, line, locale));
  const [typed, setTyped] = useState<TypedShares>(before);
  const shares = readShares(typed, before, accompaniment, line);
  const submit = useSubmit(async () => {
    if (shares === null) return;
    const changes = await run({ name: 'envelope.allocate', args: { envelopeId: line.envelope.id, shares } });
    if (changes !== null) onClose();
  });
  return (
    <form className="field-stack" onSubmit={submit} noValidate>
      <p className="small quiet">{time.allocationText}</p>
      <Grid accompaniment={accompaniment} typed={typed} onType={(cell, text) => setTyped({ ...typed, [cell]: text })} />
      <LeftToShare line={line} shares={shares} />
      <div className="dialog-buttons">
        <Button onPress={onClose}>{shell.cancel}</Button>
        <Button kind="main" type="submit" isDisabled={shares === null}>
          {time.allocationSave}
        </Button>
      </div>
    </form>
  );
}

type GridProps = { readonly accompaniment: Accompaniment; readonly typed: TypedShares; readonly onType: (cell: string, text: string) => void };

/** Only kinds that consume days can be given some. */
function Grid({ accompaniment, typed, onType }: GridProps) {
  const { time, start } = useTexts();
  const kindName = useKindName();
  const columns = [{ id: null, name: time.anyKind }, ...kindsOf(accompaniment).filter((kind) => kind.isEligible).map((kind) => ({ id: kind.id, name: kindName(kind) }))];
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls sideways in a narrow window, and the keyboard must reach it
    <section className="allocation-scroll" aria-label={time.allocationTitle} tabIndex={0}>
      <table className="allocation-table">
        <thead>
          <tr>
            <th scope="col">{time.columnPhase}</th>
            {columns.map(({ id, name }) => (
              <th scope="col" key={id ?? ''}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {inOrder(Object.values(accompaniment.phases)).map((phase, index) => (
            <tr key={phase.id}>
              <th scope="row">{`${index + 1}. ${shortTitleOf(phase)}`}</th>
              {columns.map(({ id, name }) => {
                const cell = cellOf(phase.id, id);
                const text = typed[cell] ?? '';
                return (
                  <td key={id ?? ''}>
                    <TextField label={`${shortTitleOf(phase)}, ${name}`} isLabelHidden value={text} onChange={(value) => onType(cell, value)} maxLength={12} error={daysTyped(text) === null ? start.daysUnreadable : null} />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** More than was granted may be shared out, and is said: an amendment may be on its way. */
function LeftToShare({ line, shares }: { readonly line: EnvelopeLine; readonly shares: Shares | null }) {
  const { time } = useTexts();
  const locale = useLocale();
  if (shares === null) return null;
  const left = (line.granted - shares.reduce((sum, share) => sum + share.minutes, 0)) / line.minutesPerDay;
  if (left < 0) return <Notice tone="warn">{time.allocationOver(formatDays(-left, locale))}</Notice>;
  return <p className="small number">{left === 0 ? time.allocationWhole : time.allocationLeft(formatDays(left, locale), formatDays(line.granted / line.minutesPerDay, locale))}</p>;
}
