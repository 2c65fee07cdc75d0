// Adds a person to the session on the spot: one who is known already, or a new one with their organisation.
import { useState } from 'react';
import type { Accompaniment } from '@domain/document.ts';
import { longestOf } from '../../forms/field-path.ts';
import { ComboBox } from '../../kit/ComboBox.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import type { Option } from '../../kit/Select.tsx';
import { sameNameKey } from '@domain/writing/search-key.ts';
import { compareNames } from '@domain/writing/sort.ts';
import { say } from '../../state/messages.ts';
import { run } from '../../state/project.ts';
import { useSubmit } from '../../state/submit.ts';
import { useTexts } from '../../state/texts.ts';
import type { SessionProps } from './SessionScreen.tsx';
import { DialogButtons } from '../../kit/DialogButtons.tsx';

type Tables = 'attendances' | 'people' | 'organisations';
type AddPersonProps = SessionProps<Tables> & { readonly isOpen: boolean; readonly onClose: () => void };

/** Two fields; the list proposes known people who are not at the session yet. */
export function AddPerson({ accompaniment, session, isOpen, onClose }: AddPersonProps) {
  const { session: texts } = useTexts();
  return (
    <Dialog title={texts.addPersonTitle} isOpen={isOpen} onClose={onClose}>
      <PersonForm accompaniment={accompaniment} session={session} onClose={onClose} />
    </Dialog>
  );
}

function PersonForm({ accompaniment, session, onClose }: Omit<AddPersonProps, 'isOpen'>) {
  const { session: texts, shell } = useTexts();
  const [name, setName] = useState('');
  const [organisation, setOrganisation] = useState('');
  const [isTried, setTried] = useState(false);
  const people = peopleNotAt(accompaniment, session.id);
  const known = people.find((person) => isSameName(labelOf(accompaniment, person.id), name));
  const home = known?.organisationId ?? null;
  const submit = useSubmit(async () => {
    setTried(true);
    if (name.trim() === '') return;
    const organisations = Object.values(accompaniment.organisations);
    const organisationId = organisations.find((one) => isSameName(one.name, organisation))?.id ?? null;
    const changes = await run({
      name: 'session.participant',
      args: {
        sessionId: session.id,
        personId: known?.id ?? null,
        personName: name.trim(),
        organisationId,
        organisationName: organisation.trim(),
      },
    });
    if (changes === null) return;
    say('good', texts.personAdded(name.trim()));
    onClose();
  });
  return (
    <form className="field-stack" onSubmit={submit} noValidate>
      <ComboBox
        label={texts.personName}
        options={people.map((person) => ({ id: person.id, label: labelOf(accompaniment, person.id) }))}
        text={name}
        longest={longestOf('people.name')}
        onText={setName}
        onChoose={(id) => setName(labelOf(accompaniment, id))}
        openLabel={shell.showSuggestions}
        hint={texts.personNameHint}
        error={isTried && name.trim() === '' ? texts.personNameMissing : null}
        autoFocus
      />
      {known === undefined ? (
        <ComboBox
          label={texts.organisationName}
          options={structuresIn(accompaniment)}
          text={organisation}
          longest={longestOf('organisations.name')}
          onText={setOrganisation}
          onChoose={(id) => setOrganisation(accompaniment.organisations[id]?.name ?? '')}
          openLabel={shell.showSuggestions}
          hint={texts.organisationNameHint}
        />
      ) : (
        <p className="quiet small">{home === null ? texts.withoutOrganisation : (accompaniment.organisations[home]?.name ?? '')}</p>
      )}
      <DialogButtons onCancel={onClose} act={shell.add} />
    </form>
  );
}

function peopleNotAt(accompaniment: Pick<Accompaniment, Tables>, sessionId: string) {
  const there = new Set(
    Object.values(accompaniment.attendances)
      .filter((one) => one.sessionId === sessionId)
      .map((one) => one.personId),
  );
  const others = Object.values(accompaniment.people).filter((person) => !there.has(person.id) && person.role !== 'accompanist');
  return others.toSorted(compareNames);
}

function structuresIn({ organisations }: Pick<Accompaniment, Tables>): readonly Option[] {
  return Object.values(organisations)
    .toSorted(compareNames)
    .map(({ id, name }) => ({ id, label: name }));
}

function labelOf(accompaniment: Pick<Accompaniment, Tables>, personId: string): string {
  return accompaniment.people[personId]?.name ?? '';
}

function isSameName(a: string, b: string): boolean {
  return sameNameKey(a) === sameNameKey(b);
}
