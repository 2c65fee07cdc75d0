// A preview of the exact pages that would be saved, each drawn when it comes into sight.
import { useEffect, useRef, useState } from 'react';
import { failureText } from '@domain/text/failure-texts.ts';
import { signName } from '@domain/writing/drawable.ts';
import { Notice } from '../../kit/Notice.tsx';
import type { PdfPages } from '../../kit/pdf-pages.ts';
import { useTexts } from '../../state/texts.ts';
import { type PreviewOrder, usePreview } from './use-preview.ts';

/** Paper is white in both themes. */
export function Pages({ order }: { readonly order: PreviewOrder }) {
  const { report, failures } = useTexts();
  const preview = usePreview(order);
  if (preview.state === 'failed') return <Notice tone="bad">{failureText(failures, preview.failure)}</Notice>;
  if (preview.state === 'drawing') {
    return (
      <div className="page page-waiting" aria-busy="true">
        <p className="small">{report.saving}</p>
      </div>
    );
  }
  const { pages, missing } = preview;
  return (
    <div data-testid="sheet" lang={order.locale}>
      {missing.length === 0 ? null : <Notice tone="warn">{report.undrawable(missing.map(signName).join(', '))}</Notice>}
      {Array.from({ length: pages.count }, (_, index) => (
        <Page key={index + 1} pages={pages} number={index + 1} />
      ))}
    </div>
  );
}

/** A page is drawn when it is this near to the visible area. */
const AHEAD = '600px';

function Page({ pages, number }: { readonly pages: PdfPages; readonly number: number }) {
  const { report } = useTexts();
  const place = useRef<HTMLElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [text, setText] = useState('');
  useEffect(() => {
    const section = place.current;
    if (section === null) return undefined;
    const observer = new IntersectionObserver(
      (seen) => {
        if (!seen.some((entry) => entry.isIntersecting)) return;
        observer.disconnect();
        // Drawing fails if the document is closed meanwhile.
        if (canvas.current !== null) void pages.draw(number, canvas.current, section.clientWidth).catch(() => undefined);
        void pages.textOf(number).then(setText, () => undefined);
      },
      { rootMargin: AHEAD },
    );
    observer.observe(section);
    return () => observer.disconnect();
  }, [pages, number]);
  return (
    <section ref={place} className="page" aria-label={report.pageOf(number, pages.count)}>
      <canvas ref={canvas} className="page-canvas" width={Math.round(pages.width)} height={Math.round(pages.height)} aria-hidden="true" />
      <p className="visually-hidden">{text}</p>
    </section>
  );
}
