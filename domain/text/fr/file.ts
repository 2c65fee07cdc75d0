// French texts of the file's history, its protection, its exports and its traces.
import { frenchCount } from '../plural.ts';

export const history = {
  text: 'Qui a changé quoi, et quand, dans ce qui peut se partager. Ce qui se tape d’une traite compte pour un seul changement. Les 2\u202f000 derniers sont gardés, dans la limite de deux mégaoctets de texte\u202f; vos repères et le carnet confidentiel n’y figurent pas.',
  list: 'Changements, du plus récent au plus ancien',
  emptyTitle: 'Rien encore',
  emptyText: 'Les changements que vous ferez s’inscriront ici.',
  loading: 'Lecture de l’historique…',
  more: 'Voir plus',
  shown: (shown: number, total: number) => `${shown} sur ${total}`,
  changes: (count: number) => frenchCount(count, 'changement', 'changements'),
  moreOfAct: (count: number) => `et ${frenchCount(count, 'autre changement', 'autres changements')}`,
  by: (who: string) => (who === '' ? 'Quelqu’un' : who),
  created: 'ajout',
  removed: 'suppression',
  changed: 'modification',
  undone: 'annulé',
  redone: 'rétabli',
  before: 'Avant',
  after: 'Après',
  nothing: 'vide',
  open: 'Historique…',
  ofRecord: (name: string) => `Historique\u202f: ${name}`,
  yes: 'oui',
  no: 'non',
};

export const protection = {
  text: 'Le carnet confidentiel a toujours sa propre phrase de passe. Ici, c’est le fichier entier qui est chiffré, avec ses copies de sécurité et son journal\u202f: utile sur une clé USB, ou sur un ordinateur partagé.',
  off: 'Ce fichier s’ouvre sans phrase de passe.',
  on: 'Ce fichier est protégé par une phrase de passe.',
  set: 'Protéger le fichier',
  setText:
    'La phrase de passe n’est gardée nulle part. Si vous l’oubliez, seule la clé de secours, à imprimer juste après, ouvre encore le fichier.',
  passphrase: 'Phrase de passe du fichier',
  change: 'Changer la phrase de passe…',
  changeTitle: 'Changer la phrase de passe du fichier',
  changeText:
    'Les copies déjà faites (clé USB, courriel, nuage) s’ouvrent toujours avec l’ancienne phrase. Qui en a une et connaît cette phrase pourrait lire aussi ce que vous écrirez ensuite, sauf si vous faites une nouvelle clé, ci-dessous. Les copies de sécurité de cet ordinateur prennent la nouvelle phrase. Ce changement ne s’annule pas.',
  newKey: 'Faire aussi une nouvelle clé pour ce fichier',
  newKeyText:
    'Si quelqu’un a pu connaître l’ancienne phrase\u202f: les copies faites jusqu’ici n’ouvriront rien de ce que vous écrirez désormais. Vous aurez une nouvelle clé de secours à imprimer.',
  current: 'Phrase de passe actuelle, ou clé de secours',
  next: 'Nouvelle phrase de passe',
  setNew: 'Changer la phrase',
  renew: 'Nouvelle clé de secours…',
  renewTitle: 'Faire une nouvelle clé de secours',
  renewText: 'La fiche imprimée auparavant n’ouvrira plus ce fichier. Cela ne s’annule pas.',
  renewNow: 'Faire la clé',
  remove: 'Retirer la protection…',
  removeTitle: 'Retirer la protection du fichier\u202f?',
  removeText:
    'Le fichier, son journal et ses copies de sécurité redeviendront lisibles par qui ouvre cet ordinateur. Le carnet confidentiel reste chiffré.',
  removeNow: 'Retirer la protection',
  wrong: 'Ce n’est pas la bonne phrase. Vérifiez les majuscules et les accents, puis réessayez.',
  changed: 'La phrase de passe du fichier est changée.',
  keyChanged: 'La phrase de passe et la clé du fichier sont changées.',
  isSet: 'Le fichier est protégé.',
  isRemoved: 'Le fichier n’est plus protégé.',
  left: (count: number) =>
    `${frenchCount(count, 'copie de sécurité n’a pas pu suivre', 'copies de sécurité n’ont pas pu suivre')} et ${count < 2 ? 'reste telle quelle' : 'restent telles quelles'}.`,
  newerLeft:
    'Ce qu’une version plus récente de Tierce a noté de ce fichier sur cet ordinateur reste tel quel, et peut se lire sans la phrase de passe. Ouvrez-le avec cette version pour que ce soit protégé aussi, ou fermez-le sans rien laisser ici (Exports et traces).',
  sheetTitle: 'Clé de secours du fichier',
  sheetWhy: 'Elle ouvre le fichier si la phrase de passe est oubliée. Tierce ne la garde pas et ne la montrera plus.',
  sheetUse: 'À l’ouverture du fichier, choisissez «\u202fJ’ai perdu la phrase\u202f», puis saisissez cette clé.',
  sheetHeading: 'Fiche de secours du fichier',
};

