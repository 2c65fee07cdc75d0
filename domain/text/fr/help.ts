// French texts of the help beside the screen, and of the first steps.
import { frenchCount } from '../plural.ts';

export const help = {
  title: 'Aide',
  guide: 'Guide',
  shortcuts: 'Raccourcis clavier',
  close: 'Fermer l’aide',
  search: 'Chercher dans le guide',
  ofThisScreen: 'À propos de cet écran',
  allParts: 'Toutes les parties',
  next: (title: string) => `Suite\u202f: ${title}`,
  found: (count: number) => (count === 0 ? 'Rien ne correspond à ces mots' : frenchCount(count, 'partie en parle', 'parties en parlent')),
  none: 'Essayez un seul mot, ou plus court, ou parcourez toutes les parties.',
  hint: (key: string) => `${key} va de l’aide à l’écran et revient. Échap, ici, ferme l’aide.`,
  everywhere: 'Partout',
  toScreens: 'D’un écran à l’autre',
  whileTyping: 'Là où vous êtes',
  openAtScreen: 'Ouvrir l’aide à la bonne partie, puis aller de l’aide à l’écran',
  thisSheet: 'Montrer cette fiche',
  fields: {
    keep: { keys: 'Échap', words: 'Dans un texte\u202f: garder ce que vous tapez' },
    next: { keys: 'Entrée', words: 'Dans une nouvelle ligne\u202f: la garder et passer à la suivante' },
    step: { keys: '↑ ↓', words: 'Dans une date\u202f: un jour de plus ou de moins\u202f; dans une heure, un quart d’heure' },
    map: { keys: '← ↑ → ↓', words: 'Sur la carte des cercles\u202f: d’une structure à l’autre' },
    move: { keys: 'Maj ↑ ↓', words: 'Sur la carte des cercles\u202f: déplacer la structure vers le centre ou vers l’extérieur' },
  },
  print: 'Imprimer la fiche…',
};

export const firstSteps = {
  title: 'Premiers pas',
  hide: 'Ne plus montrer les premiers pas',
  done: 'Fait',
  todo: 'À faire',
  example: { act: 'Parcourez l’exemple', text: 'cinq mois d’un accompagnement fictif, où vous pouvez tout changer.' },
  create: { act: 'Créez un accompagnement', text: 'le dispositif suffit, le reste peut attendre.' },
  session: { act: 'Notez une séance', text: 'le compte rendu, les présences et le temps en découlent.' },
  days: { act: 'Dites combien de jours sont financés', text: 'vous verrez toujours ce qui reste.' },
};
