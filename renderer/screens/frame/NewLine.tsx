// A line being written at the foot of a list: kept on Enter, and on leaving it.
import { useState } from 'react';

type NewLineProps = { readonly label: string; readonly onAdd: (title: string) => Promise<unknown>; readonly onEnd: () => void };

/** Enter keeps and goes on to the next; Escape, or an empty line, ends. */
export function NewLine({ label, onAdd, onEnd }: NewLineProps) {
  const [title, setTitle] = useState('');
  const keep = (): void => {
    if (title.trim() !== '') void onAdd(title.trim());
    setTitle('');
  };
  const onKeyDown = (event: { readonly key: string; readonly preventDefault: () => void }): void => {
    if (event.key === 'Escape' || (event.key === 'Enter' && title.trim() === '')) onEnd();
    if (event.key === 'Enter') keep();
  };
  return (
    <li className="check-line">
      <input
        className="field-input"
        aria-label={label}
        value={title}
        maxLength={300}
        autoFocus
        onChange={(event) => setTitle(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => {
          keep();
          onEnd();
        }}
      />
    </li>
  );
}
