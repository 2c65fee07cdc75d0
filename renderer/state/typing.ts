// What is typed and not kept yet, from the first key to main's answer: the one mechanism for texts, dates, times and new lines.
import { sayFailure } from './messages.ts';
import { windowStore } from './window-state.ts';

const PAUSE_MS = 500;
/** Text typed without a pause is safe within a second too. */
const LATEST_MS = 900;

/** Takes what was typed to where it is kept. @returns whether it is kept; what is refused stays in its field */
export type Keep<T> = (typed: T) => boolean | Promise<boolean>;

export type TypingOptions<T> = {
  /** By which it is found again once its field comes back (`sessions/<id>/title`); `null` for a field that goes with what it is typed for. */
  readonly place: string | null;
  /** pauses: sent after a pause and at the latest within a second; leaving: once the field is left. */
  readonly sends: 'after pauses' | 'on leaving';
  /** What the field showed before anything was typed: typed again, it needs no message. */
  readonly saved: () => T | undefined;
  readonly keep: Keep<T>;
  /** It may stand nowhere but in its field. */
  readonly isPrivate?: boolean;
  /** Called when its field is gone and what was typed in it has been refused. */
  readonly onLeft: () => void;
  /** Called with a line that was refused when the next one was being typed already: nothing else holds it any more. */
  readonly onLost: (typed: T) => void;
};

/** `typed`: what the field shows in the place of the saved value; `undefined`: nothing. */
export type Shown<T> = { readonly typed: T | undefined; readonly isRefused: boolean };

type Waiting = {
  readonly isAlone: boolean;
  /** `null` for what may not stand anywhere else. */
  readonly words: string | null;
  readonly settle: () => Promise<void>;
  readonly forget: () => void;
};

/** The fields that hold something which main does not have. */
const waiting = new Set<Waiting>();
/** What was refused after its field had gone, by its place. */
const left = new Map<string, { readonly shown: Shown<unknown>; readonly documentId: string | null; readonly forget: () => void }>();

/** Sends everything that is being typed, at once. */
export function commitDrafts(): void {
  void settleDrafts();
}

/**
 * Sends everything that is being typed; what was refused and has no field any more would be refused again, and waits.
 * @returns when main has answered: what is still being typed then was refused
 */
export async function settleDrafts(): Promise<void> {
  await Promise.all([...waiting].filter(({ isAlone }) => !isAlone).map((typing) => typing.settle()));
}

/** Forgets everything that is being typed: its file is closed without it. */
export function forgetDrafts(): void {
  for (const typing of waiting) typing.forget();
  left.clear();
}

/** @returns the text that was refused in this place and has no field any more; `null` if there is none */
export function leftAt(place: string): string | null {
  const found = left.get(place);
  const typed = found?.documentId === openDocument() ? found?.shown.typed : undefined;
  return typeof typed === 'string' ? typed : null; // whatever its field is for, it is typed as a text
}

/** Gives up the text that was refused in this place. */
export function forgetLeft(place: string): void {
  left.get(place)?.forget();
  left.delete(place);
}

/** @returns what was typed and main does not have, to be read where its fields are gone; without what is private */
export function wordsNotKept(): readonly string[] {
  return [...waiting].flatMap(({ words }) => (words === null || words.trim() === '' ? [] : [words]));
}

/** Counts one more (or one less) thing that main does not know of yet. */
export function countUnsent(step: 1 | -1): void {
  windowStore.set({ unsent: Math.max(0, windowStore.get().unsent + step) });
}

/** @returns the id of the open document that the window shows; `null` while it shows none. */
export function openDocument(): string | null {
  return windowStore.get().project?.documentId ?? null;
}

export class Typing<T> {
  shown: Shown<T> = { typed: undefined, isRefused: false };
  #options: TypingOptions<T>;
  #show: (shown: Shown<T>) => void = () => undefined;
  /** The file for which it was typed. */
  documentId: string | null = null;
  #sending: { readonly typed: T; readonly isKept: Promise<boolean> } | null = null;
  #pause: ReturnType<typeof setTimeout> | undefined;
  #latest: ReturnType<typeof setTimeout> | undefined;
  #isThere = true;

  private constructor(options: TypingOptions<T>) {
    this.#options = options;
  }

