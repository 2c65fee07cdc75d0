// Parts of the window that are loaded separately: when they are shown, or earlier, when the window is idle.
import { type ComponentType, createElement, useEffect, useState } from 'react';
import { useTexts } from '../state/texts.ts';

type Part = { readonly isHere: () => boolean; readonly bring: () => Promise<void> };

const parts: Part[] = [];

/**
 * Declares a part.
 * @param load an `import()`, from which the build makes a separate file
 * @param Meanwhile what is drawn until the part is here: that it is being loaded, unless told otherwise
 * @returns the component of the part; if loading fails, it breaks as a bug would
 */
export function partOf<P extends object>(load: () => Promise<ComponentType<P>>, Meanwhile: ComponentType<P> = Loading): ComponentType<P> {
  let held: ComponentType<P> | null = null;
  const bring = async (): Promise<void> => {
    held ??= await load();
  };
  parts.push({ isHere: () => held !== null, bring });
  return function Part(props: P) {
    const [isHere, setHere] = useState(held !== null);
    const [trouble, setTrouble] = useState<{ readonly error: unknown } | null>(null);
    useEffect(() => {
      // Also if it has come since it was drawn: nothing else would draw it again.
      if (!isHere)
        bring().then(
          () => setHere(true),
          (error: unknown) => setTrouble({ error }),
        );
      // eslint-disable-next-line react/exhaustive-deps -- once, as it was first drawn
    }, []);
    if (trouble !== null) throw trouble.error;
    return createElement(held ?? Meanwhile, props);
  };
}

function Loading() {
  const { shell } = useTexts();
  return (
    <p className="quiet" role="status">
      {shell.loading}
    </p>
  );
}

/** Loads all parts, one each time the window is idle, so that nothing has to wait for them. */
export function bringPartsWhenIdle(): void {
  const waiting = parts.filter(({ isHere }) => !isHere());
  const bringNext = (): void => {
    const next = waiting.shift();
    if (next === undefined) return;
    // If this fails, loading fails again when the part is needed, and is shown then.
    void next
      .bring()
      .catch(() => undefined)
      .then(() => requestIdleCallback(bringNext));
  };
  requestIdleCallback(bringNext);
}
