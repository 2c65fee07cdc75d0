// What a failed write means for the last changes: never called safe unless main says so.
import { beforeAll, expect, it } from 'vitest';
import type { Failure } from '@domain/failures.ts';
import { withSafety } from '../../../renderer/state/saving.ts';
import { bringTexts } from '../../../renderer/state/texts.ts';

const failures: readonly Failure[] = [
  { code: 'disk-full', name: 'a.tierce' },
  { code: 'disk-read-only', name: 'a.tierce' },
  { code: 'disk-denied', name: 'a.tierce' },
  { code: 'disk-gone', name: 'a.tierce' },
  { code: 'disk-busy', name: 'a.tierce' },
];

beforeAll(() => bringTexts('fr'));

it.each(failures)('A2 says that changes are safe on this computer only when they are: $code', (failure) => {
  expect(withSafety({ failure, isSafeHere: false })).not.toMatch(/en sécurité|vous attendent|[Rr]ien n’a été perdu/u);
  expect(withSafety({ failure, isSafeHere: false })).toContain('perdrait');
  expect(withSafety({ failure, isSafeHere: true })).toContain('en sécurité sur cet ordinateur');
});
