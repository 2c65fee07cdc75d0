// The first command of a file: from a short draft, the whole accompaniment with the phases of its scheme.
import { applyChanges, type Change, type Document } from '../document.ts';
import { FIRST_LEVEL } from '../levels/level.ts';
import { planPhases } from '../method/plan-phases.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { TableName } from '../tables/tables.ts';
import type { Commands, FieldValues } from './command.ts';
import type { CommandContext } from './context.ts';
import { creation, newRecord } from './record-commands.ts';

/** Kinds of work that every file begins with; travel consumes nothing unless the user decides otherwise. @source promises.md F3 */
const FIRST_KINDS = [
  { code: 'face', isEligible: true },
  { code: 'preparation', isEligible: true },
  { code: 'writing', isEligible: true },
  { code: 'coordination', isEligible: true },
  { code: 'travel', isEligible: false },
] as const;

/** Fills a new file. Refused as already-started if there is a mission. */
export function startAccompaniment(
  document: Document,
  { draft }: Commands['accompaniment.start'],
  context: CommandContext,
): Result<readonly Change[]> {
  if (Object.keys(document.accompaniment.mission).length > 0) return refuse({ code: 'already-started' });
  const building = new Building(document, context);
  const officer = draft.officer.trim() === '' ? null : building.add('people', { name: draft.officer.trim(), role: 'officer' });
  const method = context.method(draft.scheme);
  building.add('mission', {
    title: draft.title.trim() === '' ? method.title : draft.title.trim(),
    scheme: draft.scheme,
    territory: draft.territory,
    startsOn: draft.startsOn,
    endsOn: draft.endsOn,
    commissioner: draft.commissioner,
    officerId: officer,
    need: draft.need,
    expectedResults: draft.expectedResults,
    sessionsBefore: draft.sessionsBefore,
    letterhead: context.paper.letterhead,
    level: FIRST_LEVEL,
  });
  building.add('portrait', {});
  if (context.by.trim() !== '') building.add('people', { name: context.by.trim(), role: 'accompanist', ...context.work });
  if (context.paper.logo !== '') building.add('logos', { of: 'firm', name: firmOf(context), picture: context.paper.logo });
  for (const kind of FIRST_KINDS) building.add('kinds', kind);
  addOrganisations(building, draft, context);
  const envelopeId = addEnvelope(building, draft);
  addPhases(building, draft, context, envelopeId);
  return ok(building.changes);
}

/** Adds records one after the other, each seeing those before it, so that their order keys follow on. */
class Building {
  readonly changes: Change[] = [];
  readonly #context: CommandContext;
  #document: Document;

  constructor(document: Document, context: CommandContext) {
    this.#document = document;
    this.#context = context;
  }

  /** @returns the id of the new record. */
  add(table: TableName, fields: FieldValues): string {
    const change = creation(table, newRecord(this.#document, table, fields, this.#context));
    this.#document = applyChanges(this.#document, [change]);
    this.changes.push(change);
    return change.id;
  }
}

/** A firm without a name is that of the person. */
function firmOf({ work, by }: CommandContext): string {
  return [work.firm, by].map((text) => text.trim()).find((text) => text !== '') ?? '?';
}

type DraftOf = Commands['accompaniment.start']['draft'];

function addOrganisations(building: Building, draft: DraftOf, context: CommandContext): void {
  for (const { name, legalForm, circle } of draft.organisations) {
    const on = draft.startsOn ?? context.today;
    const organisationId = building.add('organisations', { name: name.trim(), legalForm, arrivedOn: on });
    building.add('circleMoves', { organisationId, on, circle });
  }
}

function addEnvelope(building: Building, draft: DraftOf): string | null {
  if (draft.envelope === null) return null;
  const funder = draft.envelope.funder.trim() || draft.commissioner.trim() || '?';
  return building.add('envelopes', { ...draft.envelope, funder, startsOn: draft.startsOn, endsOn: draft.endsOn });
}

function addPhases(building: Building, draft: DraftOf, context: CommandContext, envelopeId: string | null): void {
  const period = { startsOn: draft.startsOn, endsOn: draft.endsOn };
  for (const { phase, startsOn, endsOn, minutes } of planPhases(context.method(draft.scheme), period, draft.envelope)) {
    const phaseId = building.add('phases', { title: phase.title, objective: phase.objective, methodKey: phase.key, startsOn, endsOn });
    for (const step of phase.steps) building.add('steps', { phaseId, title: step.title, methodKey: step.key });
    for (const title of phase.criteria) building.add('criteria', { phaseId, title });
    for (const title of phase.deliverables) building.add('deliverables', { phaseId, title });
    if (envelopeId !== null && minutes > 0) building.add('allocations', { envelopeId, phaseId, minutes });
  }
}
