// Keys that a person holds down, and texts that an input method composes: what no other part of these tests can send.
import type { CDPSession, Locator, Page } from '@playwright/test';

/** As many repetitions as a keyboard sends in ten seconds at its usual thirty a second. */
const TEN_SECONDS = 300;
const CTRL = 2;
const ENTER = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, text: '\r', unmodifiedText: '\r' };
/** A key that the system has handed to an input method. */
const TO_INPUT_METHOD = { key: 'Process', code: 'KeyA', windowsVirtualKeyCode: 229 };
const LETTERS = {
  z: { key: 'z', code: 'KeyZ', windowsVirtualKeyCode: 90, modifiers: CTRL },
  y: { key: 'y', code: 'KeyY', windowsVirtualKeyCode: 89, modifiers: CTRL },
};

export class Keys {
  readonly #page: Page;
  #session: Promise<CDPSession> | null = null;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Presses Enter, holds it, and lets go: it goes wherever the focus is at each repetition. */
  async holdEnter(): Promise<void> {
    // Without waiting in between: main has not answered yet when the first repetitions come.
    const pressed = this.#press('keyDown', ENTER, 1);
    const repeated = this.#press('keyDown', { ...ENTER, autoRepeat: true }, TEN_SECONDS);
    await Promise.all([pressed, repeated]);
    await this.#press('keyUp', ENTER, 1);
  }

  /** Holds Ctrl and a letter until something is so, and ten seconds more. */
  async holdCtrl(letter: keyof typeof LETTERS, until: () => Promise<boolean>): Promise<void> {
    const key = LETTERS[letter];
    await this.#press('rawKeyDown', key, 1);
    while (!(await until())) await this.#press('rawKeyDown', { ...key, autoRepeat: true }, 1);
    await this.#press('rawKeyDown', { ...key, autoRepeat: true }, TEN_SECONDS);
    await this.#press('keyUp', key, 1);
  }

  /** Begins to compose a text, key after key, and neither accepts nor gives it up. */
  async compose(field: Locator, text: string): Promise<void> {
    await field.focus();
    const session = await this.#keys();
    for (let end = 1; end <= text.length; end += 1) {
      await this.#press('rawKeyDown', TO_INPUT_METHOD, 1);
      await session.send('Input.imeSetComposition', { text: text.slice(0, end), selectionStart: end, selectionEnd: end });
    }
  }

  async #press(type: 'keyDown' | 'rawKeyDown' | 'keyUp', key: object, times: number): Promise<void> {
    const session = await this.#keys();
    await Promise.all(Array.from({ length: times }, () => session.send('Input.dispatchKeyEvent', { ...key, type })));
  }

  #keys(): Promise<CDPSession> {
    this.#session ??= this.#page.context().newCDPSession(this.#page);
    return this.#session;
  }
}

/** Pastes a text as another program has put it on the clipboard: by the browser itself, as Ctrl+V does. */
export async function pasteInto(field: Locator, text: string): Promise<void> {
  await field.focus();
  await field.page().evaluate((pasted) => navigator.clipboard.writeText(pasted), text);
  await field.page().keyboard.press('Control+v');
}
