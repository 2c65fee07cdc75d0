// French texts of the frame around the screens: bar, navigation, messages, palette, crash.
import { formatCount } from '../../format/numbers.ts';
import { frenchCount } from '../plural.ts';

export const shell = {
  columnActions: 'Actions',
  appName: 'Tierce',
  skipToContent: 'Aller au contenu',
  accompaniments: 'Accompagnements',
  whereAmI: 'Où vous êtes',
  searchOrAct: 'Rechercher ou agir',
  undo: 'Annuler',
  undoNamed: (label: string) => `Annuler\u202f: ${label}`,
  nothingToUndo: 'Rien à annuler',
  redo: 'Rétablir',
  redoNamed: (label: string) => `Rétablir\u202f: ${label}`,
  nothingToRedo: 'Rien à rétablir',
  undone: (label: string) => `Annulé\u202f: ${label}`,
  redone: (label: string) => `Rétabli\u202f: ${label}`,
  toDark: 'Passer au thème sombre',
  toLight: 'Passer au thème clair',
  toEnglish: 'Display in English',
  toFrench: 'Afficher en français',
  escapeKept: (label: string, undo: string) => `Gardé\u202f: ${label}. Échap garde ce que vous tapez\u202f; ${undo} l’annule.`,
  leftTyped: (label: string) => `Ce que vous avez tapé a été refusé et n’est pas gardé (${label}). Vous le retrouverez dans son champ.`,
  lineRefused: (line: string) => `Pas gardé, car refusé\u202f: «\u202f${line}\u202f».`,
  goThere: 'Y revenir',
  sortBy: (column: string) => `Trier par ${column}`,
  leftNowhere: 'Le champ où vous l’aviez tapé n’est plus là. Voici ce que vous aviez tapé\u202f: copiez-le pour le mettre ailleurs.',
  leftWaits: (label: string) => `Ce que vous aviez tapé attend toujours, et n’est pas gardé (${label}).`,
  keepForNow: 'Le garder pour l’instant',
  capsLock: 'Verr. Maj est activé.',
  pasteTooLong: (length: number, room: number) =>
    `Rien n’a été collé\u202f: ce texte compte ${frenchCount(length, 'caractère', 'caractères')}, ${room === 0 ? 'et ce champ est plein. Retirez-en d’abord du texte.' : `et il n’y a de place que pour ${formatCount(room, 'fr')}. Raccourcissez-le d’abord.`}`,
  saveNow: 'Écrire le fichier maintenant',
  close: 'Fermer',
  dismiss: 'Fermer ce message',
  messages: 'Messages',
  cancel: 'Annuler',
  giveUpTitle: 'Abandonner ce qui est saisi\u202f?',
  giveUpText: 'Ce que vous avez saisi ici n’est pas encore gardé.',
  giveUp: 'Abandonner',
  goOnTyping: 'Continuer la saisie',
  ok: 'D’accord',
  add: 'Ajouter',
  remove: 'Supprimer',
  done: 'Terminé',
  optional: 'facultatif',
  more: 'Autres actions',
  tryAgain: 'Réessayer',
  loading: 'Ouverture…',
  untitled: 'Sans titre',
  none: 'Aucun choix',
  nobody: 'Personne pour l’instant',
  missing: {
    text: 'Écrivez quelques mots.',
    date: 'Indiquez le jour.',
    clock: 'Indiquez l’heure.',
    choice: 'Choisissez dans la liste.',
    minutes: 'Écrivez un nombre de jours, par exemple 6 ou 7,5.',
    whole: 'Écrivez un nombre entier, par exemple 14.',
  },
  exampleLabel: 'Exemple fictif',
  clearDate: 'Effacer la date',
  openCalendar: 'Choisir dans le calendrier',
  datePlaceholder: 'jj/mm/aaaa',
  clockPlaceholder: 'ex. 9h30',
};

