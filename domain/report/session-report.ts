// The session report as a neutral model, made only from what may leave this computer; paper and PDF are drawn from it.
import type { Accompaniment } from '../document.ts';
import { belongingOf, byBelonging, isDivided, isOfStructures, type Presence, presenceOf } from '../collective/presence.ts';
import { levelOf } from '../levels/for-readers.ts';
import type { Level } from '../levels/level.ts';
import { groupedBy } from '../grouping.ts';
import { onlyOf, type RecordOf } from '../tables/tables.ts';
import type { CalendarDate, ClockTime } from '../units.ts';
import { decisionMark, decisionNumbers, sessionNumber } from '../numbering.ts';
import { compareCommitments, inOrder } from '../ordering.ts';
import type { ReportPart } from './report-parts.ts';
import { type Letterhead, letterheadOf } from './letterhead.ts';
import { accompanistsOf, type Agreement, agreementsOf, officersOf, type Party } from './parties.ts';
import { compareNames } from '../writing/sort.ts';

/** `halves`: each half-day where they differ. */
export type ReportPerson = {
  readonly name: string;
  readonly function: string;
  readonly presence: Presence;
  readonly halves: Pick<RecordOf<'attendances'>, 'morning' | 'afternoon'> | null;
};
/** People of one organisation; `organisation` is empty for people on their own. */
export type ReportGroup = { readonly organisation: string; readonly people: readonly ReportPerson[] };
/** Also a commitment: who does what, by when. */
export type ReportAction = { readonly title: string; readonly who: string; readonly dueOn: CalendarDate | null; readonly isDone: boolean };

export type SessionReport = {
  readonly kind: 'session-report';
  readonly letterhead: Letterhead | null;
  readonly mission: string;
  readonly scheme: RecordOf<'mission'>['scheme'];
  readonly isExample: boolean;
  /** Who may read this copy. */
  readonly readers: Level;
  /** Whether it has taken place: only then somebody must have been there. */
  readonly isHeld: boolean;
  /** 0 for a cancelled session: it has no rank. */
  readonly number: number;
  readonly title: string;
  readonly date: CalendarDate;
  readonly startsAt: ClockTime | null;
  readonly endsAt: ClockTime | null;
  readonly mode: RecordOf<'sessions'>['mode'];
  readonly place: string;
  /** Number and title of the phase. */
  readonly phase: { readonly number: number; readonly title: string } | null;
  readonly present: readonly ReportGroup[];
  /** Expected, and not marked present, excused or absent. */
  readonly expected: readonly ReportGroup[];
  readonly excused: readonly ReportGroup[];
  readonly absent: readonly ReportGroup[];
  readonly agreements: readonly Agreement[];
  readonly accompanists: readonly Party[];
  /** Who follows the mission for its commissioner, with the presence of each. */
  readonly officers: readonly ReportGroup[];
  readonly purpose: string;
  /** Light Markdown. */
  readonly account: string;
  /** `mark`: its number, such as "D-2026-07". */
  readonly decisions: readonly { readonly mark: string; readonly title: string; readonly adoption: string }[];
  readonly actions: readonly ReportAction[];
  /** Taken for the decisions of this session, those dropped left out. */
  readonly commitments: readonly ReportAction[];
  readonly disagreements: readonly {
    readonly title: string;
    readonly agreed: string;
    readonly reviewOn: CalendarDate | null;
    readonly positions: readonly { readonly organisation: string; readonly statement: string }[];
  }[];
  /** To whom the report is given; may be empty. */
  readonly givenTo: string;
  /** Until when remarks are awaited. */
  readonly remarksBy: CalendarDate | null;
  /** What this copy leaves out. */
  readonly without: readonly ReportPart[];
  readonly next: { readonly date: CalendarDate; readonly at: ClockTime | null } | null;
};

/**
 * Takes only `Accompaniment`: neither the desk nor the vault can reach a document.
 * @param readers of this copy; without them, those of the session
 * @returns the report, or `null` if there is no such session
 */
