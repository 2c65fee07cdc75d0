// French words of the collective: what its records, fields and values are called.
import type { TableTexts } from '../../table-texts.ts';
import { readers } from '../levels.ts';

export const organisations = {
  one: 'structure',
  many: 'Structures',
  fields: {
    name: 'Nom',
    shortName: 'Nom court',
    legalForm: 'Forme juridique',
    sector: 'Activité',
    jobs: 'Emplois',
    fteHundredths: 'Équivalents temps plein, en centièmes',
    territory: 'Territoire',
    vat: 'TVA',
    arrivedOn: 'Arrivée',
    note: 'Remarque',
    figuresLevel: 'Qui peut lire les effectifs',
    noteLevel: 'Qui peut lire la remarque',
  },
  choices: {
    vat: { unknown: 'à préciser', subject: 'assujettie', exempt: 'non assujettie', mixed: 'en partie assujettie' },
    figuresLevel: readers,
    noteLevel: readers,
  },
} satisfies TableTexts<'organisations'>;

export const people = {
  one: 'personne',
  many: 'Personnes',
  fields: {
    name: 'Nom',
    organisationId: 'Structure',
    firm: 'Cabinet ou organisme',
    function: 'Fonction',
    email: 'Courriel',
    phone: 'Téléphone',
    role: 'Rôle',
  },
  choices: {
    role: {
      unknown: 'rôle à préciser',
      board: 'administration',
      chair: 'présidence',
      direction: 'direction',
      staff: 'équipe salariée',
      management: 'encadrement',
      representatives: 'représentation du personnel',
      volunteers: 'bénévolat',
      integration: 'salarié·e en parcours',
      counsellor: 'accompagnement socioprofessionnel',
      supervisor: 'encadrement technique',
      network: 'réseau ou fédération',
      accompanist: 'accompagnement',
      officer: 'suivi de la mission',
      accountant: 'expertise comptable',
      protection: 'protection sociale',
      users: 'usagers',
      public: 'partenaire public',
      bank: 'banque',
    },
  },
} satisfies TableTexts<'people'>;

export const circleMoves = {
  one: 'mouvement de cercle',
  many: 'Mouvements entre les cercles',
  fields: {
    organisationId: 'Structure',
    order: 'Rang',
    on: 'Date',
    circle: 'Cercle',
    reason: 'Raison',
  },
  choices: {
    circle: { core: 'Noyau dur', partners: 'Partenaires actifs', network: 'Réseau', left: 'Hors du collectif' },
  },
} satisfies TableTexts<'circleMoves'>;

export const mandates = {
  one: 'mandat',
  many: 'Mandats',
  fields: {
    organisationId: 'Structure',
    about: 'Objet',
    state: 'État',
    personId: 'Personne',
    on: 'Date',
    until: 'Jusqu’au',
    limit: 'Limite',
    note: 'Remarque',
  },
  choices: {
    about: { commitment: 'Pouvoir d’engager', board: 'Conseil d’administration', council: 'CSE', team: 'Équipe' },
    state: { todo: 'à faire', informed: 'informé', consulted: 'consulté', agreed: 'd’accord', refused: 'pas d’accord' },
  },
} satisfies TableTexts<'mandates'>;

export const portrait = {
  one: 'portrait du collectif',
  many: 'Portrait du collectif',
  fields: {
    startedBy: 'Qui l’a lancé',
    trigger: 'Ce qui l’a déclenché',
    story: 'Son histoire',
    ambition: 'Ce qu’il veut devenir',
    lifeBeyond: 'Sa vie au-delà du projet',
    newcomers: 'Ce qu’un nouveau venu doit savoir',
  },
  choices: {},
} satisfies TableTexts<'portrait'>;
