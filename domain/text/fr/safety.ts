// French texts of what keeps a file from being lost: backups, locks, conflicts, recovery.
import type { TableDifference } from '../../changes-between.ts';
import { formatCount, formatDecimal } from '../../format/numbers.ts';
import { frenchCount } from '../plural.ts';

export const file = {
  title: 'Fichier',
  under: (fileName: string, folderName: string) => `${fileName} · dans «\u202f${folderName}\u202f»`,
  underExample: 'L’exemple est une copie à vous, supprimée à la prochaine exploration.',
  size: (bytes: number) =>
    bytes < 100_000
      ? `${formatCount(Math.max(1, Math.round(bytes / 1000)), 'fr')}\u00a0ko`
      : `${formatDecimal(Math.round(bytes / 100_000) / 10, 'fr')}\u00a0Mo`,
  tabs: 'Ce qui concerne le fichier',
  tab: {
    backups: 'Copies de sécurité',
    history: 'Historique',
    attachments: 'Pièces jointes',
    protection: 'Protection',
    leaving: 'Exports et traces',
  },
};

export const backups = {
  text: 'Tierce garde d’elle-même des copies de ce fichier sur cet ordinateur. Chacune dit pourquoi elle est là.',
  total: (count: number, size: string) => `${frenchCount(count, 'copie', 'copies')} · ${size} en tout`,
  whole:
    'Enregistrée ailleurs, une copie est le fichier entier\u202f: vos repères y sont lisibles, le carnet y reste scellé. Elle est pour vous\u202f; pour quelqu’un d’autre, faites une copie de remise (Exports et traces).',
  keptTitle: 'Gardées pour vous',
  keptText: 'Ce qu’elles contiennent n’est peut-être nulle part ailleurs\u202f: aucune nouvelle copie ne prend leur place.',
  routineTitle: 'Copies courantes',
  routineText:
    'Prises avant le premier changement de chaque ouverture, puis tous les quarts d’heure au plus\u202f: les trois dernières du jour restent, et une pour chaque jour précédent, dix en tout.',
  until: (runDaysLeft: number | null) =>
    runDaysLeft === null
      ? 'Reste jusqu’à ce que vous la retiriez.'
      : runDaysLeft === 0
        ? 'Les 90 jours d’utilisation de Tierce sont passés\u202f: elle s’en ira quand la prochaine copie sera prise.'
        : `Reste jusqu’à ce que vous la retiriez, ou après 90 jours d’utilisation de Tierce (encore ${runDaysLeft}).`,
  stays: {
    restore: 'Reste parmi les trois dernières de cette sorte, et sept jours d’utilisation au moins.',
    keys: 'Reste jusqu’au prochain changement de phrase ou de clé.',
  },
  reading: 'Lecture…',
  thisOne: 'cette copie',
  save: 'Enregistrer ailleurs…',
  saveOf: (date: string) => `Enregistrer ailleurs la copie du ${date}`,
  saveTitle: 'Enregistrer la copie ailleurs',
  copyName: (name: string, day: string) => `${name} – copie du ${day}`,
  dismiss: 'Ne plus garder…',
  dismissOf: (date: string) => `Ne plus garder la copie du ${date}`,
  dismissTitle: (date: string) => `Ne plus garder la copie du ${date}\u202f?`,
  dismissText: 'Elle sera supprimée de cet ordinateur, et ce qu’elle est seule à contenir avec elle. Ce geste ne s’annule pas.',
  dismissNow: 'Ne plus garder',
  dismissed: 'La copie n’est plus gardée.',
  columnTaken: 'Prise le, et pourquoi',
  columnHolds: 'Ce qu’elle contient',
  columnDiffers: 'En la rétablissant',
  emptyTitle: 'Pas encore de copie',
  emptyText: 'La première sera prise juste avant que votre prochain changement n’entre dans le fichier.',
  loading: 'Lecture des copies…',
  failed: (sentence: string) => `La dernière copie n’a pas pu être prise. ${sentence}`,
  keysUnkept: (sentence: string) =>
    `Le fichier a ses nouvelles clés, mais aucune copie de sécurité ne les a encore\u202f: gardez-le bien. ${sentence} Tierce réessaie à votre prochain changement.`,
  reason: {
    opening: 'avant le premier changement d’une ouverture',
    interval: 'en cours de travail',
    migration: 'avant la mise à jour du format',
    restore: 'avant un rétablissement',
    keys: 'après un changement de phrase ou de clé',
    mine: 'votre version, lors d’un changement extérieur',
    theirs: 'l’autre version, lors d’un changement extérieur',
    base: 'le point de départ commun, lors d’un changement extérieur',
  },
  holds: (records: number, savedBy: string) =>
    [frenchCount(records, 'élément', 'éléments'), savedBy === '' ? '' : `enregistrée par ${savedBy}`]
      .filter((part) => part !== '')
      .join(' · '),
  same: 'Rien ne changerait',
  difference: ({ onlyBefore, onlyAfter, changed }: TableDifference, thing: string) =>
    `${thing}\u202f: ${[onlyAfter > 0 ? `${onlyAfter} de retour` : '', onlyBefore > 0 ? `${onlyBefore} en moins` : '', changed > 0 ? `${changed} au contenu différent` : ''].filter((part) => part !== '').join(', ')}`,
  more: (count: number) => `et ${frenchCount(count, 'autre sorte', 'autres sortes')} d’éléments`,
  look: 'Consulter',
  lookSealed: 'Consulter…',
  sealedTitle: 'Copie protégée par une autre clé',
  lookAt: (date: string) => `Consulter la copie du ${date}`,
  restore: 'Rétablir…',
  restoreOf: (date: string) => `Rétablir la copie du ${date}`,
  askTitle: (date: string) => `Rétablir la copie du ${date}\u202f?`,
  askText:
    'Le contenu d’aujourd’hui sera d’abord gardé comme copie, et le rétablissement s’annule comme tout autre geste. Les jalons validés depuis restent au registre.',
  askVault: 'Les notes confidentielles suivent si le carnet a gardé la même clé\u202f; sinon elles restent telles qu’elles sont.',
  now: 'Rétablir',
  done: 'La copie est rétablie.',
  looking: (date: string) => `Copie du ${date}, en lecture seule. Elle ne peut pas être modifiée.`,
  back: 'Revenir au fichier',
};

