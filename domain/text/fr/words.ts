// French words for the closed lists of the trade, and those that follow the scheme.

export const words = {
  scheme: { dla: 'DLA', coorace: 'Coorace', blank: 'Sans méthode' },
  schemeLong: {
    dla: 'Dispositif local d’accompagnement',
    coorace: 'Démarche de coopération Coorace',
    blank: 'Accompagnement sans méthode imposée',
  },
  schemeSummary: {
    dla: 'Vous entrez à la quatrième des cinq étapes\u202f: le diagnostic est hérité, la mission est cadrée à trois et finit par une restitution.',
    coorace: 'Quatre phases, des besoins à coopérer jusqu’au changement, à raison d’environ une journée par mois.',
    blank: 'Aucune phase toute faite\u202f: vous tracez les vôtres.',
  },
  mission: { dla: 'la mission', coorace: 'l’accompagnement', blank: 'l’accompagnement' },
  accompanist: { dla: 'Consultant·e', coorace: 'Accompagnateur·rice', blank: 'Accompagnement' },
  officer: { dla: 'Chargé·e de mission DLA', coorace: 'Référent·e Coorace', blank: 'Référent·e' },
  mode: { onsite: 'Sur place', remote: 'À distance', hybrid: 'Sur place et à distance', phone: 'Par téléphone' },
  sessionStatus: { planned: 'prévue', held: 'tenue', cancelled: 'annulée' },
  presence: { none: 'pas attendu·e', present: 'présent·e', excused: 'excusé·e', absent: 'absent·e' },
  vat: { unknown: 'à préciser', subject: 'assujettie', exempt: 'non assujettie', mixed: 'en partie assujettie' },
  circle: { core: 'Noyau dur', partners: 'Partenaire actif', network: 'Réseau', left: 'Parti' },
  mandateAbout: { commitment: 'Peut s’engager', board: 'Conseil d’administration', council: 'CSE', team: 'Équipe' },
  mandateState: { todo: 'à faire', informed: 'informé', consulted: 'consulté', agreed: 'd’accord', refused: 'pas d’accord' },
  phaseStatus: { planned: 'à venir', running: 'en cours', done: 'terminée', skipped: 'passée' },
  actionStatus: { open: 'à faire', done: 'faite', dropped: 'abandonnée' },
  overrun: { warn: 'prévenir', justify: 'demander une justification', refuse: 'refuser la saisie' },
  kind: {
    face: 'Face à face',
    preparation: 'Préparation',
    writing: 'Rédaction',
    travel: 'Déplacement',
    coordination: 'Coordination',
    other: 'Autre',
  },
  entryStatus: { done: 'fait', planned: 'prévu' },
  role: {
    unknown: 'rôle à préciser', board: 'administration', chair: 'présidence', direction: 'direction', staff: 'équipe salariée', management: 'encadrement',
    representatives: 'représentation du personnel', volunteers: 'bénévolat', integration: 'salarié·e en parcours', counsellor: 'accompagnement socioprofessionnel',
    supervisor: 'encadrement technique', network: 'réseau ou fédération', accompanist: 'accompagnement', officer: 'suivi de la mission', accountant: 'expertise comptable',
    protection: 'protection sociale', users: 'usagers', public: 'partenaire public', bank: 'banque',
  },
};
