// The methods of the schemes, as shipped with the application.
import type { Method } from '@domain/method/method.ts';
import blank from '@resources/method/blank.json';
import coorace from '@resources/method/coorace.json';
import dla from '@resources/method/dla.json';

const METHODS: Readonly<Record<Method['scheme'], Method>> = {
  dla: { ...dla, scheme: 'dla' },
  coorace: { ...coorace, scheme: 'coorace' },
  blank: { ...blank, scheme: 'blank' },
};

/** @returns the method of a scheme; that of `blank` has no phase. */
export function methodOf(scheme: Method['scheme']): Method {
  return METHODS[scheme];
}
