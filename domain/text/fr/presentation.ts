// French texts of presentation mode.

export const presentation = {
  title: 'Mode présentation',
  enter: 'Mode présentation',
  hint: (key: string) => `Mode présentation (${key})\u202f: rien de privé à l’écran`,
  leave: 'Quitter',
  leaveMode: 'Quitter le mode présentation',
  strip: 'Rien de privé à l’écran',
  entered: 'Mode présentation\u202f: rien de privé ne s’affiche.',
  left: 'Vous avez quitté le mode présentation.',
  /** Other words by which people call for it. */
  done: ['projecteur', 'vidéoprojecteur', 'partage d’écran', 'projeter', 'écran partagé'],
  notHere: 'Cet écran attend la fin du mode présentation.',
  waits: 'Une saisie n’est pas encore gardée\u202f: elle vous attend à la fin du mode présentation. Ne fermez pas cette fenêtre d’ici là.',
  keyWaits: 'Cette clé n’est pas montrée en mode présentation. Elle revient ici dès que vous le quittez.',
  askTitle: 'Quitter le mode présentation',
  askText:
    'Pour quitter ce mode, saisissez la phrase de passe du carnet. Elle ne s’affiche pas, mais le carnet revient aussitôt à l’écran\u202f: coupez d’abord le partage.',
  askKey:
    'Pour quitter ce mode, saisissez la clé de secours du carnet. Elle ne s’affiche pas, mais le carnet revient aussitôt à l’écran\u202f: coupez d’abord le partage.',
  passphrase: 'Phrase de passe du carnet',
  recoveryKey: 'Clé de secours du carnet',
  recoveryHint: 'Les 40 lettres et chiffres de votre fiche.',
  lost: 'J’ai perdu la phrase',
  found: 'Revenir à la phrase de passe',
  stay: 'Rester en présentation',
  wayOut: 'Sans la phrase ni la clé\u202f:',
  closeFile: 'Fermer cet accompagnement et quitter',
};
