// The tensions that are followed: renamed in place, marked as settled, removed with the way back.
import type { PrivateConflictText } from '@contract/vault.ts';
import { formatDate } from '@domain/format/dates.ts';
import { LONGEST_CONFLICT_NAME } from '@domain/tables/private.ts';
import { Button } from '../../kit/Button.tsx';
import { Card } from '../../kit/Card.tsx';
import { Checkbox } from '../../kit/Checkbox.tsx';
import { InlineText } from '../../kit/InlineText.tsx';
import { inTurn } from '../../state/note-links.ts';
import { own, removeSealed, useNotebook, writeConflict } from '../../state/notebook.ts';
import { useTexts } from '../../state/texts.ts';
import { today } from '../../state/today.ts';
import { useLocale } from '../../state/window-state.ts';
import { NewConflict } from './NewConflict.tsx';

export function Conflicts() {
  const { notebook } = useTexts();
  const conflicts = useNotebook((state) => state.conflicts);
  return (
    <div className="conflicts">
      <Card title={notebook.conflicts}>
        {conflicts.length === 0 ? <p className="quiet">{notebook.conflictsNone}</p> : null}
        <ul className="conflicts-list" aria-label={notebook.conflicts}>
          {inTurn(conflicts).map((conflict) => (
            <ConflictItem key={conflict.id} conflict={conflict} />
          ))}
        </ul>
        <NewConflict onMade={() => undefined} />
      </Card>
    </div>
  );
}

function ConflictItem({ conflict }: { readonly conflict: PrivateConflictText }) {
  const { notebook } = useTexts();
  const locale = useLocale();
  const { id, name, openedOn, settledOn, isDropped } = conflict;
  const record = { table: 'privateConflicts', id } as const;
  return (
    <li>
      <div className="conflict-words">
        <InlineText
          key={id}
          label={notebook.conflictName}
          value={name}
          place={`conflicts/${id}`}
          keep={async (typed) => typed.trim() !== '' && (await writeConflict({ ...conflict, name: typed })) !== null}
          maxLength={LONGEST_CONFLICT_NAME}
          isPrivate
        />
        <span className="quiet small">
          {settledOn === null
            ? notebook.conflictOpened(formatDate(openedOn, 'long', locale))
            : notebook.conflictSettledOn(formatDate(settledOn, 'long', locale))}
        </span>
        {isDropped ? (
          <Button kind="quiet" label={notebook.conflictOwn(name)} onPress={() => void own(record)}>
            {notebook.dropped}
          </Button>
        ) : null}
      </div>
      <Checkbox
        isSelected={settledOn !== null}
        onChange={(isSettled) => void writeConflict({ ...conflict, settledOn: isSettled ? today() : null })}
        label={notebook.conflictSettledOf(name)}
      >
        {notebook.conflictSettled}
      </Checkbox>
      <Button kind="icon" icon="trash" label={notebook.conflictRemove(name)} onPress={() => void removeSealed(record)} />
    </li>
  );
}
