// What the palette finds: the last places, screens, main actions, and every record of the open accompaniment.
import type { Catalogue } from '@domain/text/fr.ts';
import { showGuide, showShortcuts } from '../state/help.ts';
import { changeLanguage, changeTheme, shownTheme } from '../state/appearance.ts';
import { createSession, openChosenFile, openExample, saveNow } from '../state/acts.ts';
import { openDialog } from '../state/dialog.ts';
import { afterPictures, PICTURES_TO_WAIT } from '../state/focus-places.ts';
import { shortcutWords } from '../state/keys.ts';
import { by } from '@domain/ordering.ts';
import { matcherOf, searchKey, wordsSought } from '@domain/writing/search-key.ts';
import { goTo } from '../state/navigation.ts';
import { navigationIn } from '../state/screens.ts';
import { togglePresentation } from '../state/presentation.ts';
import { leave, turn } from '../state/project.ts';
import { windowStore } from '../state/window-state.ts';
import { privateGroups } from './palette-private.ts';
import { foundItems, lastPlaces } from './palette-records.ts';

export type PaletteItem = {
  readonly id: string;
  readonly label: string;
  readonly aside: string;
  /** The words around the match, if the label does not show it. */
  readonly excerpt?: string;
  /** What it is looked for by besides its name; what was meant is then shown beside it. */
  readonly done?: readonly string[];
  readonly run: () => void;
};
export type PaletteGroup = {
  readonly id: string;
  readonly title: string;
  readonly items: readonly PaletteItem[];
  /** How near its nearest item is, as among hits of a search; 0 is the nearest. */
  readonly rank: number;
  readonly isPrivate?: boolean;
};

/**
 * @returns what matches the words typed, the nearest first: what begins with them, screens and commands before records; then records
 * whose title holds them; then other screens and commands, other records, and private notes last. Before anything is typed: the last
 * places, screens and commands.
 */
export function paletteGroups(sought: string, texts: Catalogue): readonly PaletteGroup[] {
  const { project } = windowStore.get();
  const words = wordsSought(sought);
  const isEmpty = words.length === 0;
  const matches = matcherOf(sought);
  const named = (id: string, title: string, items: readonly PaletteItem[]): PaletteGroup => {
    const found = items.flatMap((item): readonly PaletteItem[] => {
      if (matches(`${item.label} ${item.aside}`)) return [item];
      const done = item.done?.find(matches);
      return done === undefined ? [] : [{ ...item, aside: done }];
    });
    return { id, title, items: found, rank: found.some(({ label }) => searchKey(label).startsWith(words.join(' '))) ? 0 : BETWEEN };
  };
  const { places, screens, actions: commands } = texts.palette;
  const groups: readonly PaletteGroup[] = [
    { id: 'before', title: places, items: isEmpty ? lastPlaces(texts) : [], rank: 0 },
    named('go', screens, project === null ? [] : projectScreens(texts)),
    named('do', commands, actions(texts, project !== null)),
    ...(isEmpty ? [] : foundItems(sought, texts)),
    ...(isEmpty ? [] : privateGroups(sought, texts)),
  ];
  return groups.filter(({ items }) => items.length > 0).toSorted(by(({ rank }) => rank));
}

/** A screen or command that only holds the words stands between records named so and records that speak of it. */
const BETWEEN = 1.5;

function projectScreens({ navigation, palette }: Catalogue): readonly PaletteItem[] {
  return navigationIn(windowStore.get().isPresenting).map(({ name, place }) => ({
    id: `screen-${name}`,
    label: navigation[place.title],
    aside: place.digit === undefined ? '' : shortcutWords({ digit: place.digit }),
    done: palette.done[place.title],
    run: () => goTo({ screen: name }),
  }));
}

function actions(
  { shell, sessions, time, home, navigation, help, profile, presentation }: Catalogue,
  isInside: boolean,
): readonly PaletteItem[] {
  const { isPresenting } = windowStore.get();
  const theme = shownTheme(windowStore.get().settings);
  const isFrench = windowStore.get().settings.locale === 'fr';
  const inside: readonly (readonly [string, string, () => void, string?])[] = [
    ['new-session', sessions.create, () => void createSession()],
    ['enter-time', time.form, () => goTo({ screen: 'time' })],
    ['undo', shell.undo, () => void turn('project.undo'), shortcutWords({ act: 'undo' })],
    ['redo', shell.redo, () => void turn('project.redo'), shortcutWords({ act: 'redo' })],
    ['save', shell.saveNow, () => void saveNow(), shortcutWords({ act: 'save' })],
    ['close', navigation.closeFile, () => void leave()],
  ];
  const outside: readonly (readonly [string, string, () => void, string?])[] = [
    ['enter-time', home.enterTime, () => enterTimeFromHome()],
    ['create', home.create, () => goTo({ screen: 'new' })],
    ['open', home.openFile, () => void openChosenFile()],
    ['example', home.example, () => void openExample()],
  ];
  const always: readonly (readonly [string, string, () => void, string?])[] = [
    ['theme', theme === 'dark' ? shell.toLight : shell.toDark, () => void changeTheme(theme === 'dark' ? 'light' : 'dark')],
    ['locale', isFrench ? shell.toEnglish : shell.toFrench, () => void changeLanguage(isFrench ? 'en' : 'fr')],
    ...(isPresenting ? [] : [['profile', profile.open, afterPalette(() => openDialog({ kind: 'profile' }))] as const]),
    ['help', help.title, afterPalette(showGuide), shortcutWords({ act: 'help' })],
    ['shortcuts', help.shortcuts, afterPalette(showShortcuts), shortcutWords({ act: 'shortcuts' })],
  ];
  const present: PaletteItem = {
    id: 'present',
    label: isPresenting ? presentation.leaveMode : presentation.enter,
    aside: shortcutWords({ act: 'present' }),
    done: presentation.done,
    run: afterPalette(togglePresentation),
  };
  return [...[...(isInside ? inside : outside), ...always].map(([id, label, run, aside = '']) => ({ id, label, aside, run })), present];
}

/** The palette gives the focus back first: to where the help gives it back in turn. */
function afterPalette(act: () => void): () => void {
  return () => afterPictures(PICTURES_TO_WAIT, act)();
}

function enterTimeFromHome(): void {
  goTo({ screen: 'home' });
  openDialog({ kind: 'time', entryId: null });
}
