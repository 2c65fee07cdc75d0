// English words of attached documents.
import type { TableTexts } from '../../table-texts.ts';

export const attachments = {
  one: 'attachment',
  many: 'Attachments',
  fields: {
    name: 'Name',
    sha256: 'Fingerprint',
    sessionId: 'Session',
    note: 'Note',
    addedAt: 'Attached at',
  },
  choices: {},
} satisfies TableTexts<'attachments'>;
