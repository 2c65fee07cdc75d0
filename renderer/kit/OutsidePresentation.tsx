// What names the desk or the notebook without showing anything of them: it is not there in presentation mode.
import type { ReactNode } from 'react';
import { useWindow } from '../state/window-state.ts';

/** Whoever looks at the projector need not know that somebody keeps a notebook. */
export function OutsidePresentation({ children }: { readonly children: ReactNode }) {
  return useWindow((state) => state.isPresenting) ? null : children;
}
