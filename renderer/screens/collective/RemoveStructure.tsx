// Asks before removing a structure, and says what goes with it and what stays.
import { Dialog } from '../../kit/Dialog.tsx';
import { removeWithUndo } from '../../state/acts.ts';
import { goTo } from '../../state/navigation.ts';
import { useTexts } from '../../state/texts.ts';
import type { CollectiveView, StructureProps } from './collective-view.ts';
import { DialogButtons } from '../../kit/DialogButtons.tsx';

/** A structure that something still needs is not removed: the refusal says so. */
export function RemoveStructure({ view, organisation, onClose }: StructureProps & { readonly onClose: () => void }) {
  const { collective: texts } = useTexts();
  const { moves, mandates, people, others } = tiesOf(view, organisation.id);
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
        {others === 0 ? null : <p>{texts.removeOthers(others)}</p>}
        <p className="quiet small">{texts.removeInstead}</p>
      </div>
      <DialogButtons onCancel={onClose} act={texts.removeConfirm} onAct={() => void remove()} kind="danger" />
    </Dialog>
  );
}

function tiesOf({ accompaniment, movesOf, peopleOf }: CollectiveView, id: string) {
  const own = (rows: Readonly<Record<string, { readonly organisationId: string | null }>>): number =>
    Object.values(rows).filter(({ organisationId }) => organisationId === id).length;
  return {
    moves: movesOf(id).length,
    people: peopleOf(id).length,
    mandates: own(accompaniment.mandates),
    others: own(accompaniment.actions) + own(accompaniment.positions),
  };
}
