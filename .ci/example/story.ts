// The example's collective and mission: fictional throughout.

export const ACCOMPANIST = 'Sonia Nadir';

/** Who works beside the structures, by role. */
export const BESIDE = {
  accompanist: { function: 'consultante', firm: 'SCOP Passerelles', email: 'sonia@passerelles.example' },
  officer: { function: 'chargée de mission', firm: '', email: '' },
} as const;

/** At the head of the documents. */
export const LETTERHEAD = '4 quai des Tanneurs, 77000 Melun · contact@passerelles.example';

/** Whom the reports of the sessions are given to, and how many days later remarks on them are awaited. */
export const REPORTS = { givenTo: 'Participants, conseils d’administration, Coorace Île-de-France', days: 10 } as const;

export const ORGANISATIONS = [
  {
    key: 'relais',
    name: 'Relais du Val',
    legalForm: 'association, entreprise d’insertion',
    sector: 'Espaces verts, second œuvre',
    jobs: 24,
    fteHundredths: 1950,
    territory: 'Melun',
    vat: 'subject',
    arrivedOn: '2026-02-02',
  },
  {
    key: 'chantiers',
    name: 'Chantiers des Deux Rives',
    legalForm: 'association, atelier et chantier d’insertion',
    sector: 'Entretien des berges, maçonnerie',
    jobs: 38,
    fteHundredths: 2720,
    territory: 'Dammarie-les-Lys',
    vat: 'exempt',
    arrivedOn: '2026-02-02',
  },
  {
    key: 'atelier',
    name: 'Atelier du Pont',
    legalForm: 'SAS, entreprise adaptée',
    sector: 'Conditionnement, blanchisserie',
    jobs: 31,
    fteHundredths: 2860,
    territory: 'Melun',
    vat: 'subject',
    arrivedOn: '2026-02-02',
  },
  {
    key: 'mains',
    name: 'Mains Libres Services',
    legalForm: 'SARL, entreprise d’insertion',
    sector: 'Propreté',
    jobs: 22,
    fteHundredths: 1640,
    territory: 'Savigny-le-Temple',
    vat: 'subject',
    arrivedOn: '2026-02-02',
  },
  {
    key: 'ge',
    name: 'GE Solidarités 77',
    legalForm: 'association, groupement d’employeurs',
    sector: 'Mise à disposition de personnel',
    jobs: 9,
    fteHundredths: 780,
    territory: 'Seine-et-Marne',
    vat: 'mixed',
    arrivedOn: '2026-02-02',
  },
  {
    key: 'boucle',
    name: 'La Boucle',
    legalForm: 'association, ressourcerie',
    sector: 'Réemploi, collecte',
    jobs: 17,
    fteHundredths: 1210,
    territory: 'Moissy-Cramayel',
    vat: 'exempt',
    arrivedOn: '2026-02-26',
  },
] as const;

export type OrganisationKey = (typeof ORGANISATIONS)[number]['key'];

export const PEOPLE = [
  { key: 'ferrand', name: 'Nicole Ferrand', organisation: 'relais', function: 'directrice', role: 'direction' },
  { key: 'diallo', name: 'Souleymane Diallo', organisation: 'relais', function: 'encadrant technique', role: 'supervisor' },
  { key: 'morel', name: 'Antoine Morel', organisation: 'chantiers', function: 'directeur', role: 'direction' },
  { key: 'roux', name: 'Claire Roux', organisation: 'chantiers', function: 'présidente', role: 'chair' },
  { key: 'lopes', name: 'Joana Lopes', organisation: 'atelier', function: 'directrice', role: 'direction' },
  { key: 'petit', name: 'Mathieu Petit', organisation: 'atelier', function: 'élu au CSE', role: 'representatives' },
  { key: 'kone', name: 'Awa Koné', organisation: 'mains', function: 'gérante', role: 'direction' },
  { key: 'bernard', name: 'Cécile Bernard', organisation: 'ge', function: 'coordinatrice', role: 'staff' },
  { key: 'haddad', name: 'Leïla Haddad', organisation: 'boucle', function: 'directrice', role: 'direction' },
  { key: 'vidal', name: 'Pierre Vidal', organisation: 'boucle', function: 'administrateur bénévole', role: 'board' },
  { key: 'roy', name: 'Paul Roy', organisation: null, function: 'acheteur public, communauté d’agglomération', role: 'public' },
] as const;

export type PersonKey = (typeof PEOPLE)[number]['key'];

