// A line being written at the foot of a list, as a field.
import { useNewLine } from '../../state/new-line.ts';

type NewLineProps = {
  readonly label: string;
  readonly onAdd: (title: string) => Promise<readonly unknown[] | null>;
  readonly onEnd: () => void;
};

/** Enter keeps and goes on to the next; Escape, or an empty line, ends. */
export function NewLine({ label, onAdd, onEnd }: NewLineProps) {
  const line = useNewLine({ onAdd, onEnd });
  return (
    <li className="check-line">
      <input className="field-input" autoComplete="off" aria-label={label} maxLength={300} autoFocus {...line} />
    </li>
  );
}
