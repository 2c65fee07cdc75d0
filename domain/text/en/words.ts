// English words that follow the scheme.
import type { Catalogue } from '../fr.ts';

export const words: Catalogue['words'] = {
  schemeLong: {
    dla: 'Local support scheme (DLA)',
    coorace: 'Coorace approach to cooperation',
    blank: 'Accompaniment without a set method',
  },
  schemeSummary: {
    dla: 'You enter at the fourth of five steps: the diagnostic is inherited, the mission is framed by three parties and ends with a restitution.',
    coorace: 'Four phases, from the need to cooperate to change, at about one day a month.',
    blank: 'No ready-made phase: you draw your own.',
  },
  mission: { dla: 'the mission', coorace: 'the accompaniment', blank: 'the accompaniment' },
  accompanist: { dla: 'Consultant', coorace: 'Accompanist', blank: 'Accompanist' },
  officer: { dla: 'DLA officer', coorace: 'Coorace contact', blank: 'Contact' },
};
