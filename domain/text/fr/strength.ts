// French words for how long a new passphrase would withstand, and for why one may have been refused.

export const strength = {
  levels: ['Très facile à deviner.', 'Facile à deviner.', 'Difficile à deviner.', 'Très difficile à deviner.'],
  needed: (time: string) => `Qui aurait ce fichier et louerait dix machines y mettrait ${time}.`,
  durations: {
    seconds: 'quelques secondes',
    minutes: 'quelques minutes',
    hours: 'quelques heures',
    days: 'quelques jours',
    months: 'quelques mois',
    years: 'des années',
    centuries: 'plus d’un siècle',
  },
  weaknesses: {
    context: 'Elle contient un nom qui se lit dans ce fichier\u202f: prenez des mots sans rapport avec lui.',
    common: 'Elle contient un mot que l’on essaie en premier\u202f: remplacez-le par deux mots sans rapport entre eux.',
    pattern: 'Les suites et les répétitions ne comptent presque pas\u202f: ajoutez plutôt un mot.',
    date: 'Une date se devine vite\u202f: ajoutez plutôt un mot.',
    short: 'Quatre mots tirés au hasard, sans rapport entre eux, la rendraient solide.',
  },
  hints: {
    capitals: 'Verr. Maj était peut-être activé.',
    spaces: 'Un espace se trouve au début ou à la fin.',
    layout: 'Clavier AZERTY ou QWERTY\u202f?',
  },
};
