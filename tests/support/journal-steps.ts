// Steps and marks as a journal holds them: a test names only what matters to it.
import type { Step } from '@domain/commands/step.ts';
import { type Change, type Document, recordOf } from '@domain/document.ts';
import type { AnyRecord } from '@domain/tables/tables.ts';
import type { JournalEntry, Mark } from '../../main/journal/journal-entry.ts';
import { NOW } from './context.ts';
import { firstId } from './documents.ts';

/** @returns a step that changes nothing by default */
export function stepAt(revision: number, but: Partial<Step> = {}): Step {
  return {
    revision,
    kind: 'do',
    of: null,
    isAct: false,
    at: NOW,
    by: 'Sonia Nadir',
    label: { command: 'record.update', table: 'sessions', title: `Pas ${revision}` },
    changes: [],
    ...but,
  };
}

export function noted(step: Step, token: string | null = null): JournalEntry {
  return { kind: 'step', step, token };
}

export function held(token: string, revision: number): JournalEntry {
  return { kind: 'held', revision, token };
}

export function mark(kind: Mark['kind'], revision: number, digest: string, token: string | null = null): JournalEntry {
  return { kind, revision, digest, token };
}

/** @returns a digest made of one digit */
export function digest(digit: string): string {
  return digit.repeat(64);
}

/** @returns the change that gives the first session of a document another title, starting from the title `from` */
export function retitled(document: Document, from: string, to: string): Change {
  const id = firstId(document.accompaniment.sessions);
  const session = recordOf(document, 'sessions', id) as AnyRecord;
  return { table: 'sessions', id, before: { ...session, title: from }, after: { ...session, title: to } };
}
