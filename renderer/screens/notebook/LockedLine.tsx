// One line that can be written while the notebook is locked: sealed as soon as it is entered, and cleared from the screen.
import { useState } from 'react';
import { NO_LINKS } from '@domain/tables/private.ts';
import { Button } from '../../kit/Button.tsx';
import { TextField } from '../../kit/TextField.tsx';
import { writeNote } from '../../state/notebook.ts';
import { useTexts } from '../../state/texts.ts';
import { today } from '../../state/today.ts';
import { useTyping } from '../../state/use-typing.ts';

/** What is typed is also kept when the user leaves the screen. The confirmation only says that the line is kept. */
export function LockedLine() {
  const { notebook } = useTexts();
  const [isKept, setKept] = useState(false);
  const seal = async (line: string): Promise<boolean> => {
    if (line.trim() === '') return true;
    const isSealed = (await writeNote({ id: null, date: today(), ...NO_LINKS, text: line })) !== null;
    setKept(isSealed);
    return isSealed;
  };
  const { typed, type, commit, mark } = useTyping<string>({ place: 'notebook/line', label: notebook.line, keep: seal, isPrivate: true });
  const change = (line: string): void => {
    setKept(false);
    type(line);
  };
  return (
    <div className="locked-line" {...mark}>
      <TextField
        label={notebook.line}
        value={typed ?? ''}
        onChange={change}
        onEnter={commit}
        isPrivate
        maxLength={2000}
        hint={notebook.lineHint}
      />
      <div className="notebook-buttons">
        <Button onPress={commit}>{notebook.lineKeep}</Button>
        <span role="status" className="quiet small">
          {isKept ? notebook.lineKept : ''}
        </span>
      </div>
    </div>
  );
}
