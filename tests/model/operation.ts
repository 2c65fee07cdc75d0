// What one operation of a sequence is: its name, how often it comes, what varies, and what it does to the world.
import type fc from 'fast-check';
import type { World } from './world.ts';

/**
 * What varies is plain data, so that a sequence can be written down as a case. An operation that does not apply in a state does nothing.
 */
export type Operation<T extends object = object> = {
  readonly name: string;
  /** How often it comes in relation to the others. */
  readonly weight: number;
  readonly arbitrary: fc.Arbitrary<T>;
  readonly run: (world: World, how: T) => Promise<void>;
};

/** Keeps the type of what varies, next to operations of other types. */
export function operation<T extends object>(one: Operation<T>): Operation {
  return one as unknown as Operation;
}
