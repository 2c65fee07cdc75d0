// A2: a window that lost a reply and asks again gets the same reply.
import { expect, it } from 'vitest';
import { LastReplies } from '../../../../main/project/last-replies.ts';

it('A2 knows the last twenty replies, each by its own id, and forgets the oldest', () => {
  const replies = new LastReplies<number>();
  for (let count = 1; count <= 20; count += 1) replies.keep(`c-${count}`, count);
  const whole = Array.from({ length: 20 }, (_, index) => replies.of(`c-${index + 1}`));
  replies.keep('c-21', 21);

  expect(whole).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  expect([replies.of('c-1'), replies.of('c-2'), replies.of('c-21'), replies.of('c-22')]).toEqual([undefined, 2, 21, undefined]);
});
