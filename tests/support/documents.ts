// Builders of valid documents: a test names only what matters to it.
import type { Command } from '@domain/commands/command.ts';
import type { CommandContext } from '@domain/commands/context.ts';
import { planCommand } from '@domain/commands/run-command.ts';
import { type Change, type Document, emptyDocument } from '@domain/document.ts';
import { advance } from '@domain/guards/advance.ts';
import type { Draft } from '@domain/method/draft.ts';
import { expectOk, type Result } from '@domain/result.ts';
import { calendarDate, minutes } from '@domain/units.ts';
import { testContext } from './context.ts';

export const DRAFT: Draft = {
  scheme: 'coorace',
  title: 'Offre commune',
  territory: 'Melun',
  startsOn: calendarDate('2026-02-02'),
  endsOn: calendarDate('2026-07-10'),
  commissioner: 'Coorace',
  officer: 'Nadia Brunel',
  need: '',
  expectedResults: '',
  organisations: [
    { name: 'Relais du Val', legalForm: 'association', circle: 'core' },
    { name: 'La Boucle', legalForm: '', circle: 'network' },
  ],
  envelope: {
    funder: 'DLA 77',
    contract: '2026-114',
    grantedMinutes: minutes(2520),
    minutesPerDay: 420,
    openingMinutes: minutes(0),
    overrun: 'warn',
  },
  sessionsBefore: 0,
};

/** Runs commands one after the other; throws at the first refusal. */
export function documentAfter(
  commands: readonly Command[],
  document: Document = emptyDocument('accompaniment'),
  context: CommandContext = testContext(),
): Document {
  return commands.reduce((before, command) => expectOk(tried(before, command, context)).document, document);
}

/** @returns the document and changes of a command, or its refusal. */
export function tried(
  document: Document,
  command: Command,
  context: CommandContext,
): Result<{ readonly document: Document; readonly changes: readonly Change[] }> {
  const planned = planCommand(document, command, context);
  if (!planned.ok) return planned;
  const after = advance(document, planned.value.changes, context.today);
  return after.ok ? { ok: true, value: { document: after.value, changes: planned.value.changes } } : after;
}

/** An accompaniment with its phases, two organisations, an envelope of six days of 7 h, and one session. */
export function startedDocument(draft: Partial<Draft> = {}, context: CommandContext = testContext()): Document {
  return documentAfter(
    [
      { name: 'accompaniment.start', args: { draft: { ...DRAFT, ...draft } } },
      { name: 'session.create', args: SESSION },
    ],
    emptyDocument('accompaniment'),
    context,
  );
}

export const SESSION = {
  title: 'Enjeux de chaque structure',
  date: calendarDate('2026-04-02'),
  startsAt: null,
  endsAt: null,
  mode: 'onsite',
  place: 'Melun',
  phaseId: null,
  status: 'held',
} as const;

/** @returns the id of the first record of a table. */
export function firstId(rows: Readonly<Record<string, { readonly id: string }>>): string {
  const [first] = Object.values(rows);
  if (first === undefined) throw new Error('The table is empty');
  return first.id;
}

export function kindId(document: Document, code: string): string {
  const kind = Object.values(document.accompaniment.kinds).find((each) => each.code === code);
  if (kind === undefined) throw new Error(`No kind ${code}`);
  return kind.id;
}
