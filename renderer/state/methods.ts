// The methods of the schemes, as delivered with the application: their phases and guidance, for preview and for help.
import type { Guidance, Method } from '@domain/method/method.ts';
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

/** @returns the guidance of a phase of any method, `null` for a phase of one's own. */
export function guidanceOf(methodKey: string): Guidance | null {
  const phases = Object.values(METHODS).flatMap((method) => method.phases);
  return phases.find((phase) => phase.key === methodKey)?.guidance ?? null;
}
