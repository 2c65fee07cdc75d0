// What a key event means. The one place that reads the keys of an event: the architecture test forbids it anywhere else.
import { lowerAscii } from '@domain/writing/ascii.ts';

type Press = Pick<KeyboardEvent, 'key' | 'code' | 'keyCode' | 'isComposing' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'> &
  Partial<Pick<KeyboardEvent, 'getModifierState'>>;
/** An event of the browser, or of React. */
export type KeyEvent = Press | { readonly nativeEvent: Press };

/** What a shortcut of the whole window does: one of the acts, or the screen of a digit. */
export type Shortcut = { readonly act: Act } | { readonly digit: number };

/**
 * The acts in the order of the sheet of shortcuts, each with its key as it is printed on the keyboard: with Ctrl, or alone if it is a
 * function key. A sign alone would not do: somebody who does not look at the keys types it by mistake.
 */
const ACT_KEYS = { help: 'F1', shortcuts: '?', palette: 'K', save: 'S', undo: 'Z', redo: 'Y', present: 'F9' } as const;
export type Act = keyof typeof ACT_KEYS;
/** Every act that has a shortcut. */
export const ACTS = Object.keys(ACT_KEYS) as readonly Act[]; // its keys and no others
const ACT_OF = new Map(ACTS.map((act) => [lowerAscii(ACT_KEYS[act]), act]));
const FUNCTION_KEY = /^F\d+$/;

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

/** @returns whether Caps Lock is on, as the event says; `null` for an event that does not say it */
export function isCapsLockOn(event: KeyEvent): boolean | null {
  return pressOf(event).getModifierState?.('CapsLock') ?? null;
}

/** @returns whether Enter alone was pressed, which begins a new line where there are several */
export function isPlainEnter(event: KeyEvent): boolean {
  const { ctrlKey, metaKey, altKey, shiftKey } = pressOf(event);
  return keyOf(event) === 'Enter' && !ctrlKey && !metaKey && !altKey && !shiftKey;
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
 * A function key alone; Ctrl with a letter or a sign, or Command on a Mac, where Ctrl edits texts; Alt with a digit, or Command on a Mac,
 * where Option writes « and others. Letters and signs go by what is printed on the key, since Z is elsewhere on a French keyboard; digits by
 * its place, since they need Shift there.
 * @returns the shortcut of the window that was pressed, `null` if it is none
 */
export function shortcutOf(event: KeyEvent, system = systemHere()): Shortcut | null {
  const press = pressOf(event);
  if (isComposing(event) || makesCharacter(event, system)) return null;
  if (FUNCTION_KEY.test(press.key)) return isAlone(press) ? actOf(press.key) : null;
  const isMac = system === 'mac';
  const [isCommand, isOther] = isMac ? [press.metaKey, press.ctrlKey] : [press.ctrlKey, press.metaKey];
  if (isOther) return null;
  const digit = digitOf(press);
  if (digit !== null) return (isMac ? isCommand : press.altKey) ? { digit } : null;
  if (!isCommand || press.altKey) return null;
  const shortcut = actOf(press.key === ACT_KEYS.shortcuts ? press.key : letterOf(press));
  return shortcut?.act === 'undo' && press.shiftKey ? { act: 'redo' } : shortcut;
}

function actOf(key: string): { readonly act: Act } | null {
  const act = ACT_OF.get(lowerAscii(key));
  return act === undefined ? null : { act };
}

function isAlone({ ctrlKey, metaKey, altKey, shiftKey }: Press): boolean {
  return !ctrlKey && !metaKey && !altKey && !shiftKey;
}

/** @returns the keys of a shortcut as they are printed on the keyboard (`Ctrl K`, `⌘K`) */
export function shortcutWords(shortcut: Shortcut, system = systemHere()): string {
  const key = keyPrinted(shortcut);
  if (FUNCTION_KEY.test(key)) return key;
  if (system === 'mac') return `⌘${key}`;
  return `${'digit' in shortcut ? 'Alt' : 'Ctrl'} ${key}`;
}

/** @returns the same for screen readers, as `aria-keyshortcuts` wants it */
export function shortcutName(shortcut: Shortcut, system = systemHere()): string {
  const key = keyPrinted(shortcut);
  if (FUNCTION_KEY.test(key)) return key;
  const modifier = system === 'mac' ? 'Meta' : 'digit' in shortcut ? 'Alt' : 'Control';
  return `${modifier}+${key}`;
}

function keyPrinted(shortcut: Shortcut): string {
  return 'digit' in shortcut ? String(shortcut.digit) : ACT_KEYS[shortcut.act];
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
