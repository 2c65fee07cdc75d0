// The method of a scheme: its phases with steps, exit criteria, deliverables and guidance, read from resources/method.
import type { FieldsOf } from '../tables/tables.ts';

export type Guidance = {
  readonly objectives: readonly string[];
  readonly means: readonly string[];
  readonly brakes: readonly string[];
  readonly advice: readonly string[];
  /** The documents that the guidance draws on, by their names. */
  readonly sources: readonly string[];
};

export type MethodStep = { readonly key: string; readonly title: string; readonly guidance: Guidance | null };

export type MethodPhase = {
  readonly key: string;
  readonly title: string;
  readonly shortTitle: string;
  readonly objective: string;
  /** Shares of the whole period and of the funded days; each adds up to 1 over the phases. */
  readonly shareOfPeriod: number;
  readonly shareOfDays: number;
  readonly steps: readonly MethodStep[];
  readonly criteria: readonly string[];
  readonly deliverables: readonly string[];
  readonly guidance: Guidance;
};

export type Method = {
  readonly scheme: FieldsOf<'mission'>['scheme'];
  readonly title: string;
  /** One sentence that helps to choose it. */
  readonly summary: string;
  /** How many months such a mission usually lasts. */
  readonly usualMonths: { readonly from: number; readonly to: number };
  readonly phases: readonly MethodPhase[];
};