  /** @returns what was typed in this place and refused, while its field was gone; else a field in which nothing is typed */
  static in<T>(options: TypingOptions<T>): Typing<T> {
    const found = options.place === null ? undefined : (left.get(options.place) as Typing<T> | undefined); // a place always holds the same kind of value
    if (found === undefined || found.documentId !== openDocument()) return new Typing(options);
    found.#options = options;
    return found;
  }

  /** It was refused, and its field is gone. */
  get isAlone(): boolean {
    return !this.#isThere && this.shown.isRefused;
  }

  get words(): string | null {
    const { typed } = this.shown;
    return typeof typed === 'string' && this.#options.isPrivate !== true ? typed : null;
  }

  /** Takes what the field holds after a key. */
  type(typed: T): void {
    this.documentId = openDocument();
    this.#hold({ typed, isRefused: false });
    this.#wait(true);
    if (this.#options.sends !== 'after pauses') return;
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => void this.#settle('typing'), PAUSE_MS);
    this.#latest ??= setTimeout(() => void this.#settle('typing'), LATEST_MS);
  }

  /** Sends what was typed. The field shows it until main has answered, then what is saved; what is refused stays in it. */
  commit(): void {
    void this.settle();
  }

  /** The same. @returns when main has answered */
  settle(): Promise<void> {
    return this.#settle('left');
  }

  /** Sends what was typed and makes room for the next at once; what is refused comes back, unless something else was typed meanwhile. */
  async next(): Promise<void> {
    const { typed } = this.shown;
    if (typed === undefined) return;
    this.forget();
    if (await this.#options.keep(typed)) return;
    if (this.shown.typed !== undefined) {
      this.#options.onLost(typed);
      return;
    }
    this.type(typed);
    this.#hold({ typed, isRefused: true });
    this.#remain();
  }

  /** Empties the field. */
  forget(): void {
    this.#stopClocks();
    this.#wait(false);
    this.#hold({ typed: undefined, isRefused: false });
  }

  /** Its field is drawn again, perhaps with another saved value. */
  renew(options: TypingOptions<T>): void {
    this.#options = options;
  }

  /** Its field is there (again), and is shown what is typed in it. */
  enter(show: (shown: Shown<T>) => void): void {
    this.#isThere = true;
    this.#show = show;
    if (this.#options.place !== null) left.delete(this.#options.place);
  }

  /** Its field goes: what it holds is sent for the last time, and waits in its place if it is refused. */
  leave(): void {
    this.#isThere = false;
    void this.settle().then(() => this.#remain());
  }

  #remain(): void {
    if (this.#isThere || this.shown.typed === undefined) return;
    const { place, onLeft } = this.#options;
    if (place === null) {
      this.forget();
      return;
    }
    if (left.get(place) === this) return;
    left.set(place, this);
    onLeft();
  }

  async #settle(how: 'typing' | 'left'): Promise<void> {
    const { typed } = this.shown;
    this.#stopClocks();
    if (typed === undefined) return;
    if (this.documentId !== openDocument()) {
      sayFailure({ code: 'document-unknown' });
      this.forget();
      return;
    }
    const answer = this.#send(typed);
    const isKept = typeof answer === 'boolean' ? answer : await answer;
    if (this.shown.typed !== typed) return;
    if (!isKept) this.#hold({ typed, isRefused: true });
    else if (how === 'left') this.forget();
    else this.#wait(false);
  }

  /** The same once more is not sent while it is on its way. */
  #send(typed: T): boolean | Promise<boolean> {
    const { saved, keep } = this.#options;
    if (this.#sending?.typed === typed) return this.#sending.isKept;
    if (this.#sending === null && typed === saved()) return true;
    const answer = keep(typed);
    if (typeof answer === 'boolean') return answer;
    const sending = { typed, isKept: answer };
    this.#sending = sending;
    const end = (): void => {
      if (this.#sending === sending) this.#sending = null;
    };
    void answer.then(end, end);
    return answer;
  }

  #hold(shown: Shown<T>): void {
    this.shown = shown;
    this.#show(shown);
  }

  #wait(isWaiting: boolean): void {
    if (waiting.has(this) === isWaiting) return;
    if (isWaiting) waiting.add(this);
    else waiting.delete(this);
    windowStore.set({ typing: waiting.size });
    countUnsent(isWaiting ? 1 : -1);
  }

  #stopClocks(): void {
    clearTimeout(this.#pause);
    clearTimeout(this.#latest);
    this.#latest = undefined;
  }
}
