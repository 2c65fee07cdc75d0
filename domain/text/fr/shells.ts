// French texts of the programs around the window: the window and the file chooser of the browser shell, and closing.

export const chooser = {
  places: 'Emplacements',
  documents: 'Documents',
  home: 'Dossier personnel',
  parent: 'Dossier parent',
  /** Only what can be chosen is listed: a folder may hold other files. */
  empty: {
    open: 'Rien à choisir dans ce dossier.',
    folder: 'Ce dossier n’en contient pas d’autre. Vous pouvez le choisir.',
    save: 'Aucun document de cette sorte dans ce dossier.',
  },
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
  unsent: (count: number) => (count < 2 ? 'Une saisie n’est pas gardée' : `${count} saisies ne sont pas gardées`),
  unsentDetail:
    'Ce que vous avez tapé a été refusé, ou le formulaire n’est pas terminé. Revenez-y, ou fermez quand même en y renonçant\u202f: tout le reste est gardé.',
  failed: 'Le fichier n’a pas pu être écrit',
  safe: 'Vos changements sont en sécurité sur cet ordinateur\u202f: Tierce les reprendra à la prochaine ouverture de ce fichier.',
  unsafe:
    'Le journal de cet ordinateur n’a pas pu être écrit non plus\u202f: fermer maintenant perdrait vos derniers changements. Libérez de la place, puis réessayez.',
  stay: 'Revenir à Tierce',
  leave: 'Fermer quand même',
};

/** Before anything is typed, where the administrator of the computer forbids private windows. */
export const openWindow = {
  title: 'Ce navigateur garde une trace de ce qui est saisi',
  text: 'Sur cet ordinateur, les fenêtres de navigation privée sont interdites par l’administrateur. Tant que Tierce est ouvert, le navigateur peut donc écrire en clair, dans un dossier de votre session, ce que vous saisissez, y compris dans votre carnet confidentiel. Ce dossier est supprimé quand vous fermez Tierce.',
  advice:
    'Pour noter ce qui doit rester confidentiel, préférez un autre ordinateur, ou l’application Tierce qui n’a pas besoin de navigateur.',
  goOn: 'Continuer dans cette fenêtre',
  leave: 'Sinon, fermez cette fenêtre\u202f: rien n’a encore été ouvert.',
};
