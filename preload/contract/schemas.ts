// The strict schema of every message of the window. Main checks it before a handler runs; the window never loads this file.
import { LEVELS } from '@domain/levels/level.ts';
import { LOCK_MINUTES } from '@domain/lock-delay.ts';
import { REPORT_PARTS } from '@domain/report/report-parts.ts';
import { commandSchema, draftSchema } from '@domain/schema/commands.ts';
import { fieldSchema, fieldsSchema, recordId } from '@domain/schema/fields.ts';
import { FINGERPRINT_FORM } from '@domain/tables/forms.ts';
import { LONGEST_CONFLICT_NAME, LONGEST_PRIVATE_NOTE } from '@domain/tables/private.ts';
import { tableNames, TABLES } from '@domain/tables/tables.ts';
import { type CalendarDate, isCalendarDate } from '@domain/units.ts';
import { z } from 'zod';
import type { Args, Channel } from './channels.ts';

const documentId = z.string().regex(/^[a-z0-9-]{8,64}$/);
const token = z.string().regex(/^[a-z0-9-]{8,64}$/);
const nothing = z.strictObject({});
const ofDocument = z.strictObject({ documentId });
const ofRevision = z.strictObject({ documentId, commandId: token, baseRevision: z.int().min(0) });
const ofAttempt = z.strictObject({ attemptId: token });
const backupId = z.string().regex(/^[A-Za-z0-9.~-]{8,120}$/);
const attachTo = { sessionId: recordId.nullable(), isBeyond: z.boolean() };
/** One more than fits, so that the reason can be reported. */
const LARGEST_ATTACHMENT_BASE64 = 8 * 1024 * 1024;
const locale = z.enum(['fr', 'en']);
const secretLine = fieldSchema({ kind: 'text', max: 500, required: false, prose: false });
const secret = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('passphrase'), passphrase: secretLine }),
  z.strictObject({ kind: z.literal('recovery'), recoveryKey: secretLine }),
]);
const sealedDraft = z.discriminatedUnion('table', [
  z.strictObject({
    table: z.literal('privateNotes'),
    id: recordId.nullable(),
    date: fieldSchema({ kind: 'date' }),
    sessionId: recordId.nullable(),
    organisationId: recordId.nullable(),
    personId: recordId.nullable(),
    conflictId: recordId.nullable(),
    text: fieldSchema({ kind: 'text', max: LONGEST_PRIVATE_NOTE, required: false, prose: true }),
  }),
  z.strictObject({
    table: z.literal('privateConflicts'),
    id: recordId.nullable(),
    name: fieldSchema({ kind: 'text', max: LONGEST_CONFLICT_NAME, required: true, prose: false }),
    openedOn: fieldSchema({ kind: 'date' }),
    settledOn: fieldSchema({ kind: 'date' }).nullable(),
  }),
]);
const sealedRef = z.strictObject({ table: z.enum(['privateNotes', 'privateConflicts']), id: recordId });

const { date: workedOn, minutes, kindId, status, envelopeId, phaseId, sessionId, note: comment, justification } = TABLES.timeEntries.fields;
const newTime = z.strictObject({
  date: fieldSchema(workedOn),
  minutes: fieldSchema(minutes),
  kindId: fieldSchema(kindId),
  status: fieldSchema(status),
  envelopeId: fieldSchema(envelopeId),
  phaseId: fieldSchema(phaseId),
  sessionId: fieldSchema(sessionId),
  note: fieldSchema(comment),
  justification: fieldSchema(justification),
});

const settings = z.strictObject({
  locale,
  theme: z.enum(['system', 'light', 'dark']),
  hidesFirstSteps: z.boolean(),
  locksAfter: z.literal(LOCK_MINUTES),
});
const date = z.custom<CalendarDate>((value) => typeof value === 'string' && isCalendarDate(value)).nullable();
const ofSession = z.union([
  z.strictObject({
    kind: z.literal('session'),
    sessionId: recordId,
    without: z.array(z.enum(REPORT_PARTS)).max(REPORT_PARTS.length).optional(),
  }),
  z.strictObject({ kind: z.literal('decisions'), sessionId: recordId }),
]);
const level = z.enum(LEVELS);
/** More than any accompaniment has people. */
const MOST_RECIPIENTS = 5000;
const giving = z.strictObject({
  level,
  personIds: z.array(recordId).max(MOST_RECIPIENTS),
  others: fieldSchema(TABLES.documents.fields.others),
});
const ofPeriod = z.strictObject({ kind: z.enum(['days', 'workbook']), from: date, to: date });

