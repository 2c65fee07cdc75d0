// The register of the days on which Tierce has run on this computer: an age that a clock which is put back or jumps ahead cannot make up.
import { dirname } from 'node:path';
import { z } from 'zod';
import { errnoOf } from '../files/disk-failure.ts';
import type { FileSystem } from '../files/file-system.ts';
import { readSmallFile } from '../files/read-small-file.ts';
import { replaceFile } from '../files/replace-file.ts';

/**
 * A day counts when it is none of so many seen last: a clock that goes to and fro between days counts each of them once.
 * More than anything is kept for, so that the days since are always different ones.
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
  /** Of the register. */
  readonly path: string;
  /** The local day, as the clock has it. */
  readonly today: () => string;
  readonly newId: () => string;
};

export class RunDays {
  readonly #options: RunDaysOptions;
  #noted: { readonly day: string; readonly count: number } | null = null;

  constructor(options: RunDaysOptions) {
    this.#options = options;
  }

  /** Notes that Tierce runs today. @returns on how many days it has, today included; `null` when the register cannot be read just now */
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

  /** One that says nothing sensible begins anew: ages are then too low, and what is kept by them is kept longer. */
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

/** @returns the register with a day, the same one when that day was the latest */
export function withDay(register: Register | null, day: string): Register {
  if (register === null) return { count: 1, days: [day] };
  if (register.days.at(-1) === day) return register;
  const others = register.days.filter((seen) => seen !== day);
  const isNew = others.length === register.days.length;
  return { count: Math.min(LARGEST_COUNT, register.count + (isNew ? 1 : 0)), days: [...others, day].slice(-DAYS_REMEMBERED) };
}

/** @returns what a register says, or `null` for one that was damaged */
export function readRegister(text: string): Register | null {
  try {
    const parsed = schema.safeParse(JSON.parse(text));
    return parsed.success && parsed.data.count >= parsed.data.days.length ? parsed.data : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
