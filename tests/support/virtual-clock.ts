// A clock that only advances when it is told to: timers and slow disks fire in their order, and nothing sleeps.
import { setImmediate } from 'node:timers/promises';
import { type Instant, instant } from '@domain/units.ts';
import type { Later } from '../../main/project/later.ts';
import { NOW } from './context.ts';

type Timer = { readonly dueMs: number; readonly act: () => void };

/** A call without an answer after this time will never have one. */
const LONGEST_WAIT_MS = 3_600_000;

export class VirtualClock {
  #nowMs = 0;
  /** By how much the clock is wrong. */
  #jumpMs = 0;
  readonly #timers = new Set<Timer>();
  readonly #callsUnderWay: () => number;

  /** @param callsUnderWay how many calls a real disk has not answered yet */
  constructor(callsUnderWay: () => number) {
    this.#callsUnderWay = callsUnderWay;
  }

  /** Since the beginning, whatever the wall clock shows. */
  get nowMs(): number {
    return this.#nowMs;
  }

  /** What the wall clock shows, in milliseconds since 1970. */
  wallMs(): number {
    return Date.parse(NOW) + this.#nowMs + this.#jumpMs;
  }

  wall(): Instant {
    return instant(new Date(this.wallMs()).toISOString());
  }

  /** Somebody sets the clock, or its battery is empty. @param hours forwards, or backwards if negative */
  jump(hours: number): void {
    const target = this.wallMs() + hours * 3_600_000;
    const isKnown = target > Date.parse('1985-01-01') && target < Date.parse('2090-01-01'); // the product supports no other years
    if (isKnown) this.#jumpMs += hours * 3_600_000;
  }

  readonly later: Later = (delayMs, act) => {
    const timer = { dueMs: this.#nowMs + delayMs, act };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  };

  sleep(ms: number): Promise<void> {
    return new Promise((resolve) => void this.later(ms, resolve));
  }

  /** Time passes; whatever is due happens at its moment. */
  async advance(ms: number): Promise<void> {
    const end = this.#nowMs + ms;
    await this.#settle();
    while (await this.#fireNext(end));
    this.#nowMs = end;
  }

  /** Lets time pass until there is an answer. Throws if there never will be one. */
  async until<T>(answer: Promise<T>): Promise<T> {
    const heard = { isThere: false };
    const note = (): void => void (heard.isThere = true);
    answer.then(note, note);
    const end = this.#nowMs + LONGEST_WAIT_MS;
    await this.#settle();
    while (!heard.isThere) if (!(await this.#fireNext(end))) throw new Error('There is never an answer');
    return answer;
  }

  /** @returns whether there was a timer to fire */
  async #fireNext(endMs: number): Promise<boolean> {
    let next: Timer | null = null;
    for (const timer of this.#timers) if (timer.dueMs <= endMs && (next === null || timer.dueMs < next.dueMs)) next = timer;
    if (next === null) return false;
    this.#timers.delete(next);
    this.#nowMs = Math.max(this.#nowMs, next.dueMs);
    next.act();
    await this.#settle();
    return true;
  }

  /** Waits until everything has happened that can happen without time passing. */
  async #settle(): Promise<void> {
    for (let quiet = 0; quiet < 2; quiet = this.#callsUnderWay() > 0 ? 0 : quiet + 1) await setImmediate();
  }
}
