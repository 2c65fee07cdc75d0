// Where the screen of the notebook takes the names of what its notes are about.
import { useMemo } from 'react';
import { useAccompaniment } from './edit.ts';
import type { LinkSources } from './note-links.ts';
import { useNotebook } from './notebook.ts';
import { useTexts } from './texts.ts';
import { useLocale } from './window-state.ts';

export function useLinkSources(): LinkSources {
  const accompaniment = useAccompaniment();
  const conflicts = useNotebook((notebook) => notebook.conflicts);
  const texts = useTexts();
  const locale = useLocale();
  return useMemo(() => ({ accompaniment, conflicts, texts, locale }), [accompaniment, conflicts, texts, locale]);
}
