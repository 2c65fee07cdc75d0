// The texts of the interface in the window's language; each language is loaded separately, when it is needed.
import { failureText } from '@domain/text/failure-texts.ts';
import type { Catalogue } from '@domain/text/fr.ts';
import type { Locale } from '@domain/text/locale.ts';
import type { Failure } from '@domain/failures.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import { NO_REPLY } from './bridge.ts';
import { useLocale, windowStore } from './window-state.ts';

const CATALOGUES: Readonly<Record<Locale, () => Promise<Catalogue>>> = {
  fr: async () => (await import('@domain/text/fr.ts')).fr,
  en: async () => (await import('@domain/text/en.ts')).en,
};

const here = new Map<Locale, Catalogue>();

/**
 * Loads the texts of a language; only then may the window switch to it.
 * @returns a failure if they cannot be loaded
 */
export async function bringTexts(locale: Locale): Promise<Result<null>> {
  if (here.has(locale)) return ok(null);
  const catalogue = await CATALOGUES[locale]().catch(() => null);
  if (catalogue === null) return refuse({ code: 'bug', id: NO_REPLY }); // main, which serves them, did not answer
  here.set(locale, catalogue);
  return ok(null);
}

/** @returns every text in a language that has been loaded. */
export function textsIn(locale: Locale): Catalogue {
  const catalogue = here.get(locale);
  if (catalogue === undefined) throw new Error(`The texts in ${locale} have not been brought in.`);
  return catalogue;
}

/** @returns every text in the language of the window, for components. */
export function useTexts(): Catalogue {
  return textsIn(useLocale());
}

/** @returns every text in the language of the window, outside components. */
export function texts(): Catalogue {
  return textsIn(windowStore.get().settings.locale);
}

/** @returns a failure in words: what happened, what is safe, what to do. */
export function failureSentence(failure: Failure): string {
  return failureText(texts().failures, failure);
}
