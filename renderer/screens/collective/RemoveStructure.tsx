// Asks before removing a structure, and says what goes with it and what stays.
import { rowsIn } from '@domain/document.ts';
import { referencesTo, type TableName } from '@domain/tables/tables.ts';
import { Dialog } from '../../kit/Dialog.tsx';
import { removeWithUndo } from '../../state/acts.ts';
import { goTo } from '../../state/navigation.ts';
import { useTexts } from '../../state/texts.ts';
import type { CollectiveView, StructureProps } from './collective-view.ts';
import { DialogButtons } from '../../kit/DialogButtons.tsx';

/** A structure that something still needs is not removed: the refusal says so. */
export function RemoveStructure({ view, organisation, onClose }: StructureProps & { readonly onClose: () => void }) {
  const { collective: texts, tables } = useTexts();
  const { moves, mandates, people } = tiesOf(view, organisation.id);
  const others = otherTies(view, organisation.id);
  const count = others.reduce((sum, { ids }) => sum + ids.size, 0);
  const remove = async (): Promise<void> => {
    onClose();
    if (await removeWithUndo({ table: 'organisations', id: organisation.id, said: texts.removed(organisation.name) }))
      goTo({ screen: 'collective' });
  };
  return (
    <Dialog title={texts.removeTitle(organisation.name)} isOpen onClose={onClose}>
      <div className="field-stack">
        {moves + mandates === 0 ? null : <p>{texts.removeTakes(moves, mandates)}</p>}
        {people === 0 ? null : <p>{texts.removeFrees(people)}</p>}
        {count === 0 ? null : <p>{texts.removeOthers(count, others.map(({ table }) => tables[table].many).join(', '))}</p>}
        <p className="quiet small">{texts.removeInstead}</p>
      </div>
      <DialogButtons onCancel={onClose} act={texts.removeConfirm} onAct={() => void remove()} kind="danger" />
    </Dialog>
  );
}

function tiesOf({ accompaniment, movesOf, peopleOf }: CollectiveView, id: string) {
  const mandates = Object.values(accompaniment.mandates).filter(({ organisationId }) => organisationId === id).length;
  return { moves: movesOf(id).length, people: peopleOf(id).length, mandates };
}

/** What is said of these has words of its own. */
const TOLD: ReadonlySet<TableName> = new Set(['circleMoves', 'mandates', 'people']);

/** @returns the records of all other tables that name the structure, as far as the window knows them */
function otherTies({ accompaniment }: CollectiveView, id: string) {
  const pointing = referencesTo('organisations').filter(({ table }) => !TOLD.has(table) && table in accompaniment);
  const found = pointing.map(({ table, field }) => {
    const rows = Object.values(rowsIn(accompaniment, table)).filter((record) => record[field] === id);
    return { table, ids: new Set(rows.map((record) => record.id)) };
  });
  return found.filter(({ ids }) => ids.size > 0);
}
