// A2: one thing after the other, whatever happens to the one before.
import { expect, it } from 'vitest';
import { Turns } from '../../../../main/project/turns.ts';

/** Something that ends when the test says so. */
function held() {
  let end: (value: string) => void = () => undefined;
  const promise = new Promise<string>((resolve) => void (end = resolve));
  return { promise, end };
}

it('A2 does one thing after the other, in the order asked, and gives each its own answer', async () => {
  const turns = new Turns();
  const order: string[] = [];
  const first = held();
  const one = turns.take(async () => {
    const value = await first.promise;
    order.push(value);
    return 1;
  });
  const two = turns.take(async () => order.push('second'));
  await Promise.resolve();
  const before = [...order];
  first.end('first');

  expect([await one, await two, before]).toEqual([1, 2, []]);
  expect(order).toEqual(['first', 'second']);
});

it('A2 lets the next one have its turn when one throws, and tells the caller of that one alone', async () => {
  const turns = new Turns();
  const failing = turns.take(() => Promise.reject(new Error('a bug')));
  const next = turns.take(async () => 'done');

  await expect(failing).rejects.toThrow('a bug');
  expect(await next).toBe('done');
  await expect(turns.idle()).resolves.toBeUndefined();
});

it('A2 is idle once everything that was asked so far is done', async () => {
  const turns = new Turns();
  const first = held();
  const order: string[] = [];
  const asked = turns.take(async () => order.push(await first.promise));
  const idle = turns.idle().then(() => order.push('idle'));
  first.end('done');
  await Promise.all([asked, idle]);

  expect(order).toEqual(['done', 'idle']);
});
