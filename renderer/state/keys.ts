// What a key event means. The one place that reads the keys of an event: the architecture test forbids it anywhere else.
import { lowerAscii } from '@domain/writing/ascii.ts';

type Press = Pick<KeyboardEvent, 'key' | 'code' | 'keyCode' | 'isComposing' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'> &
  Partial<Pick<KeyboardEvent, 'getModifierState'>>;
/** An event of the browser, or of React. */
export type KeyEvent = Press | { readonly nativeEvent: Press };

/** What a shortcut of the whole window does: one of the acts, or the screen of a digit. */
export type Shortcut = { readonly act: Act } | { readonly digit: number };
type Act = 'palette' | 'save' | 'undo' | 'redo';

const LETTERS: Readonly<Record<string, Act>> = { k: 'palette', s: 'save', z: 'undo', y: 'redo' };
/** Chromium's code for a key that goes to an input method, also where it forgets to say that a text is being composed. */
const OF_INPUT_METHOD = 229;

/** @returns whether the key goes to an input method or to voice typing: it ends or changes what is being composed, and does nothing else. */
export function isComposing(event: KeyEvent): boolean {
  const { isComposing: isOpen, keyCode } = pressOf(event);
  return isOpen || keyCode === OF_INPUT_METHOD;
}

/** @returns the name of the key (`Enter`, `Escape`, `ArrowUp`, or its character); empty while a text is being composed */
export function keyOf(event: KeyEvent): string {
  return isComposing(event) ? '' : pressOf(event).key;
}

/** @returns whether the key writes something: AltGr, and Option on a Mac, are for characters, and no shortcut may take them. */
export function makesCharacter(event: KeyEvent, system = systemHere()): boolean {
  const press = pressOf(event);
  const isForCharacters =
    press.getModifierState?.('AltGraph') === true || (press.ctrlKey && press.altKey) || (system === 'mac' && press.altKey);
  const isSign = press.key === 'Dead' || [...press.key].length === 1; // a dead key is half an ê
  return isForCharacters || (!press.ctrlKey && !press.metaKey && !press.altKey && isSign);
}

/**
 * Ctrl with a letter, or Command on a Mac, where Ctrl edits texts; Alt with a digit, or Command on a Mac, where Option writes « and others.
 * Letters go by what is printed on the key, since Z is elsewhere on a French keyboard; digits by its place, since they need Shift there.
 * @returns the shortcut of the window that was pressed, `null` if it is none
 */
export function shortcutOf(event: KeyEvent, system = systemHere()): Shortcut | null {
  const press = pressOf(event);
  if (isComposing(event) || makesCharacter(event, system)) return null;
  const isMac = system === 'mac';
  const [isCommand, isOther] = isMac ? [press.metaKey, press.ctrlKey] : [press.ctrlKey, press.metaKey];
  if (isOther) return null;
  const digit = digitOf(press);
  if (digit !== null) return (isMac ? isCommand : press.altKey) ? { digit } : null;
  const act = isCommand && !press.altKey ? LETTERS[letterOf(press)] : undefined;
  if (act === undefined) return null;
  return { act: act === 'undo' && press.shiftKey ? 'redo' : act };
}

const COMMANDS: Readonly<Record<Act, string>> = { palette: 'K', save: 'S', undo: 'Z', redo: 'Y' };

/** @returns the keys of a shortcut as they are printed on the keyboard (`Ctrl K`, `⌘K`) */
export function shortcutWords(shortcut: Shortcut, system = systemHere()): string {
  const key = 'digit' in shortcut ? String(shortcut.digit) : COMMANDS[shortcut.act];
  if (system === 'mac') return `⌘${key}`;
  return `${'digit' in shortcut ? 'Alt' : 'Ctrl'} ${key}`;
}

/** @returns the same for screen readers, as `aria-keyshortcuts` wants it */
export function shortcutName(shortcut: Shortcut, system = systemHere()): string {
  const key = 'digit' in shortcut ? String(shortcut.digit) : COMMANDS[shortcut.act];
  const modifier = system === 'mac' ? 'Meta' : 'digit' in shortcut ? 'Alt' : 'Control';
  return `${modifier}+${key}`;
}

/** @returns whether a text is being typed there: its field undoes its own typing */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches('textarea') || (target instanceof HTMLInputElement && TEXTS.has(target.type));
}

const TEXTS: ReadonlySet<string> = new Set(['text', 'search', 'password', 'email', 'url', 'tel', 'number']);

export type System = 'mac' | 'other';

function systemHere(): System {
  return globalThis.navigator?.platform.startsWith('Mac') ? 'mac' : 'other';
}

/** What fills in forms by itself sends events of keys that have none. */
const NO_KEY = { key: '', code: '' };

function pressOf(event: KeyEvent): Press {
  const press = 'nativeEvent' in event ? event.nativeEvent : event;
  return typeof press.key === 'string' ? press : { ...press, ...NO_KEY };
}

function digitOf({ code }: Press): number | null {
  const [, digit] = /^Digit([1-9])$/.exec(code) ?? [];
  return digit === undefined ? null : Number(digit);
}

/** Where letters are not Latin, the key in the place of the letter. */
function letterOf({ key, code }: Press): string {
  return lowerAscii(/^[a-z]$/i.test(key) ? key : code.replace(/^Key/, ''));
}