/** Moves between circles after the initial places, which the draft gives. */
export const MOVES = [
  { organisation: 'boucle', on: '2026-02-26', circle: 'network', reason: 'Vient voir, à l’invitation de Chantiers des Deux Rives.' },
  {
    organisation: 'boucle',
    on: '2026-04-02',
    circle: 'partners',
    reason: 'Son conseil d’administration a décidé de participer jusqu’à la charte.',
  },
  { organisation: 'ge', on: '2026-06-04', circle: 'core', reason: 'Portera la coordination de l’offre pendant l’essai.' },
] as const;

export const MISSION = {
  title: 'Offre commune d’insertion, Sud Seine-et-Marne',
  territory: 'Sud de la Seine-et-Marne',
  startsOn: '2026-02-02',
  endsOn: '2026-07-10',
  commissioner: 'Coorace Île-de-France',
  officer: 'Nadia Brunel',
  need: 'Cinq structures d’insertion et un groupement d’employeurs répondent chacun de leur côté aux marchés publics du sud du département. Les lots grandissent, les clauses sociales aussi\u202f: seules, elles n’y répondent plus. Elles demandent à être accompagnées pour savoir si elles peuvent construire une offre commune sans perdre ce qui les distingue.',
  expectedResults:
    'Un objectif commun approuvé par chaque conseil, une base de coûts comparable, une charte de coopération avec sa règle de décision, et un premier lot auquel répondre ensemble.',
  order: 'Conduire huit séances collectives, produire le diagnostic croisé et le projet de charte, transmettre les outils au collectif.',
} as const;

export const POSITIONS = [
  { organisation: 'boucle', statement: 'La Boucle demande que le nom de chaque structure reste visible sur les réponses.' },
  { organisation: 'relais', statement: 'Relais du Val préfère une marque commune, plus lisible pour un acheteur.' },
] as const;

/** What each organisation has agreed to so far. */
export const MANDATES = [
  {
    organisation: 'relais',
    about: 'commitment',
    state: 'agreed',
    person: 'ferrand',
    on: '2026-03-10',
    until: '2026-12-31',
    limit: 'jusqu’à 5\u202f000\u202f€ par an',
    note: '',
  },
  {
    organisation: 'relais',
    about: 'board',
    state: 'agreed',
    person: null,
    on: '2026-03-10',
    until: null,
    limit: '',
    note: 'Accord de principe sur l’objectif commun.',
  },
  { organisation: 'relais', about: 'team', state: 'informed', person: 'diallo', on: '2026-03-06', until: null, limit: '', note: '' },
  {
    organisation: 'chantiers',
    about: 'commitment',
    state: 'agreed',
    person: 'morel',
    on: '2026-03-19',
    until: null,
    limit: 'actions sans dépense',
    note: '',
  },
  { organisation: 'chantiers', about: 'board', state: 'agreed', person: 'roux', on: '2026-03-19', until: null, limit: '', note: '' },
  {
    organisation: 'atelier',
    about: 'council',
    state: 'consulted',
    person: 'petit',
    on: '2026-04-28',
    until: null,
    limit: '',
    note: 'Demande à être informé avant toute mise à disposition de personnel.',
  },
  { organisation: 'atelier', about: 'board', state: 'informed', person: 'lopes', on: '2026-04-15', until: null, limit: '', note: '' },
  { organisation: 'mains', about: 'commitment', state: 'agreed', person: 'kone', on: '2026-02-05', until: null, limit: '', note: '' },
  {
    organisation: 'boucle',
    about: 'commitment',
    state: 'todo',
    person: 'haddad',
    on: '2026-07-02',
    until: null,
    limit: '',
    note: 'Attend le vote de son conseil d’administration.',
  },
  {
    organisation: 'boucle',
    about: 'board',
    state: 'agreed',
    person: 'vidal',
    on: '2026-03-30',
    until: '2026-07-10',
    limit: '',
    note: 'Jusqu’à la charte.',
  },
] as const;

export const PORTRAIT = {
  startedBy: 'Relais du Val et Chantiers des Deux Rives, qui se sous-traitaient déjà des chantiers.',
  trigger: 'Un appel d’offres de la communauté d’agglomération, à l’automne 2025, resté sans réponse de l’insertion.',
  story: 'Deux réponses communes en 2021 et 2023, l’une perdue. Un groupement d’employeurs en partage depuis 2022.',
  ambition: 'Répondre ensemble, sous une règle que chacun comprend, aux lots que personne ne peut prendre seul.',
  lifeBeyond: 'Les encadrants se retrouvent deux fois par an pour une journée d’échange de pratiques.',
  newcomers: 'On parle d’abord de ce que l’on sait faire, ensuite de forme juridique. Les comptes partagés restent dans le groupe.',
} as const;

