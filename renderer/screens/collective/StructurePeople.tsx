// The people of a structure, with their role in the cooperation.
import { useState } from 'react';
import { Button } from '../../kit/Button.tsx';
import { LongList } from '../../kit/LongList.tsx';
import { useTexts } from '../../state/texts.ts';
import type { Person, StructureProps } from './collective-view.ts';
import { PersonDialog } from './PersonDialog.tsx';

/** A name opens the person's record. */
export function StructurePeople({ view, organisation }: StructureProps) {
  const { collective: texts } = useTexts();
  return (
    <section className="panel-part">
      <h3>{texts.people}</h3>
      <PeopleList view={view} people={view.peopleOf(organisation.id)} organisationId={organisation.id} empty={texts.peopleEmpty} />
    </section>
  );
}

type PeopleListProps = Pick<StructureProps, 'view'> & {
  readonly people: readonly Person[];
  readonly organisationId: string | null;
  readonly empty: string;
};

/** The given people of a structure (or of none), and a button to add one. */
export function PeopleList({ view, people, organisationId, empty }: PeopleListProps) {
  const { collective: texts } = useTexts();
  const [opened, setOpened] = useState<string | null>(null);
  const [isAdding, setAdding] = useState(false);
  const person = opened === null ? undefined : view.accompaniment.people[opened];
  return (
    <>
      {people.length === 0 ? <p className="quiet small">{empty}</p> : null}
      <LongList items={people} keyOf={({ id }) => id} height={37} className="panel-lines">
        {(one) => <PersonLine person={one} onOpen={() => setOpened(one.id)} />}
      </LongList>
      <Button kind="quiet" onPress={() => setAdding(true)}>
        {texts.addPerson}
      </Button>
      {person === undefined ? null : (
        <PersonDialog person={person} organisationId={person.organisationId} onClose={() => setOpened(null)} />
      )}
      {isAdding ? <PersonDialog person={null} organisationId={organisationId} onClose={() => setAdding(false)} /> : null}
    </>
  );
}

function PersonLine({ person, onOpen }: { readonly person: Person; readonly onOpen: () => void }) {
  const { collective: texts, tables } = useTexts();
  const role = person.role === 'unknown' && person.function !== '' ? person.function : tables.people.choices.role[person.role];
  return (
    <button type="button" className="panel-line" aria-label={`${texts.personEdit(person.name)}, ${role}`} onClick={onOpen}>
      <span>{person.name}</span>
      <span className="small quiet panel-line-end" title={person.function}>
        {role}
      </span>
    </button>
  );
}
