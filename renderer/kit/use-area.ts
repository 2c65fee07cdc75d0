// The inner size of an element, kept up to date.
import { type RefObject, useLayoutEffect, useState } from 'react';

/** In pixels. */
export type Area = { readonly width: number; readonly height: number };

/** @returns the inner size of an element; `null` before it is measured, which is never painted */
export function useArea(place: RefObject<HTMLElement | null>): Area | null {
  const [area, setArea] = useState<Area | null>(null);
  useLayoutEffect(() => {
    const element = place.current;
    if (element === null) return;
    const measure = (): void => {
      const { clientWidth: width, clientHeight: height } = element;
      setArea((before) => (before?.width === width && before.height === height ? before : { width, height }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [place]);
  return area;
}
