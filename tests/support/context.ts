// A command context whose clock, ids and name are fixed.
import type { CommandContext } from '@domain/commands/context.ts';
import { methodOf } from '../../main/methods.ts';
import { orderBetween } from '../../main/order-keys.ts';
import { NOW, TODAY } from './moment.ts';

export { NOW, TODAY };

/** Ids `id-1`, `id-2`…, counted from when this source was made. */
export function countedIds(prefix = 'id'): () => string {
  let last = 0;
  return () => `${prefix}-${String((last += 1)).padStart(6, '0')}`;
}

export function testContext(newId: () => string = countedIds()): CommandContext {
  return {
    now: NOW,
    today: TODAY,
    by: 'Sonia Nadir',
    work: { function: '', firm: '' },
    paper: { letterhead: '', logo: '' },
    newId,
    orderBetween,
    method: methodOf,
  };
}