export const saving = {
  typing: 'Saisie en cours…',
  sending: 'Enregistrement…',
  journal: 'En sécurité sur cet ordinateur',
  file: (clock: string) => `Enregistré à ${clock}`,
  failed: 'Le fichier n’a pas pu être écrit',
  unchanged: 'À jour',
  recovered: (count: number) => `Repris après un arrêt brutal\u202f: ${frenchCount(count, 'changement', 'changements')}.`,
  setAsideSealed:
    'Des changements notés sur cet ordinateur ne peuvent pas être relus ici\u202f: ils sont protégés par une autre clé. Ils sont gardés à part, intacts\u202f; le fichier ne les contient peut-être pas.',
  setAside: (count: number) =>
    `${frenchCount(count, 'changement n’a pas été repris', 'changements n’ont pas été repris')}, car le fichier avait changé ailleurs. Vous les retrouvez dans Fichier, Copies de sécurité\u202f: votre version y est gardée.`,
  renamed: (fileName: string) => `Le fichier s’appelle maintenant «\u202f${fileName}\u202f»\u202f: Tierce continue avec lui.`,
  otherNames:
    'Ce fichier existe sous plusieurs noms sur ce disque\u202f: vos changements n’iront que dans celui que vous avez ouvert\u202f; sous ses autres noms, il gardera l’ancien contenu.',
  typedLost: (count: number) =>
    count < 2
      ? 'Ce que vous aviez tapé dans un champ a été refusé et n’est pas gardé. Tout le reste est gardé.'
      : `Ce que vous aviez tapé dans ${count} champs a été refusé et n’est pas gardé. Tout le reste est gardé.`,
  typedUnsent: (count: number) =>
    count < 2
      ? 'Une saisie n’est pas gardée\u202f: elle n’est pas terminée, ou elle a été refusée. Fermer la fenêtre maintenant la perdrait.'
      : `${count} saisies ne sont pas gardées\u202f: elles ne sont pas terminées, ou elles ont été refusées. Fermer la fenêtre maintenant les perdrait.`,
  typedRefused: (count: number) =>
    count < 2
      ? 'Ce que vous avez tapé dans un champ a été refusé et n’est pas gardé. Corrigez ce champ, ou fermez quand même en y renonçant\u202f: tout le reste est gardé.'
      : `Ce que vous avez tapé dans ${count} champs a été refusé et n’est pas gardé. Corrigez ces champs, ou fermez quand même en y renonçant\u202f: tout le reste est gardé.`,
  closeAnyway: 'Fermer quand même',
  journalDetail: 'Vos changements sont écrits sur cet ordinateur. Le fichier suit dans quelques secondes.',
  fileDetail: 'Tout est écrit dans le fichier.',
  failedDetail: 'Vos changements restent en sécurité sur cet ordinateur et seront écrits dans le fichier dès que possible.',
  failedHeld: 'Vos changements restent en sécurité sur cet ordinateur.',
  failedUnsafe:
    'Le journal de cet ordinateur n’a pas pu être écrit non plus\u202f: fermer maintenant perdrait vos derniers changements. Libérez de la place, puis réessayez.',
  tryAgain: 'Réessayer',
};

export const navigation = {
  label: 'Écrans de l’accompagnement',
  overview: 'Vue d’ensemble',
  frame: 'Cadre et phases',
  sessions: 'Séances',
  collective: 'Collectif',
  time: 'Jours et temps',
  documents: 'Documents',
  notebook: 'Carnet confidentiel',
  file: 'Fichier',
  closeFile: 'Fermer l’accompagnement',
};

export const palette = {
  title: 'Rechercher ou agir',
  placeholder: 'Un écran, un mot d’un relevé, une structure, une décision…',
  screens: 'Écrans',
  actions: 'Ce que vous pouvez faire',
  empty: 'Rien ne correspond à ces mots.',
  notebook: {
    closed: 'La recherche ne lit le carnet confidentiel que lorsqu’il est ouvert.',
    reading: 'Les notes du carnet ouvert arrivent…',
    searched: 'La recherche a lu aussi le carnet confidentiel, qui est ouvert.',
  },
  privateFound: (count: number) =>
    count > 1 ? `Carnet confidentiel, pour vous seul·e · ${count}` : 'Carnet confidentiel, pour vous seul·e',
  hint: 'Flèches pour choisir, Entrée pour y aller, Échap pour revenir.',
  results: (count: number) => frenchCount(count, 'résultat', 'résultats'),
  places: 'Vus récemment',
  found: (kind: string, count: number) => (count > 1 ? `${kind} · ${count}` : kind),
  /** What people call for at a screen by other words than its name, each as it is shown. */
  done: {
    overview: ['ce qui est en retard', 'tableau de bord'],
    frame: ['commande et besoin', 'étapes, jalons et critères', 'productions attendues', 'bilan et clôture'],
    sessions: ['réunions', 'présences', 'calendrier'],
    collective: ['structures et personnes', 'contacts', 'carte des cercles', 'mandats', 'engagements'],
    time: ['ajouter un avenant', 'enveloppe et financeur', 'heures passées', 'répartir les jours'],
    documents: ['compte rendu', 'relevé de décisions', 'état des jours', 'rapport', 'imprimer un PDF', 'classeur Excel'],
    notebook: ['notes privées'],
    file: ['copies de sécurité', 'historique', 'pièces jointes', 'phrase de passe', 'exporter'],
  },
};

export const crash = {
  title: 'Cet écran s’est arrêté',
  explanation: 'Une erreur de Tierce a interrompu l’affichage. Ce que l’indicateur disait enregistré l’est toujours.',
  reference: (id: string) => `Référence de l’erreur\u202f: ${id}`,
  restart: 'Reprendre',
  unreachable:
    'La fenêtre a perdu le contact avec Tierce. Fermez-la, puis ouvrez Tierce de nouveau\u202f: vos changements enregistrés sont en sécurité.',
  notKept: 'Ce que vous veniez de saisir n’est pas enregistré. Copiez-le avant de fermer la fenêtre.',
};
