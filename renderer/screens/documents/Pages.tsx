// A preview of the exact pages that would be saved, each drawn when it comes into sight.
import { useEffect, useRef, useState } from 'react';
import { failureText } from '@domain/text/failure-texts.ts';
import { signName } from '@domain/writing/drawable.ts';
import { Notice } from '../../kit/Notice.tsx';
import type { PdfPages } from '../../kit/pdf-pages.ts';
import { useTexts } from '../../state/texts.ts';
import { USUAL, Zoom } from './Zoom.tsx';
import { type PreviewOrder, usePreview } from './use-preview.ts';

/** Paper is white in both themes. */
export function Pages({ order }: { readonly order: PreviewOrder }) {
  const { report, failures } = useTexts();
  const preview = usePreview(order);
  const [zoom, setZoom] = useState(USUAL);
  const [inSight, setInSight] = useState(1);
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
        <Page key={index + 1} pages={pages} number={index + 1} zoom={zoom} onSight={setInSight} />
      ))}
      <Zoom page={Math.min(inSight, pages.count)} pages={pages.count} zoom={zoom} onZoom={setZoom} />
    </div>
  );
}

/** A page is drawn when it is this near to the visible area. */
const AHEAD = '600px';
/** The page in sight is the one across the middle of the visible area. */
const MIDDLE = '-50% 0px -50% 0px';
/** The width of a page at its usual size, in pixels. */
const USUAL_WIDTH = 660;

type PageProps = {
  readonly pages: PdfPages;
  readonly number: number;
  readonly zoom: number;
  readonly onSight: (number: number) => void;
};

function Page({ pages, number, zoom, onSight }: PageProps) {
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
        if (canvas.current !== null)
          void pages.draw(number, canvas.current, zoom === USUAL ? section.clientWidth : USUAL_WIDTH * zoom).catch(() => undefined);
        void pages.textOf(number).then(setText, () => undefined);
      },
      { rootMargin: AHEAD },
    );
    observer.observe(section);
    return () => observer.disconnect();
  }, [pages, number, zoom]);
  useEffect(() => {
    const section = place.current;
    if (section === null) return undefined;
    const observer = new IntersectionObserver((seen) => (seen.some((entry) => entry.isIntersecting) ? onSight(number) : undefined), {
      rootMargin: MIDDLE,
    });
    observer.observe(section);
    return () => observer.disconnect();
  }, [number, onSight]);
  return (
    <section
      ref={place}
      className="page"
      style={zoom === USUAL ? {} : { width: USUAL_WIDTH * zoom, maxWidth: 'none' }}
      aria-label={report.pageOf(number, pages.count)}
    >
      <canvas ref={canvas} className="page-canvas" width={Math.round(pages.width)} height={Math.round(pages.height)} aria-hidden="true" />
      <p className="visually-hidden">{text}</p>
    </section>
  );
}
