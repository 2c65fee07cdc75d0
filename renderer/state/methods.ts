// The methods of the schemes, as delivered with the application: their phases and guidance, for preview and for help.
import type { Guidance, Method, MethodPhase } from '@domain/method/method.ts';
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

/** @returns the guidance of a phase of any method; `null` for a phase that the user has added. */
export function guidanceOf(methodKey: string): Guidance | null {
  return phaseOf(methodKey)?.guidance ?? null;
}

function phaseOf(methodKey: string): MethodPhase | undefined {
  return PHASES.get(methodKey);
}

/** The phases of all methods by key, prepared once: they are looked up for each phase that is drawn or named. */
const PHASES: ReadonlyMap<string, MethodPhase> = new Map(
  Object.values(METHODS)
    .toReversed()
    .flatMap((method) => method.phases.map((phase) => [phase.key, phase] as const)),
);
