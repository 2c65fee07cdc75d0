// A14 A7: what the window shows of settings is what main keeps, and nobody is asked who they are twice.
import type { Bridge, Settings } from '@contract/channels.ts';
import type { Result } from '@domain/result.ts';
import { beforeEach, expect, it, vi } from 'vitest';
import { changeSettings } from '../../../renderer/state/appearance.ts';
import { goTo } from '../../../renderer/state/navigation.ts';
import { isFirstStart, windowStore } from '../../../renderer/state/window-state.ts';

const LIGHT: Settings = { locale: 'fr', theme: 'light' };
const waiting: ((reply: Result<Settings>) => void)[] = [];
const page = { lang: '', dataset: {} as Record<string, string> };
const answer = (reply: Result<Settings>): void => waiting.shift()?.(reply);
const refused: Result<Settings> = { ok: false, failure: { code: 'disk-full', name: 'settings.json' } };

beforeEach(() => {
  waiting.length = 0;
  const call = () => new Promise((resolve) => void waiting.push(resolve));
  vi.stubGlobal('window', { history: { state: null, pushState: () => undefined }, matchMedia: () => ({ matches: false }), tierce: { call, on: () => () => undefined } as unknown as Bridge });
  vi.stubGlobal('document', { documentElement: page });
  windowStore.set({ settings: LIGHT, messages: [], profile: null, project: null, start: null });
});

it('A14 shows a refused setting no longer, and says why', async () => {
  const asked = changeSettings({ theme: 'dark', locale: 'en' });
  const during = windowStore.get().settings;
  answer(refused);
  await asked;

  expect([during, windowStore.get().settings, page.dataset['theme'], page.lang]).toEqual([{ locale: 'en', theme: 'dark' }, LIGHT, 'light', 'fr']);
  expect(windowStore.get().messages).toMatchObject([{ tone: 'bad' }]);
});

it('A14 shows what main keeps once nothing is on its way, whichever of two changes was refused', async () => {
  const asked = [changeSettings({ theme: 'dark' }), changeSettings({ locale: 'en' })];
  answer(refused);
  await asked[0];
  const between = windowStore.get().settings;
  answer({ ok: true, value: { locale: 'en', theme: 'dark' } });
  await asked[1];

  expect([between, windowStore.get().settings]).toEqual([{ locale: 'en', theme: 'dark' }, { locale: 'en', theme: 'dark' }]);
});

it('A7 leads Home, and not to Welcome, where somebody has said who they are in a file that cannot be read', () => {
  const start = { version: '', today: '2026-04-14' as never, settings: LIGHT, profile: null, profileFailure: null, proposedFolder: '', proposedName: '', opened: null };
  windowStore.set({ start });
  goTo({ screen: 'sessions' });
  const first = [isFirstStart(windowStore.get()), windowStore.get().route.screen];

  windowStore.set({ start: { ...start, profileFailure: { code: 'file-newer', name: 'Mon profil.tierce', version: 9, supported: 3 } } });
  goTo({ screen: 'sessions' });

  expect([first, [isFirstStart(windowStore.get()), windowStore.get().route.screen]]).toEqual([[true, 'welcome'], [false, 'home']]);
});
