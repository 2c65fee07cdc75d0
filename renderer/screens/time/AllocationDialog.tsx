// Shares an envelope out between phases and, if the user wishes, kinds of work; always shows what is left to share.
import { useMemo, useState } from 'react';
import type { Accompaniment } from '@domain/document.ts';
import { formatDays } from '@domain/format/durations.ts';
import type { EnvelopeLine } from '@domain/ledger/ledger.ts';
import { inOrder } from '@domain/ordering.ts';
import { Dialog } from '../../kit/Dialog.tsx';
import { DialogButtons } from '../../kit/DialogButtons.tsx';
import { Notice } from '../../kit/Notice.tsx';
import { Select } from '../../kit/Select.tsx';
import { TextField } from '../../kit/TextField.tsx';
import { useBox, useSpan } from '../../kit/use-span.ts';
import { kindsOf, useKindName } from '../../state/days.ts';
import { shortTitleOf } from '../../state/short-titles.ts';
import { run } from '../../state/project.ts';
import { useSubmit } from '../../state/submit.ts';
import { useTexts } from '../../state/texts.ts';
import { useLocale } from '../../state/window-state.ts';
import { cellOf, daysTyped, kindOf, readShares, type Shares, typedShares, type TypedShares } from './allocation-form.ts';

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
  const { time } = useTexts();
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
      <DialogButtons onCancel={onClose} act={time.allocationSave} isDisabled={shares === null} />
    </form>
  );
}

type GridProps = {
  readonly accompaniment: Accompaniment;
  readonly typed: TypedShares;
  readonly onType: (cell: string, text: string) => void;
};
type Column = { readonly id: string | null; readonly name: string };

/** With more kinds of work than this, columns are added one by one: a phase is seldom shared out between so many. */
const MOST_COLUMNS = 8;
/** Expected height of a row, in pixels. */
const ROW = 40;

/** Only kinds of work that consume days have a column. */
function Grid({ accompaniment, typed, onType }: GridProps) {
  const { time } = useTexts();
  const { columns, more, bring } = useColumns(accompaniment, typed);
  const phases = useMemo(
    () =>
      inOrder(Object.values(accompaniment.phases)).map((phase, index) => ({ id: phase.id, title: shortTitleOf(phase), number: index + 1 })),
    [accompaniment.phases],
  );
  const { box, isLong } = useBox<HTMLElement>(phases.length);
  const { shown, before, after, measure } = useSpan({ items: phases, keyOf: ({ id }) => id, height: ROW, box });
  return (
    <>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls sideways in a narrow window, and the keyboard must reach it */}
      <section ref={box} className={`allocation-scroll${isLong ? ' allocation-long' : ''}`} aria-label={time.allocationTitle} tabIndex={0}>
        <table className="allocation-table" aria-rowcount={isLong ? phases.length + 1 : undefined}>
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
            {before > 0 ? <tr aria-hidden="true" style={{ height: before }} /> : null}
            {shown.map(({ item, index, key }) => (
              <tr key={key} {...(isLong ? { ref: measure, 'data-index': index, 'aria-rowindex': index + 2 } : {})}>
                <th scope="row">{`${item.number}. ${item.title}`}</th>
                {columns.map((column) => (
                  <Share key={column.id ?? ''} phase={item} column={column} typed={typed} onType={onType} />
                ))}
              </tr>
            ))}
            {after > 0 ? <tr aria-hidden="true" style={{ height: after }} /> : null}
          </tbody>
        </table>
      </section>
      {more.length === 0 ? null : <Select label={time.allocationKind} options={more} value={null} onChange={bring} />}
    </>
  );
}

/**
 * @returns the columns: all kinds while they are few, else the first ones with a share and those the user added; and the other kinds to
 * choose from, those with a share first. A share without a column stays as it is.
 */
function useColumns(accompaniment: Accompaniment, typed: TypedShares) {
  const { time } = useTexts();
  const kindName = useKindName();
  const [brought, setBrought] = useState<readonly string[]>([]);
  const [given] = useState(() => new Set(Object.keys(typed).map((cell) => kindOf(cell))));
  const all = kindsOf(accompaniment).filter((kind) => kind.isEligible);
  const first = all.length <= MOST_COLUMNS ? all : all.filter(({ id }) => given.has(id)).slice(0, MOST_COLUMNS);
  const shown = new Set([...first.map(({ id }) => id), ...brought]);
  const columns: readonly Column[] = [
    { id: null, name: time.anyKind },
    ...all.filter(({ id }) => shown.has(id)).map((kind) => ({ id: kind.id, name: kindName(kind) })),
  ];
  const rest = all.filter(({ id }) => !shown.has(id)).toSorted((a, b) => Number(given.has(b.id)) - Number(given.has(a.id)));
  return {
    columns,
    more: rest.map((kind) => ({ id: kind.id, label: kindName(kind) })),
    bring: (id: string) => setBrought([...brought, id]),
  };
}

type ShareProps = Pick<GridProps, 'typed' | 'onType'> & {
  readonly phase: { readonly id: string; readonly title: string };
  readonly column: Column;
};

function Share({ phase, column, typed, onType }: ShareProps) {
  const { start } = useTexts();
  const cell = cellOf(phase.id, column.id);
  const text = typed[cell] ?? '';
  return (
    <td>
      <TextField
        label={`${phase.title}, ${column.name}`}
        isLabelHidden
        value={text}
        onChange={(value) => onType(cell, value)}
        maxLength={12}
        error={daysTyped(text) === null ? start.daysUnreadable : null}
      />
    </td>
  );
}

/** Sharing out more than was granted gives a warning but is allowed: an amendment may be on its way. */
function LeftToShare({ line, shares }: { readonly line: EnvelopeLine; readonly shares: Shares | null }) {
  const { time } = useTexts();
  const locale = useLocale();
  if (shares === null) return null;
  const left = (line.granted - shares.reduce((sum, share) => sum + share.minutes, 0)) / line.minutesPerDay;
  if (left < 0) return <Notice tone="warn">{time.allocationOver(formatDays(-left, locale))}</Notice>;
  return (
    <p className="small number">
      {left === 0
        ? time.allocationWhole
        : time.allocationLeft(formatDays(left, locale), formatDays(line.granted / line.minutesPerDay, locale))}
    </p>
  );
}