/** channel → schema of its arguments. */
export const ARGUMENTS: { readonly [C in Channel]: z.ZodType } = {
  'app.start': nothing,
  'app.settled': z.strictObject({ unsent: z.int().min(0) }),
  'app.quit': nothing,
  'settings.save': z.strictObject({ settings }),
  'profile.save': z.strictObject({ profile: fieldsSchema('profile') }),
  'library.list': nothing,
  'library.choose': nothing,
  'library.timeChoices': z.strictObject({ entryId: token }),
  'library.addTime': z.strictObject({ entryId: token, commandId: token, time: newTime }),
  'project.create': z.strictObject({ draft: draftSchema }),
  'project.open': z.strictObject({ entryId: token }),
  'project.choose': nothing,
  'project.example': nothing,
  'project.read': ofDocument,
  'project.run': ofRevision.extend({ command: commandSchema }),
  'project.undo': ofRevision.extend({ step: z.int().min(1).optional() }),
  'project.redo': ofRevision,
  'project.save': ofDocument,
  'project.close': ofDocument.extend({ evenUnsaved: z.boolean() }),
  'project.allowChanges': ofDocument,
  'project.saveElsewhere': ofDocument,
  'backups.list': ofDocument,
  'backups.read': ofDocument.extend({ backupId }),
  'backups.open': ofDocument.extend({ backupId, secret: secret.optional() }),
  'backups.restore': ofRevision.extend({ backupId }),
  'backups.save': ofDocument.extend({ backupId, secret: secret.optional() }),
  'backups.dismiss': ofDocument.extend({ backupId }),
  'conflict.read': ofDocument.extend({ secret: secret.optional() }),
  'conflict.answer': ofDocument.extend({ answer: z.enum(['both', 'theirs', 'mine']), secret: secret.optional() }),
  'gone.list': nothing,
  'gone.open': z.strictObject({ goneId: token }),
  'gone.forget': z.strictObject({ goneId: token }),
  'attempt.read': nothing,
  'attempt.open': ofAttempt.extend({ how: z.enum(['read-only', 'take-over', 'again']) }),
  'attempt.unlock': ofAttempt.extend({ secret }),
  'attempt.accept': ofAttempt.extend({ secret: secret.nullable() }),
  'attempt.recover': ofAttempt.extend({ backupId: backupId.nullable(), secret: secret.nullable(), isTakingOver: z.boolean().optional() }),
  'document.save': ofRevision.extend({ request: z.union([ofSession, ofPeriod]), locale, giving }),
  'document.preview': ofDocument.extend({
    request: z.union([ofSession, ofPeriod.extend({ kind: z.literal('days') })]),
    locale,
    readers: level,
  }),
  'document.open': z.strictObject({ documentToken: token }),
  'attachments.read': ofDocument,
  'attachments.choose': ofRevision.extend(attachTo),
  'attachments.add': ofRevision.extend({
    ...attachTo,
    name: fieldSchema(TABLES.attachments.fields.name),
    data: z
      .string()
      .max(LARGEST_ATTACHMENT_BASE64)
      .regex(/^[A-Za-z0-9+/]*={0,2}$/),
  }),
  'attachments.open': ofDocument.extend({ attachmentId: recordId }),
  'attachments.save': ofRevision.extend({ attachmentId: recordId, giving }),
  'logo.choose': nothing,
  'logo.add': ofRevision.extend({
    of: fieldSchema(TABLES.logos.fields.of),
    name: fieldSchema(TABLES.logos.fields.name),
    picture: fieldSchema(TABLES.logos.fields.picture),
  }),
  'export.save': ofRevision.extend({ form: z.enum(['json', 'csv']), giving }),
  'copy.save': ofRevision.extend({ giving }),
  'register.read': ofDocument,
  'register.open': ofDocument.extend({ givenId: recordId }),
  'register.save': ofDocument.extend({ givenId: recordId }),
  'register.changes': ofDocument.extend({ givenId: recordId, request: z.union([ofSession, ofPeriod]), locale, readers: level }),
  'traces.read': ofDocument,
  'traces.leave': ofDocument,
  'history.read': ofDocument.extend({
    record: z.strictObject({ table: z.enum(tableNames()), id: recordId }).nullable(),
    skip: z.int().min(0),
  }),
  'protection.status': ofDocument,
  'protection.set': ofRevision.extend({ passphrase: secretLine }),
  'protection.change': ofRevision.extend({ secret, passphrase: secretLine, isNewKey: z.boolean().optional() }),
  'protection.renew': ofRevision.extend({ secret }),
  'protection.remove': ofRevision.extend({ secret }),
  'clipboard.copied': z.strictObject({ print: z.string().regex(FINGERPRINT_FORM) }),
  'vault.status': ofDocument,
  'vault.stay': ofDocument,
  'vault.lock': ofDocument,
  'vault.notes': ofDocument,
  'vault.create': ofRevision.extend({ passphrase: secretLine }),
  'vault.unlock': ofRevision.extend({ secret, isKeyAccepted: z.boolean().optional() }),
  'vault.system': ofDocument,
  'vault.systemOn': ofDocument.extend({ secret }),
  'vault.systemOff': ofDocument,
  'vault.unlockHere': ofRevision.extend({ isKeyAccepted: z.boolean().optional() }),
  'vault.mend': ofRevision.extend({ secret }),
  'vault.change': ofRevision.extend({ secret, passphrase: secretLine, isNewKey: z.boolean().optional() }),
  'vault.renew': ofRevision.extend({ secret }),
  'vault.write': ofRevision.extend({ record: sealedDraft }),
  'vault.own': ofRevision.extend({ record: sealedRef }),
  'vault.remove': ofRevision.extend({ record: sealedRef }),
  'presentation.enter': z.strictObject({ unnoted: ofDocument.extend({ recoveryKey: secretLine }).nullable() }),
  'presentation.cleared': nothing,
  'presentation.sealed': nothing,
  'presentation.leave': z.strictObject({ secret: secret.nullable() }),
};

/** @returns the arguments, checked; `null` if they do not match the channel's schema */
export function parseArguments<C extends Channel>(channel: C, args: unknown): Args<C> | null {
  const parsed = ARGUMENTS[channel].safeParse(args);
  return parsed.success ? (parsed.data as Args<C>) : null; // the schema of the channel has just accepted it
}
