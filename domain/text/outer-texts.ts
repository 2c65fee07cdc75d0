// The texts of the programs around the window: apart from the catalogue, with which the window starts.
import { cli as englishCli } from './en/cli.ts';
import { chooser as englishChooser, closing as englishClosing } from './en/shells.ts';
import { cli } from './fr/cli.ts';
import { chooser, closing } from './fr/shells.ts';
import type { Locale } from './locale.ts';

const french = { cli, chooser, closing };
export type OuterTexts = typeof french;

const TEXTS: Readonly<Record<Locale, OuterTexts>> = { fr: french, en: { cli: englishCli, chooser: englishChooser, closing: englishClosing } };

/** @returns what the command line, the file chooser of the browser shell and the question at closing say in the given language */
export function outerTextsOf(locale: Locale): OuterTexts {
  return TEXTS[locale];
}
