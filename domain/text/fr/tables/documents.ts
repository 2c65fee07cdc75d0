// French words of the register of documents.
import type { TableTexts } from '../../table-texts.ts';
import { readers } from '../levels.ts';

export const documents = {
  one: 'document remis',
  many: 'Documents remis',
  fields: {
    kind: 'Document',
    title: 'Intitulé',
    sessionId: 'Séance',
    from: 'Du',
    to: 'Au',
    locale: 'Langue',
    level: 'Qui peut lire',
    others: 'Autres destinataires',
    leftOut: 'Ce que cet exemplaire ne dit pas',
    fileName: 'Fichier',
    pages: 'Pages',
    bytes: 'Taille',
    sha256: 'Empreinte SHA-256',
    copy: 'Copie figée',
    lines: 'Texte figé',
    givenOn: 'Remis le',
    enteredAt: 'Inscrit le',
    note: 'Note',
  },
  choices: {
    kind: {
      session: 'compte rendu',
      decisions: 'relevé de décisions',
      days: 'état des jours financés',
      workbook: 'classeur Excel',
      json: 'export JSON',
      csv: 'export CSV',
      copy: 'copie de remise',
      attachment: 'pièce jointe',
    },
    locale: { fr: 'français', en: 'anglais' },
    level: readers,
  },
} satisfies TableTexts<'documents'>;

export const recipients = {
  one: 'destinataire',
  many: 'Destinataires',
  fields: { documentId: 'Document remis', personId: 'Personne' },
  choices: {},
} satisfies TableTexts<'recipients'>;
