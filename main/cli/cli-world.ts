// What the command line is given, and what its commands give back.
import type { Locale } from '@domain/text/locale.ts';
import type { CalendarDate } from '@domain/units.ts';
import type { Renderer } from '../documents/renderer.ts';
import type { FileSystem } from '../files/file-system.ts';
import type { EntryReader } from '../library/read-entry.ts';

export type CliWorld = {
  readonly files: FileSystem;
  readonly renderer: Renderer;
  readonly entryReader: EntryReader;
  readonly today: CalendarDate;
  readonly locale: Locale;
  readonly newId: () => string;
  readonly print: (text: string) => void;
  readonly printError: (text: string) => void;
  /** Asks for a passphrase at the terminal, or reads the first line of the input; `null` when there is none to be had. */
  readonly askPassphrase: (fromInput: boolean) => Promise<string | null>;
};
/** In words, and as data for `--json`. */
export type Told = { readonly lines: readonly string[]; readonly data: Readonly<Record<string, unknown>> };
