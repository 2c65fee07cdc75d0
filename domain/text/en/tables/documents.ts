// English words of the register of documents.
import type { TableTexts } from '../../table-texts.ts';
import { readers } from '../levels.ts';

export const documents = {
  one: 'document given',
  many: 'Documents given',
  fields: {
    kind: 'Document',
    title: 'Title',
    sessionId: 'Session',
    from: 'From',
    to: 'To',
    locale: 'Language',
    level: 'Who may read it',
    others: 'Other recipients',
    leftOut: 'What this copy leaves out',
    fileName: 'File',
    pages: 'Pages',
    bytes: 'Size',
    sha256: 'SHA-256',
    copy: 'Frozen copy',
    lines: 'Frozen text',
    givenOn: 'Given on',
    enteredAt: 'Entered at',
    note: 'Note',
  },
  choices: {
    kind: {
      session: 'session report',
      decisions: 'decision record',
      days: 'statement of funded days',
      workbook: 'Excel workbook',
      json: 'JSON export',
      csv: 'CSV export',
      copy: 'hand-over copy',
      attachment: 'attachment',
    },
    locale: { fr: 'French', en: 'English' },
    level: readers,
  },
} satisfies TableTexts<'documents'>;

export const recipients = {
  one: 'recipient',
  many: 'Recipients',
  fields: { documentId: 'Document given', personId: 'Person' },
  choices: {},
} satisfies TableTexts<'recipients'>;
