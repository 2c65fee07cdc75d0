// D7: the day of the three-party kick-off is typed once, and told in the frame, at its step and by the phase that begins with it.
import type { Command } from '@domain/commands/command.ts';
import { planCommand } from '@domain/commands/run-command.ts';
import type { Document } from '@domain/document.ts';
import { onlyOf } from '@domain/tables/tables.ts';
import { addDays } from '@domain/time/calendar.ts';
import { calendarDate } from '@domain/units.ts';
import { describe, expect, it } from 'vitest';
import { testContext } from '../../support/context.ts';
import { documentAfter, startedDocument } from '../../support/documents.ts';

const context = testContext();
const { today } = context;
const begun = startedDocument({ scheme: 'dla' }, context);
const step = Object.values(begun.accompaniment.steps).find(({ methodKey }) => methodKey === 'dla-framing-2');
const stepId = step?.id ?? '';
const phaseId = step?.phaseId ?? '';
const missionId = onlyOf(begun.accompaniment.mission)?.id ?? '';

const inFrame = (kickOffOn: string | null): Command => ({
  name: 'record.update',
  args: { table: 'mission', id: missionId, fields: { kickOffOn } },
});
const atStep = (doneOn: string | null): Command => ({ name: 'record.update', args: { table: 'steps', id: stepId, fields: { doneOn } } });
const ofPhase = (fields: Readonly<Record<string, string | null>>): Command => ({
  name: 'record.update',
  args: { table: 'phases', id: phaseId, fields },
});

function told({ accompaniment }: Document) {
  const phase = accompaniment.phases[phaseId];
  return {
    frame: onlyOf(accompaniment.mission)?.kickOffOn,
    step: accompaniment.steps[stepId]?.doneOn,
    phase: phase?.status,
    begun: phase?.startedOn,
  };
}

const after = (...commands: readonly Command[]) => told(documentAfter(commands, begun, context));
const day = addDays(today, -10);
const other = addDays(today, -3);

describe('the three-party kick-off', () => {
  it('A6 is one step, so that one undo takes all of it back', () => {
    const planned = planCommand(begun, inFrame(day), context);

    expect(planned.ok && planned.value.changes.map(({ table }) => table)).toEqual(['mission', 'steps', 'phases']);
  });

  it('D7 is a step of the method that missions of a DLA have, and others have not', () => {
    const other = startedDocument({ scheme: 'coorace' }, context);

    expect(step?.title).toBe('Tenir la réunion de cadrage à trois');
    expect(documentAfter([inFrame(day)], other, context).accompaniment.phases).toEqual(other.accompaniment.phases);
  });

  it('D7 is told everywhere, wherever its day is typed', () => {
    const everywhere = { frame: day, step: day, phase: 'running', begun: day };

    expect(after(inFrame(day))).toEqual(everywhere);
    expect(after(atStep(day))).toEqual(everywhere);
  });

  it('D7 a correction takes along what agreed with it, and nothing else', () => {
    const corrected = { frame: other, step: other, phase: 'running', begun: other };

    expect(after(inFrame(day), inFrame(other))).toEqual(corrected);
    expect(after(inFrame(day), atStep(other))).toEqual(corrected);
    expect(after(inFrame(day), ofPhase({ startedOn: addDays(day, -5) }), inFrame(other))).toMatchObject({ begun: addDays(day, -5) });
  });

  it('D7 a step that is ticked after its meeting was done on the day of the meeting', () => {
    expect(after(inFrame(day), atStep(null))).toMatchObject({ frame: day, step: null });
    expect(after(inFrame(day), atStep(null), atStep(today))).toMatchObject({ frame: day, step: day });
    expect(after(inFrame(addDays(today, 1)), atStep(day))).toMatchObject({ frame: addDays(today, 1), step: day });
  });

  it('D7 a day to come does nothing yet, and a day that is taken back takes nothing else back', () => {
    expect(after(inFrame(addDays(today, 1)))).toEqual({ frame: addDays(today, 1), step: null, phase: 'planned', begun: null });
    expect(after(inFrame(day), inFrame(null))).toMatchObject({ frame: null, step: day });
  });

  it('D7 a phase that runs, is done or skipped stays what it is', () => {
    expect(after(ofPhase({ status: 'done', startedOn: '2026-01-05', endedOn: '2026-01-06' }), inFrame(day))).toMatchObject({
      phase: 'done',
      begun: calendarDate('2026-01-05'),
    });
    expect(after(ofPhase({ status: 'skipped', skipReason: 'Déjà fait' }), inFrame(day))).toMatchObject({ phase: 'skipped', begun: null });
  });
});
