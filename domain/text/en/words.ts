// English words for the closed lists of the trade, and those that follow the scheme.
import type { Catalogue } from '../fr.ts';

export const words: Catalogue['words'] = {
  scheme: { dla: 'DLA', coorace: 'Coorace', blank: 'No method' },
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
  mode: { onsite: 'On site', remote: 'Remote', hybrid: 'On site and remote', phone: 'By phone' },
  sessionStatus: { planned: 'planned', held: 'held', cancelled: 'cancelled' },
  presence: { none: 'not expected', present: 'present', excused: 'excused', absent: 'absent' },
  vat: { unknown: 'to be checked', subject: 'subject to VAT', exempt: 'not subject', mixed: 'partly subject' },
  circle: { core: 'Core', partners: 'Active partner', network: 'Network', left: 'Left' },
  mandateAbout: { commitment: 'May commit', board: 'Board', council: 'Works council', team: 'Team' },
  mandateState: { todo: 'to do', informed: 'informed', consulted: 'consulted', agreed: 'agreed', refused: 'did not agree' },
  phaseStatus: { planned: 'to come', running: 'running', done: 'done', skipped: 'skipped' },
  actionStatus: { open: 'to do', done: 'done', dropped: 'dropped' },
  overrun: { warn: 'warn', justify: 'ask for a justification', refuse: 'refuse the entry' },
  kind: { face: 'Face to face', preparation: 'Preparation', writing: 'Writing up', travel: 'Travel', coordination: 'Coordination', other: 'Other' },
  entryStatus: { done: 'done', planned: 'planned' },
  role: {
    unknown: 'role to be stated', board: 'board', chair: 'chair', direction: 'direction', staff: 'staff', management: 'middle management',
    representatives: 'staff representatives', volunteers: 'volunteers', integration: 'employee in integration', counsellor: 'social and job counselling',
    supervisor: 'technical supervision', network: 'network or federation', accompanist: 'accompaniment', officer: 'officer in charge', accountant: 'accountancy',
    protection: 'social protection', users: 'users', public: 'public partner', bank: 'bank',
  },
};
