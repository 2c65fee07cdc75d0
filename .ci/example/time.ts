// The example's forty time entries: what a mission of this size looks like, funded and not.

export type ExampleEntry = { readonly kind: 'face' | 'preparation' | 'writing' | 'travel' | 'coordination' | 'other'; readonly date: string; readonly minutes: number; readonly session: number | null; readonly note: string; readonly isPlanned?: true };

const held = [
  { session: 1, date: '2026-02-05', before: '2026-02-03', after: '2026-02-06', face: 210, travel: 50 },
  { session: 2, date: '2026-02-26', before: '2026-02-24', after: '2026-02-27', face: 210, travel: 60 },
  { session: 3, date: '2026-03-12', before: '2026-03-11', after: '2026-03-13', face: 210, travel: 50 },
  { session: 4, date: '2026-04-02', before: '2026-03-31', after: '2026-04-03', face: 210, travel: 50 },
  { session: 5, date: '2026-04-21', before: '2026-04-20', after: '2026-04-22', face: 420, travel: 70 },
  { session: 6, date: '2026-05-12', before: '2026-05-11', after: '2026-05-13', face: 210, travel: 50 },
  { session: 7, date: '2026-06-04', before: '2026-06-02', after: '2026-06-05', face: 210, travel: 80 },
] as const;

const ofSessions: readonly ExampleEntry[] = held.flatMap(({ session, date, before, after, face, travel }) => [
  { kind: 'preparation', date: before, minutes: 45, session, note: 'Ordre du jour et supports' },
  { kind: 'face', date, minutes: face, session, note: '' },
  { kind: 'travel', date, minutes: travel, session, note: 'Aller et retour' },
  { kind: 'writing', date: after, minutes: 45, session, note: 'Compte rendu' },
]);

export const ENTRIES: readonly ExampleEntry[] = [
  ...ofSessions,
  { kind: 'coordination', date: '2026-02-10', minutes: 25, session: null, note: 'Point avec Nadia Brunel, Coorace' },
  { kind: 'coordination', date: '2026-03-04', minutes: 25, session: null, note: 'Appel à La Boucle' },
  { kind: 'coordination', date: '2026-03-24', minutes: 25, session: null, note: 'Point avec Nadia Brunel, Coorace' },
  { kind: 'coordination', date: '2026-04-28', minutes: 25, session: null, note: 'Appel à l’acheteur public' },
  { kind: 'coordination', date: '2026-05-19', minutes: 25, session: null, note: 'Demande d’avenant' },
  { kind: 'coordination', date: '2026-06-09', minutes: 25, session: null, note: 'Appel à Mains Libres Services' },
  { kind: 'preparation', date: '2026-04-15', minutes: 30, session: 5, note: 'Agrégation des grilles de coûts' },
  { kind: 'preparation', date: '2026-05-27', minutes: 30, session: 7, note: 'Trois scénarios de gouvernance' },
  { kind: 'other', date: '2026-03-20', minutes: 180, session: null, note: 'Journée du réseau' },
  { kind: 'other', date: '2026-05-22', minutes: 90, session: null, note: 'Lecture sur les groupements momentanés' },
  { kind: 'preparation', date: '2026-06-30', minutes: 105, session: 8, note: 'Ordre du jour et supports', isPlanned: true },
  { kind: 'face', date: '2026-07-02', minutes: 210, session: 8, note: '', isPlanned: true },
];

/** Six days of 7 h 00, then an amendment of a day and a half. */
export const ENVELOPE = { funder: 'DLA 77', contract: 'Convention 2026-114', grantedMinutes: 2520, minutesPerDay: 420, openingMinutes: 0, overrun: 'warn' } as const;
export const AMENDMENT = { on: '2026-05-26', minutes: 630, reason: 'Entrée de La Boucle et séance avec les acheteurs publics, non prévues au cadrage.' } as const;

/** Working data of the accompanist: minutes of speech at two sessions, trust as it was felt. */
export const SPEAKING = [
  { session: 4, organisation: 'relais', minutes: 42 }, { session: 4, organisation: 'chantiers', minutes: 38 }, { session: 4, organisation: 'atelier', minutes: 21 },
  { session: 4, organisation: 'mains', minutes: 9 }, { session: 4, organisation: 'ge', minutes: 24 },
  { session: 5, organisation: 'relais', minutes: 88 }, { session: 5, organisation: 'chantiers', minutes: 81 }, { session: 5, organisation: 'atelier', minutes: 40 },
  { session: 5, organisation: 'mains', minutes: 18 }, { session: 5, organisation: 'ge', minutes: 30 }, { session: 5, organisation: 'boucle', minutes: 35 },
] as const;
export const TRUST = [
  { organisation: 'boucle', on: '2026-02-26', level: 2, note: 'observe' },
  { organisation: 'boucle', on: '2026-04-21', level: 4, note: '' },
  { organisation: 'mains', on: '2026-06-04', level: 3, note: 'en retrait sur la facturation' },
] as const;
