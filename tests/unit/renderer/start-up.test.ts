// I5: which language the window starts in, and what it can say when main does not answer.
import type { Bridge } from '@contract/channels.ts';
import type { Settings } from '@contract/settings.ts';
import type { Start } from '@contract/start.ts';
import { ok } from '@domain/result.ts';
import { beforeEach, expect, it, vi } from 'vitest';

const page = { lang: '', dataset: {} as Record<string, string> };
let brought: Settings['locale'][];
/** The language whose texts cannot be had. One mock knows it: of two for one file, either may be the last. */
let gone: Settings['locale'] | null;

function bring<T>(locale: Settings['locale'], original: () => Promise<T>): Promise<T> {
  if (gone === locale) return Promise.reject(new Error('gone'));
  brought.push(locale);
  return original();
}

beforeEach(() => {
  vi.resetModules();
  brought = [];
  gone = null;
  vi.doMock('@domain/text/fr.ts', (original) => bring('fr', original));
  vi.doMock('@domain/text/en.ts', (original) => bring('en', original));
});

/** A computer whose language is `system`, on which main keeps `locale`; `null`: main does not answer. */
async function startOn(system: string, locale: Settings['locale'] | null) {
  const settings: Settings = { locale: locale ?? 'fr', theme: 'light', hidesFirstSteps: false, locksAfter: 10 };
  const start: Start = {
    version: '',
    today: '2026-04-14' as never,
    isClockBelievable: true,
    settings,
    profile: null,
    profileFailure: null,
    proposedFolder: '',
    proposedName: '',
    opened: null,
    isPresenting: false,
  };
  const call = () => (locale === null ? Promise.reject(new TypeError('nobody there')) : Promise.resolve(ok(start)));
  const listening = { addEventListener: () => undefined, removeEventListener: () => undefined };
  vi.stubGlobal('navigator', { language: system });
  vi.stubGlobal('document', { ...listening, documentElement: page });
  vi.stubGlobal('window', {
    ...listening,
    history: { state: null, pushState: () => undefined },
    matchMedia: () => ({ matches: false }),
    tierce: { call, on: () => () => undefined } as unknown as Bridge,
  });
  const { startUp } = await import('../../../renderer/state/start-up.ts');
  const { texts } = await import('../../../renderer/state/texts.ts');
  const { windowStore } = await import('../../../renderer/state/window-state.ts');
  await startUp();
  return { phase: windowStore.get().phase, title: texts().welcome.title, lang: page.lang };
}

it.each([
  ['fr-FR', 'fr', 'Bienvenue dans Tierce'],
  ['en-GB', 'en', 'Welcome to Tierce'],
] as const)('L8 I5 on a computer that speaks %s it brings in the texts in %s alone', async (system, chosen, title) => {
  expect(await startOn(system, chosen)).toEqual({ phase: 'ready', title, lang: chosen });
  expect(brought).toEqual([chosen]);
});

it.each([
  ['fr-FR', 'en', 'Welcome to Tierce'],
  ['en-GB', 'fr', 'Bienvenue dans Tierce'],
] as const)('I5 on a computer that speaks %s it speaks %s where that was chosen', async (system, chosen, title) => {
  expect(await startOn(system, chosen)).toEqual({ phase: 'ready', title, lang: chosen });
});

it('I5 speaks the language of the computer where the texts of the chosen one cannot be had', async () => {
  gone = 'en';

  expect(await startOn('fr-FR', 'en')).toMatchObject({ phase: 'ready', lang: 'fr' });
});

it('K5 says in the language of the computer that main is not there', async () => {
  expect(await startOn('en-GB', null)).toEqual({ phase: 'unreachable', title: 'Welcome to Tierce', lang: 'en' });
});
