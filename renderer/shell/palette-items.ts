// What the palette finds: screens, main actions, and the records that have a name.
import type { DocumentView } from '@contract/channels.ts';
import { formatDate } from '@domain/format/dates.ts';
import { compareSessions } from '@domain/report/session-report.ts';
import type { Catalogue } from '@domain/text/fr.ts';
import type { Locale } from '@domain/text/locale.ts';
import { changeSettings, shownTheme } from '../state/appearance.ts';
import { createSession, openChosenFile, openExample, saveNow } from '../state/acts.ts';
import { matcherOf } from '@domain/search/fold.ts';
import { goTo } from '../state/navigation.ts';
import type { Route } from '../state/route.ts';
import { NAVIGATION } from '../state/screens.ts';
import { leave, turn } from '../state/project.ts';
import { windowStore } from '../state/window-state.ts';
import { WITHOUT_STRUCTURE } from '../state/without-structure.ts';

export type PaletteItem = {
  readonly id: string;
  readonly group: 'screens' | 'actions' | 'records';
  readonly label: string;
  readonly aside: string;
  readonly run: () => void;
};

const MOST_SHOWN = 40;

/** @returns what matches the words typed, screens and actions first. */
export function paletteItems(sought: string, texts: Catalogue): readonly PaletteItem[] {
  const { project, settings } = windowStore.get();
  const all = [
    ...(project === null ? [] : projectScreens(texts)),
    ...actions(texts, project !== null),
    ...(project === null || sought.trim() === '' ? [] : records(project.document, texts, settings.locale)),
  ];
  const matches = matcherOf(sought);
  return all.filter((item) => sought.trim() === '' || matches(`${item.label} ${item.aside}`)).slice(0, MOST_SHOWN);
}

function projectScreens({ navigation }: Catalogue): readonly PaletteItem[] {
  return NAVIGATION.map(({ name, place }) => ({
    id: `screen-${name}`,
    group: 'screens',
    label: navigation[name],
    aside: `Alt ${place.digit}`,
    run: () => goTo({ screen: name }),
  }));
}

function actions({ shell, sessions, time, home, navigation }: Catalogue, isInside: boolean): readonly PaletteItem[] {
  const theme = shownTheme(windowStore.get().settings);
  const isFrench = windowStore.get().settings.locale === 'fr';
  const inside: readonly (readonly [string, string, () => void, string?])[] = [
    ['new-session', sessions.create, () => void createSession()],
    ['enter-time', time.form, () => goTo({ screen: 'time' })],
    ['undo', shell.undo, () => void turn('project.undo'), 'Ctrl Z'],
    ['redo', shell.redo, () => void turn('project.redo'), 'Ctrl Y'],
    ['save', shell.saveNow, () => void saveNow(), 'Ctrl S'],
    ['close', navigation.closeFile, () => void leave()],
  ];
  const outside: readonly (readonly [string, string, () => void, string?])[] = [
    ['enter-time', home.enterTime, () => enterTimeFromHome()],
    ['create', home.create, () => goTo({ screen: 'new' })],
    ['open', home.openFile, () => void openChosenFile()],
    ['example', home.example, () => void openExample()],
  ];
  const always: readonly (readonly [string, string, () => void, string?])[] = [
    ['theme', theme === 'dark' ? shell.toLight : shell.toDark, () => void changeSettings({ theme: theme === 'dark' ? 'light' : 'dark' })],
    ['locale', isFrench ? shell.toEnglish : shell.toFrench, () => void changeSettings({ locale: isFrench ? 'en' : 'fr' })],
  ];
  return [...(isInside ? inside : outside), ...always].map(([id, label, run, aside = '']) => ({ id, group: 'actions', label, aside, run }));
}

function enterTimeFromHome(): void {
  goTo({ screen: 'home' });
  windowStore.set({ timeFor: { entryId: null } });
}

function records({ accompaniment }: DocumentView, { palette, shell }: Catalogue, locale: Locale): readonly PaletteItem[] {
  const sessions = Object.values(accompaniment.sessions).toSorted((a, b) => compareSessions(b, a));
  const sessionOf = (sessionId: string): Route => ({ screen: 'session', sessionId });
  const structureOf = (organisationId: string | null): Route => ({ screen: 'collective', organisationId: organisationId ?? WITHOUT_STRUCTURE });
  return [
    ...sessions.map(({ id, title, date }) =>
      item({ id: `session-${id}`, label: title || shell.untitled, aside: palette.sessionOf(formatDate(date, 'long', locale)) }, sessionOf(id)),
    ),
    ...Object.values(accompaniment.organisations).map(({ id, name }) => item({ id: `organisation-${id}`, label: name, aside: palette.organisation }, structureOf(id))),
    ...Object.values(accompaniment.people).map(({ id, name, organisationId }) => item({ id: `person-${id}`, label: name, aside: palette.person }, structureOf(organisationId))),
    ...Object.values(accompaniment.decisions).map(({ id, title, sessionId }) => item({ id: `decision-${id}`, label: title, aside: palette.decision }, sessionOf(sessionId))),
    ...Object.values(accompaniment.actions).flatMap(({ id, title, sessionId }) =>
      sessionId === null ? [] : [item({ id: `action-${id}`, label: title, aside: palette.action }, sessionOf(sessionId))],
    ),
  ];
}

function item(what: Pick<PaletteItem, 'id' | 'label' | 'aside'>, route: Route): PaletteItem {
  return { ...what, group: 'records', run: () => goTo(route) };
}
