// English words of attached documents.
import type { TableTexts } from '../../table-texts.ts';
import { readers } from '../levels.ts';

export const attachments = {
  one: 'attachment',
  many: 'Attachments',
  fields: {
    name: 'Name',
    sha256: 'Fingerprint',
    sessionId: 'Session',
    note: 'Note',
    addedAt: 'Attached at',
    level: 'Who may read it',
  },
  choices: { level: readers },
} satisfies TableTexts<'attachments'>;
