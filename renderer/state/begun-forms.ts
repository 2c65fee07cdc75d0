// What has been begun in the form of a dialog: it is sent as a whole, so nothing of it is safe before, and nothing of it goes without a word.

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What comes before a field can change, whoever changes it: keys, a mouse, a paste, a drop, an input method. */
const BEFORE_CHANGES = ['keydown', 'pointerdown', 'beforeinput', 'compositionstart'] as const;

const watched = new Set<FormWatch>();

/** @returns how many forms hold something that has not been sent */
export function begunForms(): number {
  return [...watched].filter((watch) => watch.hasBegun()).length;
}

/** Remembers what each field of a form first held. Whatever kind of form it is, nobody has to say what has changed in it. */
export class FormWatch {
  readonly #first = new Map<Control, string>();

  /** @param dialog the element around the form. @returns a function that stops watching */
  watch(dialog: HTMLElement): () => void {
    const listening = new AbortController();
    const look = (): void => this.#look(dialog);
    for (const kind of BEFORE_CHANGES) dialog.addEventListener(kind, look, { capture: true, signal: listening.signal });
    const picture = requestAnimationFrame(look); // an assistant may press without any of these
    watched.add(this);
    return () => {
      listening.abort();
      cancelAnimationFrame(picture);
      watched.delete(this);
      this.#first.clear();
    };
  }

  /** A field that has gone meanwhile still counts: it may come back with what was typed in it. */
  hasBegun(): boolean {
    return [...this.#first].some(([control, first]) => valueOf(control) !== first);
  }

  /** Fields outside a form save themselves. */
  #look(dialog: HTMLElement): void {
    for (const control of dialog.querySelectorAll<Control>('form :is(input, textarea, select)'))
      if (!this.#first.has(control)) this.#first.set(control, valueOf(control));
  }
}

function valueOf(control: Control): string {
  const isTicked = control instanceof HTMLInputElement && (control.type === 'checkbox' || control.type === 'radio');
  return isTicked ? String(control.checked) : control.value;
}
