// Tables of the collective: organisations, people, and the dated moves between the three circles.
import { choice, date, name, optional, prose, reference, text, whole } from './field.ts';
import { table } from './table.ts';

export const organisations = table({
  kind: 'accompaniment', class: 'accompaniment', edits: 'free', merge: 'field', title: 'name',
  fields: {
    name: name(), shortName: text(60), legalForm: text(120), sector: text(), jobs: optional(whole(0, 1_000_000)), fteHundredths: optional(whole(0, 100_000_000)),
    territory: text(), vat: choice('unknown', 'subject', 'exempt', 'mixed'), arrivedOn: optional(date()), note: prose(),
  },
});

/** Roles in a cooperation. @source seeds: France Active guide (équipe, préparateurs, supporters); Inser'Eco93 for integration enterprises. */
export const people = table({
  kind: 'accompaniment', class: 'accompaniment', edits: 'free', merge: 'field', title: 'name',
  fields: {
    name: name(200), organisationId: optional(reference('organisations', 'forget')), function: text(200), email: text(254), phone: text(60),
    role: choice(
      'unknown', 'board', 'chair', 'direction', 'staff', 'management', 'representatives', 'volunteers', 'integration', 'counsellor', 'supervisor',
      'network', 'accompanist', 'officer', 'accountant', 'protection', 'users', 'public', 'bank',
    ),
  },
});

export const circleMoves = table({
  kind: 'accompaniment', class: 'accompaniment', edits: 'free', merge: 'field', title: 'reason',
  fields: { organisationId: reference('organisations', 'remove-too'), on: date(), circle: choice('core', 'partners', 'network', 'left'), reason: text(1000) },
});
