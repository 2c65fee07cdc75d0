// Numbers with their noun, agreed by the rule of each language.
import { formatCount } from '../format/numbers.ts';

/** @returns `3 séances`, `1 séance`, `0 séance`: French keeps the singular up to 1. */
export function frenchCount(count: number, one: string, many: string): string {
  return `${formatCount(count, 'fr')} ${Math.abs(count) < 2 ? one : many}`;
}

/** @returns `3 sessions`, `1 session`, `0 sessions`: English keeps the singular for 1 alone. */
export function englishCount(count: number, one: string, many: string): string {
  return `${formatCount(count, 'en')} ${Math.abs(count) === 1 ? one : many}`;
}
