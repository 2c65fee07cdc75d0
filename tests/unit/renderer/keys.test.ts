// What a key event means, on the keyboards that the users have.
import { describe, expect, it } from 'vitest';
import { isComposing, keyOf, makesCharacter, shortcutName, shortcutOf, shortcutWords, type System } from '../../../renderer/state/keys.ts';

type Modifier = 'ctrl' | 'alt' | 'meta' | 'shift' | 'altgr';
type Given = { readonly key: string; readonly code?: string; readonly with?: readonly Modifier[]; readonly keyCode?: number };

/** A key as Chromium reports it; AltGr on Windows comes with Ctrl and Alt. */
function press({ key, code = '', with: held = [], keyCode = 0 }: Given, isComposingNow = false) {
  return {
    key,
    code,
    keyCode,
    isComposing: isComposingNow,
    ctrlKey: held.includes('ctrl'),
    metaKey: held.includes('meta'),
    altKey: held.includes('alt'),
    shiftKey: held.includes('shift'),
    getModifierState: (name: string) => name === 'AltGraph' && held.includes('altgr'),
  };
}

describe('while a text is being composed', () => {
  it.each([
    ['an input method that says so', press({ key: 'Enter', keyCode: 13 }, true)],
    ['the key that ends a composition', press({ key: 'Enter', keyCode: 229 })],
    ['voice typing', press({ key: 'Process', keyCode: 229 })],
  ])('I4 gives %s no meaning of its own', (_, event) => {
    expect([isComposing(event), keyOf(event), shortcutOf(event, 'other')]).toEqual([true, '', null]);
  });

  it('I4 reads a plain key, from the browser and from React', () => {
    const event = press({ key: 'Enter', keyCode: 13 });

    expect([keyOf(event), keyOf({ nativeEvent: event })]).toEqual(['Enter', 'Enter']);
  });
});

describe('shortcuts', () => {
  it.each<[string, System, Given, ReturnType<typeof shortcutOf>]>([
    ['Ctrl+K', 'other', { key: 'k', code: 'KeyK', with: ['ctrl'] }, { act: 'palette' }],
    ['Ctrl+K with the capitals locked', 'other', { key: 'K', code: 'KeyK', with: ['ctrl'] }, { act: 'palette' }],
    ['Ctrl+Z by what is printed on a French key', 'other', { key: 'z', code: 'KeyW', with: ['ctrl'] }, { act: 'undo' }],
    ['Ctrl+W where an American Z is', 'other', { key: 'w', code: 'KeyZ', with: ['ctrl'] }, null],
    ['Ctrl+Shift+Z', 'other', { key: 'Z', code: 'KeyW', with: ['ctrl', 'shift'] }, { act: 'redo' }],
    ['Ctrl+Z on a Greek keyboard, by its place', 'other', { key: 'ζ', code: 'KeyZ', with: ['ctrl'] }, { act: 'undo' }],
    ['Alt and the first digit of a French keyboard', 'other', { key: '&', code: 'Digit1', with: ['alt'] }, { digit: 1 }],
    ['the same with Shift', 'other', { key: '1', code: 'Digit1', with: ['alt', 'shift'] }, { digit: 1 }],
    ['@ with AltGr on Windows', 'other', { key: '@', code: 'Digit0', with: ['ctrl', 'alt', 'altgr'] }, null],
    ['# with AltGr on Linux', 'other', { key: '#', code: 'Digit3', with: ['altgr'] }, null],
    ['{ with Ctrl and Alt', 'other', { key: '{', code: 'Digit4', with: ['ctrl', 'alt'] }, null],
    ['a digit of the keypad with Alt, which writes by its code', 'other', { key: '1', code: 'Numpad1', with: ['alt'] }, null],
    ['the Windows key and K', 'other', { key: 'k', code: 'KeyK', with: ['meta'] }, null],
    ['« with Option on a French Mac', 'mac', { key: '«', code: 'Digit7', with: ['alt'] }, null],
    ['{ with Option on a French Mac', 'mac', { key: '{', code: 'Digit5', with: ['alt'] }, null],
    ['Command and a digit on a French Mac', 'mac', { key: 'è', code: 'Digit7', with: ['meta'] }, { digit: 7 }],
    ['Command+K', 'mac', { key: 'k', code: 'KeyK', with: ['meta'] }, { act: 'palette' }],
    ['F1', 'other', { key: 'F1', code: 'F1' }, { act: 'help' }],
    ['F1 on a Mac', 'mac', { key: 'F1', code: 'F1' }, { act: 'help' }],
    ['Alt+F1, which the system may want', 'other', { key: 'F1', code: 'F1', with: ['alt'] }, null],
    ['F9', 'other', { key: 'F9', code: 'F9' }, { act: 'present' }],
    ['F9 on a Mac', 'mac', { key: 'F9', code: 'F9' }, { act: 'present' }],
    ['Ctrl+F9, which a desktop may want', 'other', { key: 'F9', code: 'F9', with: ['ctrl'] }, null],
    ['F2', 'other', { key: 'F2', code: 'F2' }, null],
    ['Ctrl+? on a French keyboard', 'other', { key: '?', code: 'KeyM', with: ['ctrl', 'shift'] }, { act: 'shortcuts' }],
    ['Ctrl+? on an American keyboard', 'other', { key: '?', code: 'Slash', with: ['ctrl', 'shift'] }, { act: 'shortcuts' }],
    ['? alone, which is typed', 'other', { key: '?', code: 'KeyM', with: ['shift'] }, null],
    ['Ctrl+K on a Mac, which cuts a line', 'mac', { key: 'k', code: 'KeyK', with: ['ctrl'] }, null],
  ])('I4 knows %s', (_, system, given, expected) => {
    expect(shortcutOf(press(given), system)).toEqual(expected);
  });

  it('I4 are written as the keyboard has them', () => {
    const words = (['other', 'mac'] as const).map((system) => [
      shortcutWords({ act: 'palette' }, system),
      shortcutWords({ digit: 3 }, system),
      shortcutName({ act: 'undo' }, system),
      shortcutName({ digit: 3 }, system),
      shortcutWords({ act: 'help' }, system),
    ]);

    expect(words).toEqual([
      ['Ctrl K', 'Alt 3', 'Control+Z', 'Alt+3', 'F1'],
      ['⌘K', '⌘3', 'Meta+Z', 'Meta+3', 'F1'],
    ]);
  });
});

it('I4 tells a key that writes from one that acts', () => {
  const written = [press({ key: 'é' }), press({ key: '«', with: ['alt'] }), press({ key: 'Dead' })].map((event) =>
    makesCharacter(event, 'mac'),
  );
  const acting = [press({ key: 'Enter' }), press({ key: 'k', with: ['meta'] }), press({ key: 'ArrowUp' })].map((event) =>
    makesCharacter(event, 'mac'),
  );

  expect([written, acting]).toEqual([
    [true, true, true],
    [false, false, false],
  ]);
});
