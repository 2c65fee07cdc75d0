// Gets the pages of the chosen document from main and opens them; an answer to an older choice is dropped.
import { useEffect, useState } from 'react';
import type { PagedRequest } from '@contract/documents.ts';
import type { Accompaniment } from '@domain/document.ts';
import type { Failure } from '@domain/failures.ts';
import type { Level } from '@domain/levels/level.ts';
import type { Locale } from '@domain/text/locale.ts';
import { openPdf, type PdfPages } from '../../kit/pdf-pages.ts';
import { call } from '../../state/bridge.ts';
import { windowStore } from '../../state/window-state.ts';

export type Preview =
  | { readonly state: 'drawing' }
  | { readonly state: 'pages'; readonly pages: PdfPages; readonly missing: readonly string[] }
  | { readonly state: 'failed'; readonly failure: Failure };

const DRAWING: Preview = { state: 'drawing' };

/** What to preview; another order, or a change of the accompaniment, gets the pages again. */
export type PreviewOrder = {
  readonly request: PagedRequest;
  readonly locale: Locale;
  readonly readers: Level;
  readonly accompaniment: Accompaniment;
};

/** @param order must stay the same object while nothing in it changes */
export function usePreview(order: PreviewOrder): Preview {
  const [answer, setAnswer] = useState<{ readonly to: PreviewOrder; readonly preview: Preview } | null>(null);
  useEffect(() => {
    let isStale = false;
    let opened: PdfPages | null = null;
    const tell = (preview: Preview): void => {
      if (isStale) closePages(preview);
      else setAnswer({ to: order, preview });
      if (preview.state === 'pages' && !isStale) opened = preview.pages;
    };
    previewOf(order).then(tell, () => tell({ state: 'failed', failure: { code: 'render-failed', id: 'preview' } }));
    return () => {
      isStale = true;
      opened?.close();
    };
  }, [order]);
  return answer?.to === order ? answer.preview : DRAWING;
}

function closePages(preview: Preview): void {
  if (preview.state === 'pages') preview.pages.close();
}

async function previewOf({ request, locale, readers }: PreviewOrder): Promise<Preview> {
  const { project } = windowStore.get();
  if (project === null) return DRAWING;
  const reply = await call('document.preview', { documentId: project.documentId, request, locale, readers });
  if (!reply.ok) return { state: 'failed', failure: reply.failure };
  const { pdf, missing } = reply.value;
  return { state: 'pages', pages: await openPdf(Uint8Array.from(atob(pdf), (character) => character.charCodeAt(0))), missing };
}
