// The size of a structure, as a figure edited on click; text that cannot be read stays in the field, with the reason.
import { useId, type KeyboardEvent } from 'react';
import { readStaff, type StaffFigure, writeStaff } from '@domain/collective/staff.ts';
import { pasteInto } from '../../kit/paste.ts';
import { update } from '../../state/edit.ts';
import { keyOf } from '../../state/keys.ts';
import { useTexts } from '../../state/texts.ts';
import { oneLine } from '../../state/typed-text.ts';
import { useDraft } from '../../state/use-typing.ts';
import { useLocale } from '../../state/window-state.ts';
import type { Organisation } from './collective-view.ts';

/** More signs than any figure of a structure needs. */
const LONGEST = 20;

type StaffFieldProps = { readonly organisation: Organisation; readonly figure: StaffFigure };

/** `figure`: the number of jobs, or of full-time equivalents. */
export function StaffField({ organisation, figure }: StaffFieldProps) {
  const { collective: texts } = useTexts();
  const locale = useLocale();
  const problemId = useId();
  const keep = async (typed: string): Promise<boolean> => {
    const value = readStaff(typed, figure);
    return value !== undefined && (await update('organisations', organisation.id, { [figure]: value })) !== null;
  };
  const draft = useDraft({
    place: `organisations/${organisation.id}/${figure}`,
    label: texts[figure],
    value: writeStaff(organisation[figure], figure, locale),
    keep,
  });
  const isUnreadable = readStaff(draft.text, figure) === undefined;
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const key = keyOf(event);
    if (key === 'Escape') draft.escape();
    if (key === 'Enter') draft.commit();
  };
  return (
    <div className="fact">
      <span className="quiet">{texts[figure]}</span>
      <span>
        <input
          {...draft.mark}
          className="fact-figure number"
          autoComplete="off"
          aria-label={texts[figure]}
          aria-invalid={isUnreadable || undefined}
          aria-describedby={isUnreadable ? problemId : undefined}
          placeholder={texts[`${figure}Empty`]}
          inputMode="decimal"
          maxLength={LONGEST}
          onPaste={pasteInto({ isMultiline: false, longest: LONGEST })}
          value={draft.text}
          onChange={(event) => draft.change(oneLine(event.target.value))}
          onBlur={draft.commit}
          onKeyDown={onKeyDown}
        />
        {isUnreadable ? (
          <span id={problemId} className="field-error" role="status">
            {texts[`${figure}Unreadable`]}
          </span>
        ) : null}
      </span>
    </div>
  );
}
