// English words of the collective: what its records, fields and values are called.
import type { TableTexts } from '../../table-texts.ts';
import { readers } from '../levels.ts';

export const organisations = {
  one: 'organisation',
  many: 'Organisations',
  fields: {
    name: 'Name',
    shortName: 'Short name',
    legalForm: 'Legal form',
    sector: 'Sector',
    jobs: 'Jobs',
    fteHundredths: 'Full-time equivalents, in hundredths',
    territory: 'Territory',
    vat: 'VAT',
    arrivedOn: 'Arrived on',
    note: 'Note',
    figuresLevel: 'Who may read the figures',
    noteLevel: 'Who may read the note',
  },
  choices: {
    vat: { unknown: 'to be checked', subject: 'subject to VAT', exempt: 'not subject', mixed: 'partly subject' },
    figuresLevel: readers,
    noteLevel: readers,
  },
} satisfies TableTexts<'organisations'>;

export const people = {
  one: 'person',
  many: 'People',
  fields: {
    name: 'Name',
    organisationId: 'Organisation',
    firm: 'Firm or body',
    function: 'Function',
    email: 'E-mail',
    phone: 'Telephone',
    role: 'Role',
  },
  choices: {
    role: {
      unknown: 'role to be stated',
      board: 'board',
      chair: 'chair',
      direction: 'direction',
      staff: 'staff',
      management: 'middle management',
      representatives: 'staff representatives',
      volunteers: 'volunteers',
      integration: 'employee in integration',
      counsellor: 'social and job counselling',
      supervisor: 'technical supervision',
      network: 'network or federation',
      accompanist: 'accompaniment',
      officer: 'officer in charge',
      accountant: 'accountancy',
      protection: 'social protection',
      users: 'users',
      public: 'public partner',
      bank: 'bank',
    },
  },
} satisfies TableTexts<'people'>;

export const circleMoves = {
  one: 'move between circles',
  many: 'Moves between circles',
  fields: {
    organisationId: 'Organisation',
    order: 'Place among its siblings',
    on: 'Date',
    circle: 'Circle',
    reason: 'Reason',
  },
  choices: {
    circle: { core: 'Core', partners: 'Active partner', network: 'Network', left: 'Left' },
  },
} satisfies TableTexts<'circleMoves'>;

export const mandates = {
  one: 'mandate',
  many: 'Mandates',
  fields: {
    organisationId: 'Organisation',
    about: 'About',
    state: 'State',
    personId: 'Person',
    on: 'Date',
    until: 'Until',
    limit: 'Limit',
    note: 'Note',
  },
  choices: {
    about: { commitment: 'May commit', board: 'Board', council: 'Works council', team: 'Team' },
    state: { todo: 'to do', informed: 'informed', consulted: 'consulted', agreed: 'agreed', refused: 'did not agree' },
  },
} satisfies TableTexts<'mandates'>;

export const portrait = {
  one: 'portrait of the collective',
  many: 'Portrait of the collective',
  fields: {
    startedBy: 'Started by',
    trigger: 'What triggered it',
    story: 'Story',
    ambition: 'What it wants to become',
    lifeBeyond: 'Its life beyond the project',
    newcomers: 'What a newcomer must know',
  },
  choices: {},
} satisfies TableTexts<'portrait'>;
