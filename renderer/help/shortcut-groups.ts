// What the sheet of shortcuts says: every act and screen that has keys, as the window itself reads them, and the keys of fields.
import type { Catalogue } from '@domain/text/fr.ts';
import { type Act, ACTS, shortcutWords } from '../state/keys.ts';
import { navigationIn } from '../state/screens.ts';

export type ShortcutLine = { readonly id: string; readonly keys: string; readonly words: string };
export type ShortcutGroup = { readonly title: string; readonly lines: readonly ShortcutLine[] };

/** Keys that fields and maps read for themselves; a journey proves each of them. */
export const FIELD_KEYS = ['keep', 'next', 'step', 'map', 'move'] as const;

/** @returns the sheet, group by group */
export function shortcutGroups(texts: Catalogue, isPresenting: boolean): readonly ShortcutGroup[] {
  const { help, navigation } = texts;
  const acts = ACTS.map((act) => ({ id: act, keys: shortcutWords({ act }), words: wordsOf(act, texts) }));
  const screens = navigationIn(isPresenting).flatMap(({ name, place: { digit, title } }) =>
    digit === undefined ? [] : [{ id: name, keys: shortcutWords({ digit }), words: navigation[title] }],
  );
  const fields = FIELD_KEYS.map((id) => ({ id, ...help.fields[id] }));
  return [
    { title: help.everywhere, lines: acts },
    { title: help.toScreens, lines: screens },
    { title: help.whileTyping, lines: fields },
  ];
}

function wordsOf(act: Act, { help, palette, presentation, shell }: Catalogue): string {
  const words: Readonly<Record<Act, string>> = {
    help: help.openAtScreen,
    shortcuts: help.thisSheet,
    palette: palette.title,
    save: shell.saveNow,
    undo: shell.undo,
    redo: shell.redo,
    present: presentation.title,
  };
  return words[act];
}
