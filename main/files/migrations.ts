// Brings the data of an older format version up to this one, a numbered step at a time.
import type { FileFailure } from '@domain/failures.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import { FORMAT_VERSION } from './envelope.ts';

type Data = Readonly<Record<string, unknown>>;
/** `from`: the version it starts at; it leads to the next. It is pure, and the file itself is not touched. */
export type Migration = { readonly from: number; readonly summary: string; readonly apply: (data: Data) => Data };

/** In order, without a gap: the first leads from version 1 to 2. Version 1 is the first there is. */
export const MIGRATIONS: readonly Migration[] = [];

/**
 * @param migrations those of this Tierce; tests give their own
 * @returns data of the target version; or file-damaged when the version is no whole number from 1, or no step leads on
 */
export function migrate(data: Data, name: string, migrations: readonly Migration[] = MIGRATIONS, target = FORMAT_VERSION): Result<Data, FileFailure> {
  const version = data['formatVersion'];
  if (typeof version !== 'number' || !Number.isSafeInteger(version) || version < 1) return refuse({ code: 'file-damaged', name, where: 'formatVersion' });
  if (version > target) return refuse({ code: 'file-newer', name, version, supported: target });
  let current = data;
  for (let from = version; from < target; from += 1) {
    const step = migrations.find((migration) => migration.from === from);
    if (step === undefined) return refuse({ code: 'file-damaged', name, where: 'formatVersion' });
    current = { ...step.apply(current), formatVersion: from + 1 };
  }
  return ok(current);
}
