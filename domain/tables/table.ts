// What one table declares: to which file and class it belongs, who may edit it, how it is called, found and merged.
import type { Field } from './field.ts';

/** The two kinds of file: one accompaniment, or one accompanist. */
export type FileKind = 'accompaniment' | 'person';
/** accompaniment: may leave this machine; desk: the accompanist's own working data; vault: sealed. */
export type Confidentiality = 'accompaniment' | 'desk' | 'vault';

export type TableDeclaration = {
  readonly kind: FileKind;
  readonly class: Confidentiality;
  /** free: the window may create, change and remove; single: exactly one, only changed; attached: made by main alone, then changed and removed; acts: only by commands of its own. */
  readonly edits: 'free' | 'single' | 'attached' | 'acts';
  /** field: two copies are merged field by field; ask: never merged without being shown. */
  readonly merge: 'field' | 'ask';
  /** The field that names a record of it in a sentence. */
  readonly title: string;
  readonly fields: Readonly<Record<string, Field>>;
};

/** Keeps the literal types of a declaration while checking its form. */
export function table<const D extends TableDeclaration>(declaration: D): D {
  return declaration;
}
