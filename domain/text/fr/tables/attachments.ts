// French words of attached documents.
import type { TableTexts } from '../../table-texts.ts';
import { readers } from '../levels.ts';

export const attachments = {
  one: 'pièce jointe',
  many: 'Pièces jointes',
  fields: {
    name: 'Nom',
    sha256: 'Empreinte',
    sessionId: 'Séance',
    note: 'Note',
    addedAt: 'Jointe le',
    level: 'Qui peut lire',
  },
  choices: { level: readers },
} satisfies TableTexts<'attachments'>;
