// A14 A7: the settings that the window shows are those that main keeps, and nobody is asked twice who they are.
import type { Bridge } from '@contract/channels.ts';
import type { Settings } from '@contract/settings.ts';
import type { Result } from '@domain/result.ts';
import { beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { changeLanguage, changeTheme } from '../../../renderer/state/appearance.ts';
import { goTo } from '../../../renderer/state/navigation.ts';
import { bringTexts } from '../../../renderer/state/texts.ts';
import { isFirstStart, windowStore } from '../../../renderer/state/window-state.ts';

const LIGHT: Settings = { locale: 'fr', theme: 'light', hidesFirstSteps: false, locksAfter: 10 };
const waiting: ((reply: Result<Settings>) => void)[] = [];
const page = { lang: '', dataset: {} as Record<string, string> };
const answer = (reply: Result<Settings>): void => waiting.shift()?.(reply);
const refused: Result<Settings> = { ok: false, failure: { code: 'disk-full', name: 'settings.json' } };

beforeAll(() => bringTexts('fr'));
beforeEach(() => {
  waiting.length = 0;
  const call = () => new Promise((resolve) => void waiting.push(resolve));
  vi.stubGlobal('window', {
    history: { state: null, pushState: () => undefined },
    matchMedia: () => ({ matches: false }),
    tierce: { call, on: () => () => undefined } as unknown as Bridge,
  });
  vi.stubGlobal('document', { documentElement: page });
  windowStore.set({ settings: LIGHT, messages: [], profile: null, project: null, start: null });
});

it('I5 goes on in its language while the texts of another cannot be had, and says why', async () => {
  vi.doMock('@domain/text/en.ts', () => Promise.reject(new Error('gone')));
  await changeLanguage('en');
  vi.doUnmock('@domain/text/en.ts');

  expect([windowStore.get().settings, waiting]).toEqual([LIGHT, []]);
  expect(windowStore.get().messages).toMatchObject([{ tone: 'bad' }]);
});

it('I5 A14 speaks another language once its texts are here, and no longer when main refuses to keep it', async () => {
  const shown = () => [windowStore.get().settings, page.lang];
  const asked = changeLanguage('en');
  const [before] = shown();
  await vi.waitUntil(() => waiting.length === 1);
  const during = shown();
  answer(refused);
  await asked;

  expect([before, during, shown()]).toEqual([LIGHT, [{ ...LIGHT, locale: 'en' }, 'en'], [LIGHT, 'fr']]);
});

it('A14 shows a refused setting no longer, and says why', async () => {
  const asked = changeTheme('dark');
  const during = windowStore.get().settings;
  answer(refused);
  await asked;

  expect([during, windowStore.get().settings, page.dataset['theme']]).toEqual([{ ...LIGHT, theme: 'dark' }, LIGHT, 'light']);
  expect(windowStore.get().messages).toMatchObject([{ tone: 'bad' }]);
});

it('A14 shows what main keeps once nothing is on its way, whichever of two changes was refused', async () => {
  const asked = [changeTheme('dark'), changeLanguage('en')];
  await vi.waitUntil(() => waiting.length === 2);
  answer(refused);
  await asked[0];
  const between = windowStore.get().settings;
  const both = { ...LIGHT, locale: 'en', theme: 'dark' } as const;
  answer({ ok: true, value: both });
  await asked[1];

  expect([between, windowStore.get().settings]).toEqual([both, both]);
});

it('A7 leads Home, and not to Welcome, where somebody has said who they are in a file that cannot be read', () => {
  const start = {
    version: '',
    today: '2026-04-14' as never,
    isClockBelievable: true,
    settings: LIGHT,
    profile: null,
    profileFailure: null,
    proposedFolder: '',
    proposedName: '',
    opened: null,
    isPresenting: false,
  };
  windowStore.set({ start });
  goTo({ screen: 'sessions' });
  const first = [isFirstStart(windowStore.get()), windowStore.get().route.screen];

  windowStore.set({ start: { ...start, profileFailure: { code: 'file-newer', name: 'Mon profil.tierce', version: 9, supported: 3 } } });
  goTo({ screen: 'sessions' });

  expect([first, [isFirstStart(windowStore.get()), windowStore.get().route.screen]]).toEqual([
    [true, 'welcome'],
    [false, 'home'],
  ]);
});
