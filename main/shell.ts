// What an application needs from its host: Electron, the browser shell, the command line, or a test.
import type { EventName, Events } from '@contract/events.ts';
import type { Instant } from '@domain/units.ts';
import type { RunningProcess } from './locks/running-process.ts';

/** `extension`: without its dot; ANY_EXTENSION for files of any kind. `others`: what may be chosen as well. */
export type FileFilter = { readonly name: string; readonly extension: string; readonly others?: readonly string[] };
export const ANY_EXTENSION = '*';

/** @returns the endings of the files that a dialog shows, without their dots */
export function extensionsOf({ extension, others = [] }: FileFilter): string[] {
  return [extension, ...others];
}

/** Dialogs return `null` when the user cancels. Paths stay on this side: the window never sees one that it could send back. */
export type Dialogs = {
  readonly chooseFile: (options: {
    readonly title: string;
    readonly folder: string;
    readonly filter: FileFilter;
  }) => Promise<string | null>;
  readonly chooseFolder: (options: { readonly title: string; readonly folder: string }) => Promise<string | null>;
  readonly saveFile: (options: {
    readonly title: string;
    readonly folder: string;
    readonly name: string;
    readonly filter: FileFilter;
  }) => Promise<string | null>;
};

/** The system's secret store, where there is one. */
export type Secrets = { readonly seal: (secret: Uint8Array) => Uint8Array; readonly open: (sealed: Uint8Array) => Uint8Array };

/** The system's clipboard. `read` gives an empty text where it holds none. */
export type Clipboard = { readonly read: () => Promise<string>; readonly write: (text: string) => Promise<void> };

export type Shell = {
  readonly version: string;
  readonly folders: {
    /** The application's own data: settings, journals, the example being explored. */
    readonly data: string;
    /** Where the user keeps documents. */
    readonly documents: string;
    /** `resources/` as shipped with the application. */
    readonly resources: string;
    /** The built scripts of the main process, among them the rendering worker. */
    readonly scripts: string;
  };
  readonly dialogs: Dialogs;
  /** Opens a document with the system's application for it. @returns whether the system took it */
  readonly openWithSystem: (path: string) => Promise<boolean>;
  /** Sends an event to the window. Does nothing while there is none. */
  readonly send: <E extends EventName>(event: E, data: Events[E]) => void;
  /** Ends the application once everything is written. */
  readonly quit: () => void;
  /** `null` where the system offers none. */
  readonly secrets: Secrets | null;
  /** `null` where the shell cannot reach it: a page may not read the clipboard unasked. */
  readonly clipboard: Clipboard | null;
  /** Hides the window from screen captures and shared screens while `isShielded`, where the system can. */
  readonly shieldWindow: (isShielded: boolean) => void;
  readonly clock: {
    /** The system's clock; the nearest possible moment where its own is impossible. */
    readonly now: () => Instant;
    /** Whether the system's clock gives a possible moment. */
    readonly isBelievable: () => boolean;
    /** Minutes to add to UTC for the local time at that moment. */
    readonly offsetMinutes: (at: Instant) => number;
  };
  readonly newId: () => string;
  /** This process, as locks name it. */
  readonly running: RunningProcess;
  readonly systemLocale: string;
  readonly userName: string;
  /** Logs bugs and expected failures, without personal data. */
  readonly log: (line: string) => void;
};
