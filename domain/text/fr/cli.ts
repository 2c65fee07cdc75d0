// French texts of the command line.
import { frenchCount } from '../plural.ts';

export const cli = {
  usage: [
    'tierce check FICHIER                            vérifie qu’un fichier est entier et lisible',
    'tierce ledger FICHIER                           dit les jours accordés, faits, prévus et restants',
    'tierce report session FICHIER --out DOSSIER     écrit les comptes rendus en PDF',
    'tierce report decisions FICHIER --out DOSSIER   écrit les relevés de décisions en PDF',
    'tierce report days FICHIER --out DOSSIER        écrit l’état des jours financés en PDF',
    'tierce report workbook FICHIER --out DOSSIER    écrit le classeur Excel',
    '       [--session ID] [--from AAAA-MM-JJ] [--to AAAA-MM-JJ] [--locale fr|en]',
    '       [--force]            remplace un document qui existe déjà',
    'tierce portfolio DOSSIER                        dit où en est chaque accompagnement d’un dossier',
    '',
    '--json               un objet JSON sur la sortie standard',
    '--passphrase-stdin   lit la phrase de passe sur l’entrée standard',
    '',
    'Codes de sortie\u202f: 0 fait, 1 un problème a été trouvé, 2 commande mal écrite.',
  ].join('\n'),
  problems: {
    'unknown-command': (word: string) => `Commande inconnue\u202f: «\u202f${word}\u202f».`,
    'unknown-option': (word: string) => `Option inconnue\u202f: «\u202f${word}\u202f».`,
    'missing-file': (word: string) => `Il manque le fichier\u202f: «\u202f${word}\u202f».`,
    'missing-value': (word: string) => `Il manque une valeur après «\u202f${word}\u202f».`,
    'wrong-value': (word: string) => `Valeur refusée\u202f: «\u202f${word}\u202f».`,
    'too-many-words': (word: string) => `Un mot de trop\u202f: «\u202f${word}\u202f».`,
  },
  sound: (name: string, records: number, revision: number) =>
    `${name}\u202f: fichier entier, ${frenchCount(records, 'élément', 'éléments')}, révision ${revision}.`,
  ledger: {
    granted: 'Accordés',
    counted: 'Faits',
    planned: 'Prévus',
    remaining: 'Restent',
    later: 'Faits, mais datés plus tard\u202f: à confirmer',
    unfunded: 'Hors enveloppe',
    unfundedPlanned: 'Prévus hors enveloppe',
    unfundedLater: 'Hors enveloppe, datés plus tard\u202f: à confirmer',
  },
  emptyFolder: 'Aucun accompagnement dans ce dossier.',
  noDays: 'sans enveloppe',
  daysLeft: (left: string, granted: string) => `${left} sur ${granted}`,
  copyOf: (names: string) => `même fichier que ${names}`,
  noEnvelope: 'Aucune enveloppe de jours dans ce fichier.',
  passphrase: 'Phrase de passe\u202f: ',
  crashed: (id: string) => `Tierce s’est arrêtée sur une erreur de sa part (${id}). Aucun fichier n’a été modifié.`,
};
