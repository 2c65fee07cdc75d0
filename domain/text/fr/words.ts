// French words that follow the scheme.

export const words = {
  schemeLong: {
    dla: 'Dispositif local d’accompagnement',
    coorace: 'Démarche de coopération Coorace',
    blank: 'Accompagnement sans méthode imposée',
  },
  schemeSummary: {
    dla: 'Vous entrez à la quatrième des cinq étapes\u202f: le diagnostic est déjà fait, la mission est cadrée à trois et finit par une restitution.',
    coorace: 'Quatre phases, des besoins à coopérer jusqu’au changement, à raison d’environ une journée par mois.',
    blank: 'Aucune phase toute faite\u202f: vous tracez les vôtres.',
  },
  mission: { dla: 'la mission', coorace: 'l’accompagnement', blank: 'l’accompagnement' },
  accompanist: { dla: 'Consultant·e', coorace: 'Accompagnateur·rice', blank: 'Accompagnement' },
  officer: { dla: 'Chargé·e de mission DLA', coorace: 'Référent·e Coorace', blank: 'Référent·e' },
};
