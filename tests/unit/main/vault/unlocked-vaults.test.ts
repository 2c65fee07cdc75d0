// E11 E1: unlocked vaults, and the moment at which each key is forgotten.
import { describe, expect, it } from 'vitest';
import type { OpenVault } from '../../../../main/vault/vault.ts';
import { IDLE_MS, unlockedVaults } from '../../../support/notebook.ts';

const vaultWith = (byte: number): OpenVault => ({
  keys: { id: 'vault-1', slots: [], publicKey: '', privateKey: '' },
  key: Buffer.alloc(32, byte),
  earlier: [],
});
const ZEROS = Buffer.alloc(32);
const LOCKED = { state: 'locked', locksInMs: null };

describe('a vault that is kept open', () => {
  it('E11 is given back until it is locked, which is told once', () => {
    const { vaults, locked } = unlockedVaults();
    const vault = vaultWith(1);
    vaults.keep('d1', vault);
    const open = [vaults.vaultOf('d1') === vault, vaults.statusOf('d1')];
    vaults.lock('d1');
    vaults.lock('d1');

    expect(open).toEqual([true, { state: 'open', locksInMs: IDLE_MS }]);
    expect([vaults.vaultOf('d1'), vaults.statusOf('d1'), locked]).toEqual([null, LOCKED, ['d1']]);
  });

  it('E11 E1 has its key overwritten in the very bytes that held it', () => {
    const { vaults } = unlockedVaults();
    const vault = vaultWith(1);
    vaults.keep('d1', vault);
    vaults.lock('d1');

    expect(vault.key).toEqual(ZEROS);
  });

  it('E1 has the key of the one before overwritten, unless that is the same', () => {
    const { vaults, locked } = unlockedVaults();
    const [first, second] = [vaultWith(1), vaultWith(2)];
    for (const vault of [first, second, { ...second }]) vaults.keep('d1', vault);

    expect([first.key, vaults.vaultOf('d1')?.key, locked]).toEqual([ZEROS, Buffer.alloc(32, 2), []]);
  });
});

describe('time', () => {
  it('E11 locks a vault that is asked for when it is due, before anybody looked at the clock', () => {
    const { vaults, wait, locked } = unlockedVaults();
    vaults.keep('d1', vaultWith(1));
    wait(9);
    const before = vaults.statusOf('d1');
    wait(1);

    expect([before, vaults.statusOf('d1'), locked]).toEqual([{ state: 'open', locksInMs: 60_000 }, LOCKED, ['d1']]);
  });

  it('E11 begins anew with each act, and not for a vault that is due or was never open', () => {
    const { vaults, wait } = unlockedVaults();
    vaults.keep('d1', vaultWith(1));
    wait(9);
    vaults.stay('d1');
    wait(9);
    const stayed = vaults.statusOf('d1').state;
    wait(1);
    vaults.stay('d1');
    vaults.stay('d2');

    expect([stayed, vaults.statusOf('d1').state, vaults.statusOf('d2').state]).toEqual(['open', 'locked', 'locked']);
  });

  it('E11 is looked at again and again while a vault is open, without anybody asking', () => {
    const { vaults, wait, fire, locked } = unlockedVaults();
    vaults.keep('d1', vaultWith(1));
    wait(5);
    vaults.keep('d2', vaultWith(2));
    const looks = [fire(), locked.length];
    wait(5);
    looks.push(fire(), locked.length);
    wait(5);
    looks.push(fire(), locked.length, fire());

    expect([looks, locked]).toEqual([
      [1, 0, 1, 1, 1, 2, 0],
      ['d1', 'd2'],
    ]);
  });

  it('E11 is looked at every five seconds', () => {
    const delays: number[] = [];
    const { vaults } = unlockedVaults((delay) => (delays.push(delay), () => undefined));
    vaults.keep('d1', vaultWith(1));

    expect(delays).toEqual([5_000]);
  });

  it('E11 is not looked at any more once all are locked', () => {
    const { vaults, fire } = unlockedVaults();
    vaults.keep('d1', vaultWith(1));
    vaults.lock('d1');

    expect(fire()).toBe(0);
  });
});

describe('the window', () => {
  it('E11 E7 is kept out of captures as long as any vault is open', () => {
    const { vaults, shielded } = unlockedVaults();
    vaults.keep('d1', vaultWith(1));
    vaults.keep('d2', vaultWith(2));
    vaults.lock('d1');
    const meanwhile = [...shielded];
    vaults.lock('d2');
    vaults.lock('d2');

    expect([meanwhile, shielded]).toEqual([
      [true, true],
      [true, true, false],
    ]);
  });

  it('E11 is told of each vault when all are locked', () => {
    const { vaults, locked } = unlockedVaults();
    const both = [vaultWith(1), vaultWith(2)];
    for (const [place, vault] of both.entries()) vaults.keep(`d${place}`, vault);
    vaults.lockAll();

    expect([locked, both.map(({ key }) => key)]).toEqual([
      ['d0', 'd1'],
      [ZEROS, ZEROS],
    ]);
  });
});

it('E11 a delay that the user changes applies at once to a vault that is open', () => {
  const { vaults, wait, delay, locked } = unlockedVaults();
  vaults.keep('d1', vaultWith(1));
  wait(6);
  delay.ms = 30 * 60_000;
  const longer = vaults.statusOf('d1');
  delay.ms = 5 * 60_000;

  expect([longer, vaults.statusOf('d1'), locked]).toEqual([{ state: 'open', locksInMs: 24 * 60_000 }, LOCKED, ['d1']]);
});
