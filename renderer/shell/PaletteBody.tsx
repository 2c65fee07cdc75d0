// The command palette itself: what was typed, what is found, and the keys. Loaded when the window is idle, as it brings the search.
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import type { Catalogue } from '@domain/text/fr.ts';
import { Icon } from '../kit/Icon.tsx';
import { pasteInto } from '../kit/paste.ts';
import { closeDialog } from '../state/dialog.ts';
import { keyOf } from '../state/keys.ts';
import { dropAfterSearch, readForSearch, useNotebook } from '../state/notebook.ts';
import { useTexts } from '../state/texts.ts';
import { useWindow } from '../state/window-state.ts';
import { type PaletteGroup, paletteGroups, type PaletteItem } from './palette-items.ts';
import { privateSearch } from './palette-private.ts';

/** More than anybody looks for: a longer text was pasted by mistake, and looking for each of its words would take minutes. */
const LONGEST_SOUGHT = 300;
const HELD_SHORT = { maxLength: LONGEST_SOUGHT, onPaste: pasteInto({ isMultiline: false, longest: LONGEST_SOUGHT }) };

/** The line keeps the focus; arrows and Enter choose from the list below it. */
export function PaletteBody() {
  const texts = useTexts();
  const { palette } = texts;
  const [sought, setSought] = useState('');
  const [position, setPosition] = useState(0);
  const listId = useId();
  useWindow((state) => state.project); // redraws when the project changes: what was just typed may still be on its way into it
  usePrivateNotes();
  const groups = paletteGroups(sought, texts);
  const items = groups.flatMap((group) => group.items);
  const active = items[Math.min(position, items.length - 1)];
  const choose = (item: PaletteItem | undefined): void => {
    if (item === undefined) return;
    closeDialog('palette');
    item.run();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const key = keyOf(event);
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    if (step !== undefined && items.length > 0) {
      event.preventDefault();
      setPosition((Math.min(position, items.length - 1) + step + items.length) % items.length);
    }
    if (key === 'Enter') {
      event.preventDefault();
      choose(active);
    }
  };
  return (
    <>
      <div className="palette-line">
        <Icon name="search" />
        <input
          className="palette-input"
          autoComplete="off"
          role="combobox"
          aria-label={palette.title}
          aria-expanded="true"
          aria-controls={listId}
          aria-activedescendant={active ? `${listId}-${active.id}` : undefined}
          placeholder={palette.placeholder}
          value={sought}
          spellCheck={false}
          autoFocus
          {...HELD_SHORT}
          onChange={(event) => {
            setSought(event.target.value);
            setPosition(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <PaletteList id={listId} groups={groups} active={active} onChoose={choose} />
      <p className="visually-hidden" role="status">
        {items.length === 0 ? emptyWords(palette) : palette.results(items.length)}
      </p>
      <p className="palette-hint">{palette.hint}</p>
    </>
  );
}

/** Keeps the notes of an open notebook in memory while the palette is open, and redraws when they arrive or go. */
function usePrivateNotes(): void {
  useNotebook((notebook) => notebook); // once the notebook is locked, its notes disappear from the results at once
  useEffect(() => {
    void readForSearch().then(dropAfterSearch); // the notes may arrive after the palette was closed
    return () => dropAfterSearch();
  }, []);
}

/** @returns what to say when nothing was found, including whether the notebook was searched */
function emptyWords({ empty, notebook }: Catalogue['palette']): string {
  const reach = privateSearch();
  return reach === 'none' ? empty : `${empty} ${notebook[reach]}`;
}

type ListProps = {
  readonly id: string;
  readonly groups: readonly PaletteGroup[];
  readonly active: PaletteItem | undefined;
  readonly onChoose: (item: PaletteItem) => void;
};

function PaletteList({ id, groups, active, onChoose }: ListProps) {
  const { palette } = useTexts();
  if (groups.length === 0) return <p className="palette-empty">{emptyWords(palette)}</p>;
  return (
    <div className="palette-list" role="listbox" id={id} aria-label={palette.title}>
      {groups.map((group) => (
        <div key={group.id} role="group" aria-labelledby={`${id}-${group.id}`} className={group.isPrivate ? 'palette-private' : undefined}>
          <div className="palette-group" id={`${id}-${group.id}`}>
            {group.isPrivate ? <Icon name="lock" size={14} /> : null}
            {group.title}
          </div>
          {group.items.map((item) => (
            <PaletteOption key={item.id} id={`${id}-${item.id}`} item={item} isActive={item === active} onChoose={onChoose} />
          ))}
        </div>
      ))}
    </div>
  );
}

type OptionProps = {
  readonly id: string;
  readonly item: PaletteItem;
  readonly isActive: boolean;
  readonly onChoose: (item: PaletteItem) => void;
};

/** The input line keeps the focus: the mouse chooses an option here, the keyboard chooses from that line. */
function PaletteOption({ id, item, isActive, onChoose }: OptionProps) {
  return (
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the combobox above holds the focus and its keys
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      className={`option palette-option${isActive ? ' palette-active' : ''}`}
      onClick={() => onChoose(item)}
      ref={(element) => {
        if (isActive) element?.scrollIntoView({ block: 'nearest' });
      }}
    >
      <span className="palette-label">
        {item.label}
        {item.excerpt ? <span className="palette-excerpt">{item.excerpt}</span> : null}
      </span>
      {item.aside === '' ? null : <span className="option-aside">{item.aside}</span>}
    </div>
  );
}
