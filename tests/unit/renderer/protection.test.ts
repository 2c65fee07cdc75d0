// A12: what the window says of a protection that was set, changed or removed.
import { beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { Protected } from '@contract/protection.ts';
import { ok, type Result } from '@domain/result.ts';
import { catalogueOf } from '@domain/text/catalogue.ts';
import { openProject } from '../../support/open-project.ts';
import { adopt } from '../../../renderer/state/project.ts';
import { changeProtection, protectFile, removeProtection } from '../../../renderer/state/protection.ts';
import { bringTexts } from '../../../renderer/state/texts.ts';
import { windowStore } from '../../../renderer/state/window-state.ts';

const OPENED = openProject();
const SET: Protected = {
  revision: 5,
  changes: [],
  label: { command: '', table: null, title: '' },
  undo: OPENED.undo,
  saveState: OPENED.saveState,
  isProtected: true,
  recoveryKey: 'ABCDE',
  leftBackups: 0,
  isNewerLeft: false,
};

/** @returns what was said */
async function protectedBy(reply: Partial<Protected>): Promise<readonly (readonly [string, string])[]> {
  const call = (): Promise<Result<Protected>> => Promise.resolve(ok({ ...SET, ...reply }));
  vi.stubGlobal('window', { history: { state: null, pushState: () => undefined }, tierce: { call, on: () => () => undefined } });
  await protectFile('tournesol trente-sept');
  return windowStore.get().messages.map(({ tone, text }) => [tone, text]);
}

beforeAll(() => Promise.all([bringTexts('fr'), bringTexts('en')]));
beforeEach(() => {
  windowStore.set({ project: null, messages: [] });
  adopt(OPENED);
});

it.each(['fr', 'en'] as const)('A12 A7 says what stays in the clear beside it, in %s', async (locale) => {
  windowStore.set({ settings: { ...windowStore.get().settings, locale } });
  const { protection } = catalogueOf(locale);

  expect(await protectedBy({ leftBackups: 2, isNewerLeft: true })).toEqual([
    ['good', protection.isSet],
    ['bad', protection.left(2)],
    ['bad', protection.newerLeft],
  ]);
});

it('A12 says no more than that it is set where everything has come along', async () => {
  windowStore.set({ settings: { ...windowStore.get().settings, locale: 'fr' } });

  expect(await protectedBy({})).toEqual([['good', catalogueOf('fr').protection.isSet]]);
});

it.each([
  ['ABCDE-FGHJK-LMNPQ-RSTUV-WXYZ2-34567-89ABC-DEFGH', 'recovery'],
  [' abcde fghjk lmnpq rstuv wxyz2 34567 89abc defgh ', 'recovery'],
  ['châtaigne lente sous abri', 'passphrase'],
  ['ABCDE-FGHJK', 'passphrase'],
])('A12 takes a printed recovery key where the passphrase is asked for: %s', async (typed, kind) => {
  const asked: unknown[] = [];
  const call = (_channel: string, { secret }: { readonly secret?: unknown }): Promise<Result<Protected>> => {
    asked.push(secret);
    return Promise.resolve(ok(SET));
  };
  vi.stubGlobal('window', { history: { state: null, pushState: () => undefined }, tierce: { call, on: () => () => undefined } });
  await removeProtection(typed);
  await changeProtection(typed, 'une autre phrase', false);

  const secret = kind === 'recovery' ? { kind, recoveryKey: typed } : { kind, passphrase: typed };
  expect(asked).toEqual([secret, secret]);
});
