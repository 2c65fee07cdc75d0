// I5: the window uses a language once its texts are loaded, and reports when they cannot be loaded.
import { en } from '@domain/text/en.ts';
import { fr } from '@domain/text/fr.ts';
import { expect, it, vi } from 'vitest';
import { bringTexts, failureSentence, texts, textsIn } from '../../../renderer/state/texts.ts';
import { windowStore } from '../../../renderer/state/window-state.ts';

it('I5 speaks no language whose texts have not been brought in', async () => {
  expect(() => textsIn('fr')).toThrow('fr');

  expect(await bringTexts('fr')).toMatchObject({ ok: true });

  expect(textsIn('fr')).toBe(fr);
  expect(() => textsIn('en')).toThrow('en');
});

it('I5 says when the texts of a language cannot be had', async () => {
  vi.doMock('@domain/text/en.ts', () => Promise.reject(new Error('gone')));

  expect(await bringTexts('en')).toMatchObject({ ok: false, failure: { code: 'bug' } });
  expect(() => textsIn('en')).toThrow('en');
});

it('I5 speaks the language of the window', async () => {
  vi.doUnmock('@domain/text/en.ts');
  await Promise.all([bringTexts('fr'), bringTexts('en')]);
  const said = (['fr', 'en'] as const).map((locale) => {
    windowStore.set({ settings: { locale, theme: 'system', hidesFirstSteps: false, locksAfter: 10 } });
    return [texts(), failureSentence({ code: 'bug', id: 'x' })];
  });

  expect(said).toEqual([
    [fr, fr.failures.bug({ code: 'bug', id: 'x' })],
    [en, en.failures.bug({ code: 'bug', id: 'x' })],
  ]);
});
