// The page in sight, of how many, and how large: at the foot of the pages.
import { Button } from '../../kit/Button.tsx';
import { useTexts } from '../../state/texts.ts';

/** Widths of a page, as shares of its usual one. */
const LEVELS = [0.5, 0.75, 1, 1.25, 1.5, 2] as const;
/** The usual size: a page as wide as there is room, up to a comfortable width. */
export const USUAL = 1;

type ZoomProps = { readonly page: number; readonly pages: number; readonly zoom: number; readonly onZoom: (zoom: number) => void };

export function Zoom({ page, pages, zoom, onZoom }: ZoomProps) {
  const { report } = useTexts();
  const smaller = LEVELS.findLast((level) => level < zoom);
  const larger = LEVELS.find((level) => level > zoom);
  return (
    <div className="zoom" role="group" aria-label={report.zoom}>
      <span className="number" aria-live="polite">
        {report.pageOf(page, pages)}
      </span>
      <Button kind="icon" icon="minus" label={report.smaller} isDisabled={smaller === undefined} onPress={() => onZoom(smaller ?? zoom)} />
      <span className="number zoom-share">{report.percent(zoom * 100)}</span>
      <Button kind="icon" icon="plus" label={report.larger} isDisabled={larger === undefined} onPress={() => onZoom(larger ?? zoom)} />
    </div>
  );
}
