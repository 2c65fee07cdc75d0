// The field of a line being written at the foot of a list.
import { longestOf, type PathOf } from '../../forms/field-path.ts';
import { pasteInto } from '../../kit/paste.ts';
import { useNewLine } from '../../state/new-line.ts';
import { placeOfLine } from './use-adding.ts';

type NewLineProps = {
  /** The field of the record that the line becomes. */
  readonly of: PathOf<'text'>;
  /** The record that it is written for; none for the accompaniment as a whole. */
  readonly under?: string;
  readonly label: string;
  readonly onAdd: (title: string) => Promise<readonly unknown[] | null>;
  readonly onEnd: () => void;
};

/** Enter keeps the line and goes on to the next; Escape keeps it and ends, as does an empty line. */
export function NewLine({ of, under = '', label, onAdd, onEnd }: NewLineProps) {
  const longest = longestOf(of);
  const { field } = useNewLine({ place: placeOfLine(of, under), label, onAdd, onEnd });
  return (
    <li className="check-line">
      <input
        className="field-input"
        autoComplete="off"
        aria-label={label}
        maxLength={longest}
        onPaste={pasteInto({ isMultiline: false, longest })}
        autoFocus
        {...field}
      />
    </li>
  );
}
