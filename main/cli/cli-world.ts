// The environment of the command line, and the results of its commands.
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
  /** Asks for a passphrase at the terminal, or reads the first line of the input; `null` if there is none. */
  readonly askPassphrase: (fromInput: boolean) => Promise<string | null>;
};
/** As text, and as data for `--json`; warnings do not make a command fail. */
export type Told = {
  readonly lines: readonly string[];
  readonly warnings?: readonly string[];
  readonly data: Readonly<Record<string, unknown>>;
};
