// The register of the days on which Tierce has run on this computer: an age that stays right when the clock is set back or jumps ahead.
import { dirname } from 'node:path';
import { z } from 'zod';
import { errnoOf } from '../files/disk-failure.ts';
import type { FileSystem } from '../files/file-system.ts';
import { readSmallFile } from '../files/read-small-file.ts';
import { replaceFile } from '../files/replace-file.ts';

/**
 * A day counts unless it is among this many days seen last: a clock that jumps back and forth between days counts each of them once.
 * It is more than any backup is kept for, so that the days since are always different ones.
 */
export const DAYS_REMEMBERED = 180;
const LARGEST_COUNT = 999_999_999;
const schema = z.strictObject({
  count: z.int().min(1).max(LARGEST_COUNT),
  days: z
    .array(z.string().regex(/^\d{4}-\d{2}-\d{2}$/))
    .min(1)
    .max(DAYS_REMEMBERED),
});

/** `count`: of all days; `days`: those seen last, the latest at the end. */
export type Register = { readonly count: number; readonly days: readonly string[] };
export type RunDaysOptions = {
  readonly files: FileSystem;
  /** Of the register file. */
  readonly path: string;
  /** The local day, by the clock. */
  readonly today: () => string;
  readonly newId: () => string;
};

export class RunDays {
  readonly #options: RunDaysOptions;
  #noted: { readonly day: string; readonly count: number } | null = null;

  constructor(options: RunDaysOptions) {
    this.#options = options;
  }

  /** Records that Tierce runs today. @returns on how many days it has, today included; `null` when the register cannot be read just now */
  async count(): Promise<number | null> {
    const day = this.#options.today();
    if (this.#noted?.day === day) return this.#noted.count;
    const before = await this.#read();
    if (before === 'unreachable') return null;
    const after = withDay(before, day);
    const isKept = after === before || (await this.#write(after));
    if (isKept) this.#noted = { day, count: after.count };
    return after.count;
  }

  /** A register that makes no sense is started over: ages are then too low, and what depends on them is kept longer. */
  async #read(): Promise<Register | null | 'unreachable'> {
    try {
      const read = await readSmallFile(this.#options.files, this.#options.path);
      if (read === 'no-file') return 'unreachable';
      return typeof read === 'string' ? null : readRegister(read.text);
    } catch (error) {
      if (errnoOf(error) === null) throw error;
      return 'unreachable';
    }
  }

  async #write(register: Register): Promise<boolean> {
    const { files, path, newId } = this.#options;
    try {
      await files.mkdir(dirname(path), { recursive: true });
    } catch (error) {
      if (errnoOf(error) === null) throw error;
      return false;
    }
    return (await replaceFile(files, { path, parts: [Buffer.from(`${JSON.stringify(register)}\n`, 'utf8')], nonce: newId() })).ok;
  }
}

/** @returns the register with a day added; the same one when that day was already the latest */
export function withDay(register: Register | null, day: string): Register {
  if (register === null) return { count: 1, days: [day] };
  if (register.days.at(-1) === day) return register;
  const others = register.days.filter((seen) => seen !== day);
  const isNew = others.length === register.days.length;
  return { count: Math.min(LARGEST_COUNT, register.count + (isNew ? 1 : 0)), days: [...others, day].slice(-DAYS_REMEMBERED) };
}

/** @returns what a register says, or `null` for a damaged one */
export function readRegister(text: string): Register | null {
  try {
    const parsed = schema.safeParse(JSON.parse(text));
    return parsed.success && parsed.data.count >= parsed.data.days.length ? parsed.data : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
