// A2 A8: the small files beside a user's file have names that every disk accepts.
import { describe, expect, it } from 'vitest';
import { derivedName } from '../../../../main/files/derived-name.ts';

describe('the name of a small file beside another', () => {
  it('A8 is that name between a dot and an ending', () => {
    expect(derivedName('mission.tierce', '.lock')).toBe('.mission.tierce.lock');
  });

  it('A8 is made of a hash where it would be longer than every disk takes', () => {
    const [fits, long] = ['x'.repeat(137), 'x'.repeat(138)];

    expect(derivedName(fits, '.lock')).toBe(`.${fits}.lock`);
    expect(derivedName(long, '.lock')).toMatch(/^\.[0-9a-f]{32}\.lock$/);
    expect(derivedName(long, '.lock')).not.toBe(derivedName(`${long}y`, '.lock'));
  });

  it('A8 is measured in bytes, as disks do', () => {
    expect(derivedName('é'.repeat(69), '')).toMatch(/^\.é{69}$/);
    expect(derivedName('é'.repeat(72), '')).toMatch(/^\.[0-9a-f]{32}$/);
  });
});
