// Names a new tension and begins to follow it today.
import { useState } from 'react';
import { LONGEST_CONFLICT_NAME } from '@domain/tables/private.ts';
import { Button } from '../../kit/Button.tsx';
import { TextField } from '../../kit/TextField.tsx';
import { writeConflict } from '../../state/notebook.ts';
import { useTexts } from '../../state/texts.ts';
import { today } from '../../state/today.ts';

type NewConflictProps = { readonly onMade: (id: string) => void; readonly autoFocus?: boolean };

export function NewConflict({ onMade, autoFocus = false }: NewConflictProps) {
  const { notebook } = useTexts();
  const [name, setName] = useState('');
  const [isBusy, setBusy] = useState(false);
  const keep = async (): Promise<void> => {
    if (isBusy || name.trim() === '') return;
    setBusy(true);
    const id = await writeConflict({ id: null, name, openedOn: today(), settledOn: null });
    setBusy(false);
    if (id === null) return;
    setName('');
    onMade(id);
  };
  return (
    <div className="new-conflict">
      <TextField
        label={notebook.conflictName}
        value={name}
        onChange={setName}
        onEnter={() => void keep()}
        maxLength={LONGEST_CONFLICT_NAME}
        isPrivate
        autoFocus={autoFocus}
      />
      <Button onPress={() => void keep()}>{notebook.conflictKeep}</Button>
    </div>
  );
}