export function sessionReport(accompaniment: Accompaniment, sessionId: string, readers?: Level): SessionReport | null {
  const session = accompaniment.sessions[sessionId];
  if (session === undefined) return null;
  const mission = onlyOf(accompaniment.mission);
  const isCancelled = session.status === 'cancelled';
  const attendances = Object.values(accompaniment.attendances).filter((one) => one.sessionId === sessionId && !isCancelled);
  const lines = attendances.flatMap((attendance) => lineOf(accompaniment, attendance));
  const ofStructures = lines.filter(({ person }) => isOfStructures(person));
  const group = (wanted: readonly Presence[]) => groupsOf(ofStructures.filter(({ presence }) => wanted.includes(presence)));
  return {
    kind: 'session-report',
    letterhead: letterheadOf(accompaniment),
    mission: mission?.title ?? '',
    scheme: mission?.scheme ?? 'blank',
    isExample: mission?.isExample ?? false,
    readers: readers ?? levelOf(accompaniment, 'sessions', session),
    isHeld: session.status === 'held',
    number: sessionNumber(accompaniment, sessionId),
    title: session.title,
    date: session.date,
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    mode: session.mode,
    place: session.place,
    phase: phaseOf(accompaniment, session.phaseId),
    present: group(['present', 'morning', 'afternoon']),
    expected: group(['expected']),
    excused: group(['excused']),
    absent: group(['absent']),
    agreements: agreementsOf(accompaniment),
    accompanists: accompanistsOf(accompaniment),
    officers: groupsOf(officerLines(accompaniment, lines)),
    purpose: session.purpose,
    account: session.account,
    decisions: decisionsOf(accompaniment, sessionId),
    actions: ownInOrder(accompaniment.actions, sessionId)
      .filter((action) => action.status !== 'dropped')
      .map((action) => reportAction(accompaniment, action)),
    commitments: Object.values(accompaniment.commitments)
      .filter(({ decisionId, state }) => state !== 'dropped' && accompaniment.decisions[decisionId ?? '']?.sessionId === sessionId)
      .toSorted(compareCommitments)
      .map((commitment) => ({ ...whoDoes(accompaniment, commitment), title: commitment.what, isDone: commitment.state === 'kept' })),
    disagreements: ownInOrder(accompaniment.disagreements, sessionId).map((disagreement) =>
      reportDisagreement(accompaniment, disagreement),
    ),
    givenTo: session.givenTo,
    remarksBy: session.remarksBy,
    without: [],
    next: session.nextOn === null ? null : { date: session.nextOn, at: session.nextAt },
  };
}

function decisionsOf(accompaniment: Accompaniment, sessionId: string): SessionReport['decisions'] {
  const own = ownInOrder(accompaniment.decisions, sessionId);
  if (own.length === 0) return [];
  const numbers = decisionNumbers(accompaniment);
  return own.map(({ id, title, adoption }) => ({ mark: decisionMark(numbers.get(id) ?? ''), title, adoption }));
}

type Line = ReportPerson & { readonly id: string; readonly organisation: string; readonly person: RecordOf<'people'> };

function lineOf(accompaniment: Accompaniment, attendance: RecordOf<'attendances'>): readonly Line[] {
  const person = accompaniment.people[attendance.personId];
  if (person === undefined) return [];
  const { morning, afternoon } = attendance;
  const halves = isDivided(attendance) ? { morning, afternoon } : null;
  return [{ ...unmarked(accompaniment, person), presence: presenceOf(attendance), halves }];
}

function unmarked(accompaniment: Accompaniment, person: RecordOf<'people'>): Line {
  const { id, name, function: own } = person;
  return { id, name, function: own, person, organisation: belongingOf(accompaniment, person), presence: 'expected', halves: null };
}

/** Whoever came for the commissioner or was excused, and who follows the mission, also without a line of their own. */
function officerLines(accompaniment: Accompaniment, lines: readonly Line[]): readonly Line[] {
  const noted = lines.filter(({ person, presence }) => person.role === 'officer' && presence !== 'expected');
  const others = officersOf(accompaniment).filter(({ id }) => !noted.some((line) => line.id === id));
  return [...noted, ...others.map((person) => lines.find(({ id }) => id === person.id) ?? unmarked(accompaniment, person))];
}

function groupsOf(lines: readonly Line[]): readonly ReportGroup[] {
  const groups = [...groupedBy(lines.toSorted(compareNames), ({ organisation }) => organisation)].toSorted(([a], [b]) => byBelonging(a, b));
  return groups.map(([organisation, own]) => ({
    organisation,
    people: own.map(({ name, function: duty, presence, halves }) => ({ name, function: duty, presence, halves })),
  }));
}

function reportAction(accompaniment: Accompaniment, action: RecordOf<'actions'>): ReportAction {
  return { ...whoDoes(accompaniment, action), title: action.title, isDone: action.status === 'done' };
}

type Held = Pick<RecordOf<'actions'>, 'personId' | 'organisationId' | 'dueOn'>;

function whoDoes({ people, organisations }: Accompaniment, { personId, organisationId, dueOn }: Held): Pick<ReportAction, 'who' | 'dueOn'> {
  const names = [people[personId ?? '']?.name ?? '', organisations[organisationId ?? '']?.name ?? ''];
  return { who: names.filter((name) => name !== '').join(', '), dueOn };
}

function reportDisagreement(accompaniment: Accompaniment, disagreement: RecordOf<'disagreements'>): SessionReport['disagreements'][number] {
  const positions = Object.values(accompaniment.positions).filter((position) => position.disagreementId === disagreement.id);
  return {
    title: disagreement.title,
    agreed: disagreement.agreed,
    reviewOn: disagreement.reviewOn,
    positions: inOrder(positions).map((position) => ({
      organisation: accompaniment.organisations[position.organisationId]?.name ?? '',
      statement: position.statement,
    })),
  };
}

function phaseOf(accompaniment: Accompaniment, phaseId: string | null): SessionReport['phase'] {
  const phase = phaseId === null ? undefined : accompaniment.phases[phaseId];
  if (phase === undefined) return null;
  return { number: inOrder(Object.values(accompaniment.phases)).findIndex((other) => other.id === phase.id) + 1, title: phase.title };
}

function ownInOrder<R extends { readonly id: string; readonly sessionId: string | null; readonly order: string }>(
  rows: Readonly<Record<string, R>>,
  sessionId: string,
): readonly R[] {
  return inOrder(Object.values(rows).filter((row) => row.sessionId === sessionId));
}
