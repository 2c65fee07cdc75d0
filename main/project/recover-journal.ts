// What the journal has for a file that is being opened: steps to recover, and what has to be set aside.
import type { Step } from '@domain/commands/step.ts';
import { withStep } from '@domain/history/history.ts';
import type { FileFailure } from '@domain/failures.ts';
import { ok, type Result } from '@domain/result.ts';
import type { Repaired } from '@contract/project.ts';
import type { AttachedContent, Contents } from '../files/attached-contents.ts';
import type { Project } from '../files/envelope.ts';
import type { ReadProject } from '../files/read-project-file.ts';
import type { JournalEntry, Noted } from '../journal/journal-entry.ts';
import type { Journal } from '../journal/journal.ts';
import { unreadNonce } from '../journal/journal-names.ts';
import { lineageOf, markOf } from '../journal/lineage.ts';
import { recover, type Recovery } from '../journal/recover.ts';
import type { OpenKeys } from '../vault/open-keys.ts';
import { contentOf, encodedContent } from '../vault/reseal-contents.ts';
import { namedBy } from './contents-keeper.ts';
import { keepStranded } from './keep-stranded.ts';
import type { SessionServices } from './session-services.ts';

/**
 * A step that names a missing content is set aside, while the file opens. If the content cannot be read just now that is a failure: it may
 * be there.
 */
export async function recoverWithContents(
  services: SessionServices,
  read: ReadProject,
  entries: readonly JournalEntry[],
  keys: OpenKeys | null,
): Promise<Result<{ readonly recovery: Recovery; readonly contents: Contents }, FileFailure>> {
  const contents = new Map(read.contents);
  for (const { sha256 } of entries.flatMap((entry) => (entry.kind === 'step' ? namedBy(entry.step.changes) : []))) {
    const found = contents.has(sha256) ? ok(null) : await findUnderAny(services, sha256, { fileId: read.header.fileId, keys });
    if (!found.ok) return found;
    if (found.value !== null) contents.set(sha256, found.value);
  }
  const canApply = (step: Step): boolean => namedBy(step.changes).every(({ sha256 }) => contents.has(sha256));
  const recovery = recover({ ...read, revision: read.header.revision }, entries, { dayOf: services.dayOf, canApply });
  return ok({ recovery, contents });
}

/** A content may still be under an earlier key of the file, or in the clear. @returns it sealed with the present key */
async function findUnderAny(
  { contents }: SessionServices,
  sha256: string,
  { fileId, keys }: { readonly fileId: string; readonly keys: OpenKeys | null },
): Promise<Result<AttachedContent | null, FileFailure>> {
  const to = { fileId, key: keys?.key ?? null };
  const found = await contents.find(sha256, to);
  if (!found.ok || found.value !== null) return found;
  const before = keys === null ? [] : [...keys.earlier.map(({ key }) => key), null];
  for (const key of before) {
    const earlier = await contents.find(sha256, { fileId, key });
    if (!earlier.ok) return earlier;
    const opened = earlier.value === null ? null : contentOf(earlier.value, { fileId, key });
    if (opened !== null && opened.ok) return ok(encodedContent(sha256, opened.value, to));
  }
  return ok(null);
}

/** Steps to be set aside, with the entries around them. */
export type Parts = {
  readonly entries: readonly JournalEntry[];
  readonly contents: Contents;
  readonly steps: readonly (readonly Step[])[];
};

/**
 * For entries that are never applied to the file: plain lines beside a sealed file, which anybody may have written, or those of a journal
 * that was set aside.
 * @returns those steps that the file does not hold
 */
export async function beyondFile(
  services: SessionServices,
  read: ReadProject,
  entries: readonly JournalEntry[],
  keys: OpenKeys | null,
): Promise<Result<Parts, FileFailure>> {
  const recovered = await recoverWithContents(services, read, entries, keys);
  if (!recovered.ok) return recovered;
  const {
    recovery: { broughtBack, stranded, displaced },
    contents,
  } = recovered.value;
  return ok({ entries, contents, steps: [[...broughtBack, ...stranded], displaced] });
}

type Followed = {
  readonly name: string;
  readonly contents: Contents;
  readonly read: ReadProject;
  readonly journal: Journal;
  readonly entries: readonly JournalEntry[];
  readonly recovery: Recovery;
  readonly inTheClear: Parts;
};

/**
 * Goes on with a journal that leads to this file. Any other, or one with a part left over, is set aside whole, its steps are kept as a
 * backup that the screens show, and the journal is restarted.
 * @returns how many steps were set aside; `sealed` if they cannot be counted here
 */
export async function followJournal(
  services: SessionServices,
  { name, contents, read, journal, entries, recovery, inTheClear }: Followed,
): Promise<Result<Repaired['setAside']>> {
  const lineage = lineageOf(entries);
  const standing = markOf(lineage, read.digest);
  const isForeign = journal.holdsForeignAfter(standing?.place ?? -1); // what cannot be read here may be the only copy of something
  const own = { entries, contents, steps: [recovery.stranded, recovery.displaced] };
  const parts = [own, inTheClear].flatMap(strandedIn);
  if (parts.length === 0 && !isForeign) {
    const compacted = standing === null ? ok(null) : await journal.compact(entries, standing.place, services.newId());
    return compacted.ok ? ok(0) : compacted;
  }
  for (const part of parts) {
    const kept = await keepStranded(services, { name, read, ...part });
    if (!kept.ok) return kept;
  }
  const isLegible = !isForeign || inTheClear.entries.length > 0;
  const nonce = services.newId();
  const aside = await journal.setAside(isLegible ? nonce : unreadNonce(nonce));
  if (!aside.ok) return aside;
  const begun = await journal.rewrite(begunAnew(read, recovery), services.newId());
  if (!begun.ok) return begun;
  return ok(isLegible ? parts.flatMap(({ stranded }) => stranded).length : 'sealed');
}

/** @returns each line of steps that is to be kept, with what it takes to put it together */
export function strandedIn({ steps, ...among }: Parts): readonly (Omit<Parts, 'steps'> & { readonly stranded: readonly Step[] })[] {
  return steps.filter(({ length }) => length > 0).map((stranded) => ({ ...among, stranded }));
}

function begunAnew({ header, digest }: ReadProject, { broughtBack }: Recovery): readonly Noted[] {
  const { revision } = header;
  return [{ kind: 'held', revision }, { kind: 'saved', revision, digest }, ...broughtBack.map((step) => ({ kind: 'step' as const, step }))];
}

/** The last recovered step says who made it and when. */
export function recoveredProject({ header, history, contents }: Project, { document, revision, broughtBack }: Recovery): Project {
  const last = broughtBack.at(-1);
  return {
    document,
    contents,
    history: broughtBack.reduce(withStep, history),
    header: last === undefined ? header : { ...header, revision, savedBy: last.by, savedAt: last.at },
  };
}
