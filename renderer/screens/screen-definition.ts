// What a screen declares: its route, address, place in the navigation and name in the palette derive from it.
import type { ComponentType } from 'react';
import type { TableOfClass } from '@domain/tables/tables.ts';
import type { Catalogue } from '@domain/text/fr.ts';
import type { IconName } from '../kit/Icon.tsx';

/** `Name`: the names of the screens in the registry. */
export type ScreenDefinition<Name extends string = string> = LibraryScreenDefinition | FileScreenDefinition<Name>;

/** A screen that needs no open file. */
export type LibraryScreenDefinition = Loaded & {
  readonly needsFile: false;
  /** Its content is temporary: Back never leads to it. */
  readonly isPassing?: true;
};

/** A screen of the open file: it has a place in the navigation, or belongs `under` one that has. */
export type FileScreenDefinition<Name extends string = string> = Loaded & {
  readonly needsFile: true;
  readonly parameter?: ScreenParameter;
} & ({ readonly navigation: NavigationPlace; readonly under?: never } | { readonly navigation?: never; readonly under: Name });

type Loaded = {
  /** The part of the guide that speaks of it, by its anchor in docs/guide.fr.md and docs/guide.en.md. */
  readonly help: string;
  /**
   * Loads its part. The import is dynamic, so that screens can import the registry without a cycle between modules while they load; the
   * lint rule `import/no-cycle` follows static imports only. The result type is annotated in the registry, since otherwise the types of
   * routes would depend on those of the screens and the other way round.
   */
  readonly load: (() => Promise<ComponentType>) | 'with the window';
};

/** The record that a route of the screen can name. */
export type ScreenParameter = {
  /** Its name in the route. */
  readonly key: string;
  /** The table of the record, whose title names the place. */
  readonly of: TableOfClass<'accompaniment'>;
  readonly isRequired: boolean;
  /** Whether the screen is mounted again for another record, so that it keeps no state. */
  readonly isShownAnew: boolean;
  /** Ids allowed besides those of records, with their labels. */
  readonly besides?: Readonly<Record<string, (texts: Catalogue) => string>>;
};

/** Place in the navigation, which has the order of the registry. */
export type NavigationPlace = {
  /** Of the names of the screens; each says what else is called for there. */
  readonly title: keyof Catalogue['palette']['done'];
  readonly icon: IconName;
  /** Alt and this digit go there. */
  readonly digit?: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;
  /** Starts a new group. */
  readonly beginsGroup?: true;
  readonly isPrivate?: true;
};

/** Keeps the literal types of the registry while checking the form of each definition. */
export function screens<const Definitions extends { readonly [Name in keyof Definitions]: ScreenDefinition<keyof Definitions & string> }>(
  definitions: Definitions,
): Definitions {
  return definitions;
}