export const leaving = {
  exportsTitle: 'Exporter pour un autre logiciel',
  exportsText:
    'Tout ce qui peut se partager, sans mise en forme. Vos repères et le carnet confidentiel n’en font pas partie. Une page à lire sans Tierce les accompagne\u202f: elle montre tout, et dit comment les fichiers sont faits. Dans les tableaux CSV, une apostrophe précède les textes qu’un tableur prendrait pour une formule ou un nombre.',
  json: 'Un fichier JSON…',
  csv: 'Un dossier de tableaux CSV…',
  exportTitle: 'Exporter',
  folderName: (name: string) => `${name} – tableaux`,
  exported: (name: string, folder: string) => `«\u202f${name}\u202f» est dans «\u202f${folder}\u202f».`,
  exportedWithPage: (name: string, folder: string) =>
    `«\u202f${name}\u202f» est dans «\u202f${folder}\u202f», avec une page à lire sans Tierce.`,
  tracesTitle: 'Ne rien laisser sur cet ordinateur',
  tracesText:
    'À côté du fichier, cet ordinateur garde de quoi ne rien perdre\u202f: le journal (vos derniers changements, au cas où l’ordinateur s’arrêterait) et les copies de sécurité. Sur un ordinateur qui n’est pas le vôtre, retirez-les en partant.',
  traces: (copies: number, size: string, setAside: number) =>
    `Sur cet ordinateur en ce moment\u202f: ${frenchCount(copies, 'copie de sécurité', 'copies de sécurité')} (${size})${setAside === 0 ? '' : `, ${frenchCount(setAside, 'journal mis à part', 'journaux mis à part')}`} et le journal.`,
  leave: 'Fermer et ne rien laisser ici…',
  askTitle: 'Fermer, et retirer de cet ordinateur tout ce qui concerne ce fichier\u202f?',
  askText:
    'Le fichier lui-même reste où il est, tel que vous le voyez. Ses copies de sécurité et son journal sont supprimés de cet ordinateur\u202f: vous ne pourrez plus annuler ce que vous avez fait jusqu’ici. Les documents déjà enregistrés ailleurs restent.',
  onlyHere: (copies: number, setAside: number) =>
    `Seront supprimés aussi\u202f: ${[...(copies === 0 ? [] : [frenchCount(copies, 'copie gardée pour vous', 'copies gardées pour vous')]), ...(setAside === 0 ? [] : [frenchCount(setAside, 'journal mis à part', 'journaux mis à part')])].join(' et ')}. Ce qu’ils contiennent n’est peut-être nulle part ailleurs\u202f: si vous y tenez, annulez, puis enregistrez ces copies ailleurs (Fichier, Copies de sécurité).`,
  now: 'Fermer et retirer',
  done: 'Le fichier est fermé, et cet ordinateur n’en garde rien.',
  removableTitle: 'Ce fichier est sur une clé USB ou un disque que l’on emporte',
  removableText:
    'Cet ordinateur garde un journal et des copies de sécurité de ce fichier. Si cet ordinateur n’est pas le vôtre, ne les y laissez pas.',
  keep: 'Fermer seulement',
};

export const attachments = {
  title: 'Pièces jointes',
  add: 'Joindre un document…',
  drop: 'ou déposez-le ici',
  chooseTitle: 'Joindre un document',
  saveTitle: 'Enregistrer la pièce jointe',
  anyFile: 'Documents',
  emptyTitle: 'Aucune pièce jointe',
  emptyText:
    'Une charte signée, une feuille scannée, des comptes transmis\u202f: ce que vous joignez reste dans le fichier et voyage avec lui.',
  list: 'Pièces jointes',
  total: (total: string, maximum: string) => `${total} sur ${maximum}`,
  open: 'Ouvrir',
  save: 'Enregistrer…',
  rename: 'Nom',
  note: 'Note',
  notePlaceholder: 'Ajouter une note…',
  more: (name: string) => `Autres actions, ${name}`,
  removed: (name: string) => `Pièce jointe retirée\u202f: ${name}`,
  saved: (name: string, folder: string) => `«\u202f${name}\u202f» est dans «\u202f${folder}\u202f».`,
  beyond: 'Joindre quand même',
  openCopy: 'Ce qui s’ouvre est une copie\u202f: ce que vous y changez n’est pas repris dans le fichier.',
};
