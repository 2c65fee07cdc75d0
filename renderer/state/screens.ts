// The registry of screens as lists and types: every screen, those of the open file, and those with a place in the navigation.
import { DEFINITIONS } from '../screens/definitions.ts';
import type { NavigationPlace, ScreenDefinition } from '../screens/screen-definition.ts';

type Definitions = typeof DEFINITIONS;
type Matching<Part> = { [Name in keyof Definitions]: Definitions[Name] extends Part ? Name : never }[keyof Definitions];

export type ScreenName = keyof Definitions;
/** Screens that show an open accompaniment. */
export type ProjectScreen = Matching<{ readonly needsFile: true }>;
/** Screens that are loaded with the window; all others are loaded later. */
export type StartingScreen = Matching<{ readonly load: 'with the window' }>;
/** Screens in the navigation: they can be opened without a record. */
export type NavigationScreen = Matching<{ readonly navigation: NavigationPlace }>;
/** The parameter of a screen. */
export type ParameterOf<Name extends ScreenName> = Definitions[Name] extends { readonly parameter: infer Parameter } ? Parameter : never;

export type ScreenEntry = ScreenDefinition<ScreenName> & { readonly name: ScreenName };
export type NavigationEntry = { readonly name: NavigationScreen; readonly place: NavigationPlace };

/** Every screen, in the order of the registry. */
export const SCREENS: readonly ScreenEntry[] = Object.keys(DEFINITIONS)
  .filter(isScreenName)
  .map((name) => ({ ...definitionOf(name), name }));

/** The screens of the navigation, in the order of the work. */
export const NAVIGATION: readonly NavigationEntry[] = SCREENS.flatMap((entry) =>
  entry.needsFile && entry.navigation !== undefined ? [{ name: entry.name as NavigationScreen, place: entry.navigation }] : [],
); // `NavigationScreen` is defined as the screens that have a place

/** @returns the screens of the navigation: in presentation mode, those that show nothing private */
export function navigationIn(isPresenting: boolean): readonly NavigationEntry[] {
  return isPresenting ? NAVIGATION.filter(({ name }) => !isPrivateScreen(name)) : NAVIGATION;
}

/** @returns whether a screen, or the one that it belongs under, is private */
export function isPrivateScreen(name: ScreenName): boolean {
  return navigationEntryOf(name)?.place.isPrivate === true;
}

/** @returns whether a text is the name of a screen. */
export function isScreenName(text: string): text is ScreenName {
  return Object.hasOwn(DEFINITIONS, text);
}

/** @returns the definition of a screen, with its literal types widened. */
export function definitionOf(name: ScreenName): ScreenDefinition<ScreenName> {
  return DEFINITIONS[name];
}

/** @returns the entry of the navigation that is marked while a screen is shown; `null` outside of a file. */
export function navigationEntryOf(name: ScreenName): NavigationEntry | null {
  const definition = definitionOf(name);
  const under = definition.needsFile ? (definition.under ?? name) : null;
  return NAVIGATION.find((entry) => entry.name === under) ?? null;
}