export const TOOLS = [
  { title: 'Grille de coûts comparables', on: '2026-04-21', holder: 'bernard', note: 'Tableur, avec son mode d’emploi d’une page.' },
  { title: 'Trame de tour de table', on: '2026-03-12', holder: 'lopes', note: '' },
] as const;

/** Each for a decision of one of the sessions, by its first words. */
export const COMMITMENTS = [
  {
    decision: 'Préparer une réponse d’essai',
    what: 'Donner les coûts horaires de l’atelier dans la grille commune',
    person: 'lopes',
    organisation: 'atelier',
    askedOn: '2026-05-12',
    acceptedOn: '2026-05-12',
    dueOn: '2026-06-05',
    state: 'kept',
    settledOn: '2026-06-04',
    settledBy: 'bernard',
  },
  {
    decision: 'Une voix par structure',
    what: 'Présenter la règle de décision à son conseil',
    person: 'haddad',
    organisation: 'boucle',
    askedOn: '2026-06-04',
    acceptedOn: '2026-06-04',
    dueOn: '2026-07-03',
    state: 'accepted',
    settledOn: null,
    settledBy: null,
  },
] as const;

/** Who keeps the collective going; the notes are taken in turns. */
export const FUNCTIONS = [
  {
    duty: 'coordination',
    title: 'Calendrier et relances',
    person: 'bernard',
    organisation: 'ge',
    isInTurns: false,
    startsOn: '2026-05-12',
  },
  { duty: 'notes', title: '', person: 'haddad', organisation: 'boucle', isInTurns: true, startsOn: '2026-04-21' },
  { duty: 'notes', title: '', person: 'lopes', organisation: 'atelier', isInTurns: true, startsOn: '2026-04-21' },
] as const;

export const FOLLOW_UPS = [
  { dueOn: '2027-01-14', doneOn: null, note: 'Six mois après\u202f: la première réponse commune, et ce qu’elle a coûté en temps.' },
] as const;

/** Private notes of the vault; the passphrase of the example is public, and the example says so. */
export const VAULT_PASSPHRASE = 'exemple de Tierce';
export const PRIVATE_NOTES = [
  {
    date: '2026-04-02',
    session: 4,
    organisation: null,
    conflict: null,
    text: 'J’ai résumé les coûts avec les mots d’une seule structure. À la prochaine séance, faire reformuler par une autre avant d’écrire.',
  },
  {
    date: '2026-04-21',
    session: 5,
    organisation: null,
    conflict: 0,
    text: 'Deux directions ont parlé les deux tiers du temps. Je n’ai pas tenu le tour de table de l’après-midi.',
  },
  {
    date: '2026-05-12',
    session: 6,
    organisation: null,
    conflict: null,
    text: 'Je connais l’acheteur depuis une mission de 2024\u202f: le dire au groupe avant la séance 7.',
  },
] as const;
/** Tensions that the accompanist follows, in the vault as well. */
export const PRIVATE_CONFLICTS = [{ name: 'Qui prend la parole', openedOn: '2026-04-21', settledOn: null }] as const;
/** Dropped in while the vault was locked. */
export const INBOX_NOTE = {
  date: '2026-06-04',
  session: 7,
  organisation: 'mains',
  conflict: null,
  text: 'Silence de Mains Libres Services quand on a parlé de facturation. Appeler avant d’envoyer le compte rendu.',
} as const;

/** A short document written by the group, kept with the session in which it was read. */
export const ATTACHMENT = {
  session: 6,
  on: '2026-06-04',
  name: 'Charte, texte du 4 juin.txt',
  note: 'Lue en séance, à relire par chaque conseil.',
  text: 'Charte de coopération, texte de travail du 4 juin 2026\n\n1. Chaque structure garde son nom et ses marchés en propre.\n2. Une réponse commune se décide à l’unanimité des structures qui s’y engagent.\n3. Ce qui se dit ici des comptes de chacun ne sort pas du groupe.\n',
} as const;

/** What was given of the sessions, and to whom besides those who were there. */
export const GIVEN = [
  { session: 4, on: '2026-04-08', kind: 'session', others: '' },
  { session: 5, on: '2026-04-24', kind: 'session', others: '' },
  { session: 5, on: '2026-04-24', kind: 'decisions', others: 'Conseils d’administration des six structures' },
] as const;
