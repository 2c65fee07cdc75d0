// The example's forty time entries: typical for a mission of this size, funded and not.
import { minutes } from '../../domain/units.ts';

export type ExampleEntry = {
  readonly kind: 'face' | 'preparation' | 'writing' | 'travel' | 'coordination' | 'other';
  readonly date: string;
  readonly minutes: number;
  readonly session: number | null;
  readonly note: string;
  /** Counted on the envelope; the rest was given without pay, and is shown. */
  readonly isFunded: boolean;
  readonly isPlanned?: true;
};

const HALF_DAY = 210; // minutes
const QUARTER_DAY = 105;

const held = [
  {
    session: 1,
    date: '2026-02-05',
    before: '2026-02-03',
    after: '2026-02-06',
    face: HALF_DAY,
    travel: 50,
    isPrepared: true,
    isWritten: false,
  },
  {
    session: 2,
    date: '2026-02-26',
    before: '2026-02-24',
    after: '2026-02-27',
    face: HALF_DAY,
    travel: 60,
    isPrepared: false,
    isWritten: true,
  },
  {
    session: 3,
    date: '2026-03-12',
    before: '2026-03-11',
    after: '2026-03-13',
    face: HALF_DAY,
    travel: 50,
    isPrepared: false,
    isWritten: false,
  },
  {
    session: 4,
    date: '2026-04-02',
    before: '2026-03-31',
    after: '2026-04-03',
    face: HALF_DAY,
    travel: 50,
    isPrepared: true,
    isWritten: true,
  },
  {
    session: 5,
    date: '2026-04-21',
    before: '2026-04-20',
    after: '2026-04-22',
    face: 2 * HALF_DAY,
    travel: 70,
    isPrepared: true,
    isWritten: true,
  },
  {
    session: 6,
    date: '2026-05-12',
    before: '2026-05-11',
    after: '2026-05-13',
    face: HALF_DAY,
    travel: 50,
    isPrepared: false,
    isWritten: false,
  },
  {
    session: 7,
    date: '2026-06-04',
    before: '2026-06-02',
    after: '2026-06-05',
    face: HALF_DAY,
    travel: 80,
    isPrepared: true,
    isWritten: false,
  },
] as const;

const ofSessions: readonly ExampleEntry[] = held.flatMap(({ session, date, before, after, face, travel, isPrepared, isWritten }) => [
  {
    kind: 'preparation',
    date: before,
    minutes: isPrepared ? QUARTER_DAY : 60,
    session,
    note: 'Ordre du jour et supports',
    isFunded: isPrepared,
  },
  { kind: 'face', date, minutes: face, session, note: '', isFunded: true },
  { kind: 'travel', date, minutes: travel, session, note: 'Aller et retour', isFunded: false },
  { kind: 'writing', date: after, minutes: isWritten ? QUARTER_DAY : 60, session, note: 'Compte rendu', isFunded: isWritten },
]);

const call = (date: string, note: string): ExampleEntry => ({
  kind: 'coordination',
  date,
  minutes: 25,
  session: null,
  note,
  isFunded: false,
});

export const ENTRIES: readonly ExampleEntry[] = [
  ...ofSessions,
  call('2026-02-10', 'Point avec Nadia Brunel, Coorace'),
  call('2026-03-04', 'Appel à La Boucle'),
  call('2026-03-24', 'Point avec Nadia Brunel, Coorace'),
  call('2026-04-28', 'Appel à l’acheteur public'),
  call('2026-05-05', 'Point avec Nadia Brunel, Coorace'),
  call('2026-06-09', 'Appel à Mains Libres Services'),
  {
    kind: 'coordination',
    date: '2026-05-19',
    minutes: QUARTER_DAY,
    session: null,
    note: 'Demande d’avenant, point à trois',
    isFunded: true,
  },
  { kind: 'other', date: '2026-03-20', minutes: 180, session: null, note: 'Journée du réseau', isFunded: false },
  { kind: 'other', date: '2026-05-22', minutes: 90, session: null, note: 'Lecture sur les groupements momentanés', isFunded: false },
  { kind: 'other', date: '2026-06-11', minutes: 120, session: null, note: 'Échange de pratiques entre pairs', isFunded: false },
  {
    kind: 'preparation',
    date: '2026-06-30',
    minutes: QUARTER_DAY,
    session: 8,
    note: 'Ordre du jour et supports',
    isFunded: true,
    isPlanned: true,
  },
  { kind: 'face', date: '2026-07-02', minutes: HALF_DAY, session: 8, note: '', isFunded: true, isPlanned: true },
];

/** Minutes set aside for each phase once the amendment is in force; they add up to seven days and a half. */
export const SHARES = [840, 1365, 525, 420] as const;

/** Six days of 7 h 00, then an amendment of a day and a half. */
export const ENVELOPE = {
  funder: 'DLA 77',
  contract: '2026-114',
  grantedMinutes: minutes(2520),
  minutesPerDay: 420,
  openingMinutes: minutes(0),
  overrun: 'warn',
} as const;
export const AMENDMENT = {
  on: '2026-05-26',
  minutes: 630,
  reason: 'Entrée de La Boucle et séance avec les acheteurs publics, non prévues au cadrage.',
} as const;

/** The accompanist's working data: minutes of speech at two sessions, trust as they sensed it. */
export const SPEAKING = [
  { session: 4, organisation: 'relais', minutes: 42 },
  { session: 4, organisation: 'chantiers', minutes: 38 },
  { session: 4, organisation: 'atelier', minutes: 21 },
  { session: 4, organisation: 'mains', minutes: 9 },
  { session: 4, organisation: 'ge', minutes: 24 },
  { session: 5, organisation: 'relais', minutes: 88 },
  { session: 5, organisation: 'chantiers', minutes: 81 },
  { session: 5, organisation: 'atelier', minutes: 40 },
  { session: 5, organisation: 'mains', minutes: 18 },
  { session: 5, organisation: 'ge', minutes: 30 },
  { session: 5, organisation: 'boucle', minutes: 35 },
] as const;
export const TRUST = [
  { organisation: 'boucle', on: '2026-02-26', level: 2, note: 'observe' },
  { organisation: 'boucle', on: '2026-04-21', level: 4, note: '' },
  { organisation: 'mains', on: '2026-06-04', level: 3, note: 'en retrait sur la facturation' },
] as const;
