// The texts of the programs around the window: apart from the catalogue, with which the window starts.
import { cli as englishCli } from './en/cli.ts';
import { chooser as englishChooser, closing as englishClosing, openWindow as englishOpenWindow } from './en/shells.ts';
import { reading as englishReading } from './en/reading.ts';
import { cli } from './fr/cli.ts';
import { reading } from './fr/reading.ts';
import { chooser, closing, openWindow } from './fr/shells.ts';
import type { Locale } from './locale.ts';

const french = { cli, chooser, closing, openWindow, reading };
export type OuterTexts = typeof french;

const TEXTS: Readonly<Record<Locale, OuterTexts>> = {
  fr: french,
  en: { cli: englishCli, chooser: englishChooser, closing: englishClosing, openWindow: englishOpenWindow, reading: englishReading },
};

/** @returns what the command line, the window and the file chooser of the browser shell, the question at closing and the page beside an export say in the given language */
export function outerTextsOf(locale: Locale): OuterTexts {
  return TEXTS[locale];
}