export const readOnly = {
  protected: 'Lecture seule\u202f: ce fichier est protégé contre l’écriture.',
  allow: 'Autoriser les changements',
  copy: 'Travailler sur une copie…',
  doubtful:
    'Lecture seule\u202f: ce fichier ne correspond pas à ce que cet ordinateur en connaît. Rien n’y est écrit. Pour choisir quoi faire, ouvrez-le depuis l’accueil.',
  locked: 'Lecture seule\u202f: ce fichier est ouvert ailleurs. Vos changements n’y entreraient pas.',
  again: 'Essayer de l’ouvrir normalement',
};

export const trouble = {
  title: 'Le fichier n’a pas pu être écrit',
  what: 'Que faire\u202f?',
  retry: 'Réessayer maintenant',
  elsewhere: 'Enregistrer ailleurs…',
  elsewhereText: 'Une autre clé USB, le disque de cet ordinateur\u202f: le travail continue alors dans ce nouveau fichier.',
  retryText: 'Tierce réessaie d’elle-même toutes les cinq secondes.',
  compare: 'Comparer les deux versions…',
  saved: 'Le fichier est écrit.',
  continued: (name: string) => `Le travail continue dans «\u202f${name}\u202f».`,
};

export const conflict = {
  title: 'Ce fichier a changé ailleurs',
  text: 'Une autre personne, un autre ordinateur ou un logiciel de synchronisation l’a remplacé pendant que vous travailliez. Rien n’est écrasé\u202f: vous choisissez.',
  mine: 'Votre version',
  theirs: 'Celle du disque',
  savedBy: (by: string, when: string) => (by === '' ? `Enregistrée le ${when}` : `Enregistrée par ${by}, le ${when}`),
  unsaved: (count: number) => `${frenchCount(count, 'changement absent', 'changements absents')} du fichier`,
  differences: 'Ce qui diffère',
  difference: ({ onlyBefore, onlyAfter, changed }: TableDifference, thing: string) =>
    `${thing}\u202f: ${[onlyBefore > 0 ? `${onlyBefore} dans la vôtre seulement` : '', onlyAfter > 0 ? `${onlyAfter} dans l’autre seulement` : '', changed > 0 ? `${changed} au contenu différent` : ''].filter((part) => part !== '').join(', ')}`,
  none: 'Les deux versions disent la même chose.',
  both: 'Garder les deux',
  compare: 'Comparer',
  bothText: 'Votre version continue dans un nouveau fichier daté, à côté\u202f; celle du disque garde son nom.',
  takeTheirs: 'Prendre celle du disque',
  takeTheirsText: 'La vôtre devient une copie de sécurité.',
  keepMine: 'Garder la mienne',
  keepMineText: 'Celle du disque devient une copie de sécurité, puis la vôtre la remplace.',
  keepMineRekeyedText: 'Celle du disque devient une copie de sécurité, puis la vôtre la remplace, sous la nouvelle clé du fichier.',
  later: 'Décider plus tard',
  doneBoth: (name: string) => `Les deux versions sont gardées\u202f: vous êtes dans «\u202f${name}\u202f».`,
  doneTheirs: 'Vous voyez la version du disque. La vôtre est dans les copies de sécurité.',
  doneMine: 'Votre version est dans le fichier. L’autre est dans les copies de sécurité.',
};

