// The strict form of every message of the window. Main checks it before a handler runs; the window never loads this.
import { commandSchema, draftSchema } from '@domain/schema/commands.ts';
import { fieldsSchema, recordId } from '@domain/schema/fields.ts';
import { z } from 'zod';
import type { Args, Channel } from './channels.ts';

const documentId = z.string().regex(/^[a-z0-9-]{8,64}$/);
const token = z.string().regex(/^[a-z0-9-]{8,64}$/);
const nothing = z.strictObject({});
const ofDocument = z.strictObject({ documentId });
const ofRevision = z.strictObject({ documentId, commandId: token, baseRevision: z.int().min(0) });
const locale = z.enum(['fr', 'en']);

/** channel → schema of its arguments. */
export const ARGUMENTS: { readonly [C in Channel]: z.ZodType } = {
  'app.start': nothing,
  'app.quit': nothing,
  'settings.save': z.strictObject({ settings: z.strictObject({ locale, theme: z.enum(['system', 'light', 'dark']) }) }),
  'profile.save': z.strictObject({ profile: fieldsSchema('profile') }),
  'library.list': nothing,
  'library.choose': nothing,
  'project.create': z.strictObject({ draft: draftSchema }),
  'project.open': z.strictObject({ entryId: token }),
  'project.choose': nothing,
  'project.example': nothing,
  'project.read': ofDocument,
  'project.run': ofRevision.extend({ command: commandSchema }),
  'project.undo': ofRevision,
  'project.redo': ofRevision,
  'project.save': ofDocument,
  'project.close': ofDocument.extend({ evenUnsaved: z.boolean() }),
  'report.save': ofDocument.extend({ sessionId: recordId, locale }),
  'report.open': z.strictObject({ documentToken: token }),
};

/** @returns the arguments, checked; `null` when they are not of the channel's form. */
export function parseArguments<C extends Channel>(channel: C, args: unknown): Args<C> | null {
  const parsed = ARGUMENTS[channel].safeParse(args);
  return parsed.success ? (parsed.data as Args<C>) : null; // the schema of the channel has just accepted it
}
