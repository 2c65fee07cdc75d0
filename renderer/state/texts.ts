// The texts of the interface in the language of the window.
import { catalogueOf } from '@domain/text/catalogue.ts';
import { failureText } from '@domain/text/failure-texts.ts';
import type { Catalogue } from '@domain/text/fr.ts';
import type { Failure } from '@domain/failures.ts';
import { useLocale, windowStore } from './window-state.ts';

/** @returns every text in the language of the window, for components. */
export function useTexts(): Catalogue {
  return catalogueOf(useLocale());
}

/** @returns every text in the language of the window, outside components. */
export function texts(): Catalogue {
  return catalogueOf(windowStore.get().settings.locale);
}

/** @returns what happened, what is safe, what to do. */
export function failureSentence(failure: Failure): string {
  return failureText(texts().failures, failure);
}