export const recovery = {
  elsewhereTitle: 'Enregistrer ailleurs',
  fileName: (name: string, stamp: string) => `${name} (récupéré ${stamp})`,
  titles: {
    locked: 'Ce fichier est déjà ouvert',
    sealed: 'Ce fichier est protégé',
    gone: 'Ce fichier n’est plus là',
    older: 'Une version plus ancienne de ce fichier',
    newerJournal: 'Une version plus récente de Tierce a travaillé ici',
    unprotected: 'La protection de ce fichier a disparu',
    damaged: 'Ce fichier est abîmé',
  },
  under: (fileName: string, folderName: string) => `${fileName} · dans «\u202f${folderName}\u202f»`,
  since: (when: string) => `Depuis le ${when}.`,
  readOnly: 'Lire sans modifier',
  readOnlyText: 'Rien n’est écrit. Vous voyez le fichier tel qu’il est sur le disque.',
  again: 'Réessayer',
  takeOver: 'Prendre la main…',
  takeOverTitle: 'Prendre la main sur ce fichier\u202f?',
  takeOverText:
    'Ne le faites que si l’autre ordinateur est éteint, ou si l’autre fenêtre s’est arrêtée. Si elle travaille encore, elle ne pourra plus écrire dans ce fichier\u202f: ses changements resteront chez elle, et rien ne sera écrasé.',
  takeOverNow: 'Prendre la main',
  passphrase: 'Phrase de passe',
  unlock: 'Ouvrir',
  wrong: 'Ce n’est pas la bonne phrase. Vérifiez les majuscules et les accents, puis réessayez.',
  lost: 'J’ai perdu la phrase',
  recoveryKey: 'Clé de secours',
  recoveryHint: 'Les 40 lettres et chiffres de votre fiche. Les espaces, les tirets et les minuscules sont sans importance.',
  recoveryWrong: 'Cette clé n’ouvre pas ce fichier. Comparez-la à votre fiche, groupe par groupe.',
  back: 'Revenir à la phrase de passe',
  secretMissing: 'À remplir d’abord\u202f: sans cela, rien de ce fichier ne peut être lu.',
  secretTitle: 'Ce fichier est protégé',
  secretText: 'Sa phrase de passe est nécessaire pour récupérer ce qu’il contient. Le nouveau fichier sera protégé par la même.',
  backupsTitle: 'Repartir d’une copie de sécurité',
  backupsText: 'Un nouveau fichier est créé à côté\u202f; le fichier abîmé reste comme il est.',
  goneText: (folderName: string) =>
    `Le fichier est refait dans «\u202f${folderName}\u202f», à partir de la copie et du journal de cet ordinateur. Rien n’est écrasé, même si l’ancien revient.`,
  backTitle: 'Il est seulement ailleurs\u202f?',
  backText: 'Remettez la clé USB, ou remettez le fichier à sa place, puis réessayez.',
  elsewhereHint: 'Remettez la clé USB s’il y est, puis ouvrez-le de là.',
  openIt: 'Ouvrir un fichier…',
  backup: (date: string) => `Copie du ${date}`,
  steps: (count: number) => `avec ${frenchCount(count, 'changement', 'changements')} du journal de cet ordinateur`,
  useBackup: 'Repartir de là',
  noBackup: 'Cet ordinateur n’a pas de copie de ce fichier.',
  readTitle: 'Récupérer ce qui se lit encore',
  readText: 'Tierce relit le fichier élément par élément, met ce qui est entier dans un nouveau fichier, et vous dit ce qui manque.',
  read: 'Récupérer',
  done: (kept: number) => `${frenchCount(kept, 'élément est récupéré', 'éléments sont récupérés')} dans un nouveau fichier.`,
  nothingLost:
    'Aucun élément ne manque. Si le fichier était abîmé, un mot ou un chiffre a pu y changer\u202f: relisez ce qui compte, ou comparez avec une copie de sécurité.',
  lostTitle: 'Ce qui n’a pas pu être récupéré',
  lostPart: (thing: string, count: number | null) => (count === null ? thing : `${thing}\u202f: ${count}`),
  parts: {
    journal: 'Changements du journal de cet ordinateur',
    header: 'En-tête du fichier (auteur, date)',
    moment:
      'L’assurance que tout vient d’un même enregistrement\u202f: ce qui est retrouvé est intact, mais peut mêler deux enregistrements',
    desk: 'Vos repères',
    vault: 'Carnet confidentiel',
    accompaniment: 'Accompagnement',
    history: 'Historique',
  },
  understood: 'J’ai compris',
};

