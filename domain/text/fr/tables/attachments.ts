// French words of attached documents.
import type { TableTexts } from '../../table-texts.ts';

export const attachments = {
  one: 'pièce jointe',
  many: 'Pièces jointes',
  fields: {
    name: 'Nom',
    sha256: 'Empreinte',
    sessionId: 'Séance',
    note: 'Note',
    addedAt: 'Jointe le',
  },
  choices: {},
} satisfies TableTexts<'attachments'>;
