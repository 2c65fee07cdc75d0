// Every command by name with its arguments: the only ways in which a document changes.
import type { MapCircle } from '../collective/circles.ts';
import type { Draft } from '../method/draft.ts';
import type { FieldsOf, FieldValue, TableName } from '../tables/tables.ts';
import type { CalendarDate } from '../units.ts';

export type FieldValues = Readonly<Record<string, FieldValue>>;

/** name → arguments. The `record.*` commands serve every table whose declaration lets the window edit it. */
export type Commands = {
  /** Missing fields get their empty value; main makes the `id`; `order` puts it last among its siblings. */
  'record.create': { readonly table: TableName; readonly fields: FieldValues };
  'record.update': { readonly table: TableName; readonly id: string; readonly fields: FieldValues };
  /** Removes the record and, as each reference declares, what belongs to it. */
  'record.remove': { readonly table: TableName; readonly id: string };
  /** Puts a record just after a sibling, or first when `afterId` is null. */
  'record.move': { readonly table: TableName; readonly id: string; readonly afterId: string | null };
  /** The first command of every file: the mission, its phases from the scheme, its collective and its envelope. */
  'accompaniment.start': { readonly draft: Draft };
  /** A session; those expected at the session before it are expected again. */
  'session.create': Pick<FieldsOf<'sessions'>, 'title' | 'date' | 'startsAt' | 'endsAt' | 'mode' | 'place' | 'phaseId'> & {
    readonly status: Exclude<FieldsOf<'sessions'>['status'], 'cancelled'>;
  };
  /** A planned session like another, on a date: same purpose, place, agenda and people expected. */
  'session.copy': { readonly sessionId: string; readonly date: CalendarDate };
  /** People at a session, in one step: each already known (`personId`), or new, of a known, a new or no organisation. */
  'session.participants': {
    readonly sessionId: string;
    readonly people: readonly {
      readonly personId: string | null;
      readonly personName: string;
      /** Of somebody new. */
      readonly personFunction?: string;
      readonly organisationId: string | null;
      readonly organisationName: string;
    }[];
  };
  /** Everybody who is still expected at a session was there, on its half-days. */
  'session.present': { readonly sessionId: string };
  /** Several decisions or actions of a session in one step, in their order, after those that it has. */
  'session.outcomes': {
    readonly sessionId: string;
    readonly table: 'decisions' | 'actions';
    /** A decision takes the title alone. */
    readonly lines: readonly Pick<FieldsOf<'actions'>, 'title' | 'personId' | 'organisationId' | 'dueOn'>[];
  };
  /** The times of a session in one step: `minutes` of each kind, on its date and phase, from an envelope. */
  'session.time': {
    readonly sessionId: string;
    readonly times: readonly Pick<FieldsOf<'timeEntries'>, 'kindId' | 'minutes' | 'envelopeId' | 'justification'>[];
  };
  /** A structure that joins the collective on a date, in one of its circles. */
  'organisation.add': Pick<FieldsOf<'organisations'>, 'name' | 'legalForm' | 'territory'> & {
    readonly arrivedOn: CalendarDate;
    readonly circle: MapCircle;
  };
  /** The parts of an envelope set aside for phases, each for any kind of work or for one. Parts that are not listed are removed. */
  'envelope.allocate': {
    readonly envelopeId: string;
    readonly shares: readonly Pick<FieldsOf<'allocations'>, 'phaseId' | 'kindId' | 'minutes'>[];
  };
  'gate.pass': Omit<FieldsOf<'gates'>, 'act' | 'enteredAt'>;
  'gate.reopen': Omit<FieldsOf<'gates'>, 'act' | 'enteredAt'>;
};

export type CommandName = keyof Commands;
export type Command = { [N in CommandName]: { readonly name: N; readonly args: Commands[N] } }[CommandName];