/** Said when a file is not as this computer remembers it. */
export const doubt = {
  olderLead: (changes: number) =>
    `Cet ordinateur l’a déjà vu avec ${frenchCount(changes, 'changement', 'changements')} de plus. Une version d’avant a été remise à sa place\u202f: par vous, par un logiciel de synchronisation, ou par quelqu’un d’autre.`,
  olderSaved: (when: string) => `Celle-ci a été enregistrée le ${when}. Rien n’y a été changé.`,
  olderKept:
    'Si vous continuez avec cette version, les copies de sécurité de cet ordinateur restent\u202f; les changements que le journal a en plus sont gardés avec elles.',
  olderAccept: 'Continuer avec cette version',
  olderBackups: 'Ces copies vont plus loin. Un nouveau fichier est créé à côté\u202f; celui-ci reste comme il est.',
  olderNoBackup: 'Cet ordinateur n’a pas de copie qui aille plus loin que ce fichier.',
  newerLead: (version: number, supported: number) =>
    `Une version plus récente de Tierce (format ${version}, ici ${supported}) a noté sur cet ordinateur des changements qui ne sont peut-être pas encore dans ce fichier. Ils sont gardés, et rien n’a été changé.`,
  newerAdvice:
    'Le plus sûr\u202f: ouvrir ce fichier avec cette version plus récente. Si vous continuez ici, ce sera sans ces changements\u202f; elle les retrouvera, gardés à part.',
  newerAccept: 'Continuer ici, sans eux',
  unprotectedLead:
    'La dernière fois que cet ordinateur l’a vu, une phrase de passe le protégeait. Ce qui est à sa place s’ouvre sans elle\u202f: quelqu’un a pu le remplacer, ou le modifier.',
  unprotectedSafe: 'Rien n’y a été changé, et rien n’y sera écrit avant votre choix.',
  secretTitle: 'Sa protection d’avant',
  secretText:
    'La phrase de passe qu’il avait est demandée pour repartir d’une copie protégée, comme pour accepter que la protection ait disparu.',
  unprotectedBackups:
    'Ces copies sont celles de cet ordinateur. Un nouveau fichier est créé à côté, protégé comme avant\u202f; celui-ci reste comme il est.',
  acceptTitle: 'Ne plus protéger ce fichier',
  acceptText:
    'Seulement si vous avez retiré la protection vous-même, sur un autre ordinateur. Ce que vous écrirez sera lisible par quiconque a ce fichier.',
  confirm: 'J’accepte que ce fichier ne soit plus protégé',
  accept: 'Continuer sans protection',
};
