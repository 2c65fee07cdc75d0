// Above the notes: the words that are looked for, what the notes are about, and how many are left.
import { Select } from '../../kit/Select.tsx';
import { TextField } from '../../kit/TextField.tsx';
import { LINK_FIELDS, LINK_KINDS, linkedOf, type LinkKind, type LinkSources, type NotesSought } from '../../state/note-links.ts';
import { useNotebook } from '../../state/notebook.ts';
import { useTexts } from '../../state/texts.ts';

/** The id of the choice that filters nothing; no record has such an id. */
const ALL = '*';

type NotesFilterProps = {
  readonly sought: NotesSought;
  readonly onSeek: (sought: NotesSought) => void;
  readonly sources: LinkSources;
  /** How many notes are shown. */
  readonly count: number;
};

/** A kind that no note is about has no filter. */
export function NotesFilter({ sought, onSeek, sources, count }: NotesFilterProps) {
  const { notebook } = useTexts();
  return (
    <div className="notes-filter">
      <TextField
        label={notebook.filter}
        value={sought.words}
        onChange={(words) => onSeek({ ...sought, words })}
        placeholder={notebook.filter}
        isLabelHidden
        isPrivate
      />
      {LINK_KINDS.map((kind) => (
        <LinkFilter key={kind} kind={kind} sought={sought} onSeek={onSeek} sources={sources} />
      ))}
      <span role="status" className="quiet small number">
        {notebook.count(count)}
      </span>
    </div>
  );
}

function LinkFilter({ kind, sought, onSeek, sources }: Omit<NotesFilterProps, 'count'> & { readonly kind: LinkKind }) {
  const { notebook } = useTexts();
  const notes = useNotebook((state) => state.notes);
  const field = LINK_FIELDS[kind];
  const wanted = sought[field];
  const linked = linkedOf(kind, notes, sources);
  const words = notebook.links[kind];
  if (linked.length === 0 && wanted === null) return null;
  const isStale = wanted !== null && linked.every(({ id }) => id !== wanted);
  return (
    <Select
      label={words.one}
      options={[{ id: ALL, label: words.all }, ...linked, ...(isStale ? [{ id: wanted, label: words.gone }] : [])]}
      value={wanted ?? ALL}
      onChange={(id) => onSeek({ ...sought, [field]: id === ALL ? null : id })}
      isLabelHidden
    />
  );
}
