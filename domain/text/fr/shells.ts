// French texts of the programs around the window: the file chooser of the browser shell, and closing.

export const chooser = {
  places: 'Emplacements',
  documents: 'Documents',
  home: 'Dossier personnel',
  parent: 'Dossier parent',
  emptyFolder: 'Rien à choisir dans ce dossier.',
  unreadableFolder: 'Ce dossier ne peut pas être lu. Choisissez-en un autre.',
  nameImpossible: 'Ce nom ne peut pas être celui d’un fichier. Gardez des lettres, des chiffres et des tirets.',
  fileName: 'Nom du fichier',
  open: 'Ouvrir',
  chooseFolder: 'Choisir ce dossier',
  save: 'Enregistrer ici',
  cancel: 'Annuler',
  alreadyThere: 'Un fichier de ce nom est déjà dans ce dossier.',
  replace: 'Le remplacer',
};

export const closing = {
  failed: 'Le fichier n’a pas pu être écrit',
  safe: 'Vos changements sont en sécurité sur cet ordinateur\u202f: Tierce les reprendra à la prochaine ouverture de ce fichier.',
  unsafe: 'Le journal de cet ordinateur n’a pas pu être écrit non plus\u202f: fermer maintenant perdrait vos derniers changements. Libérez de la place, puis réessayez.',
  stay: 'Revenir à Tierce',
  leave: 'Fermer quand même',
};
