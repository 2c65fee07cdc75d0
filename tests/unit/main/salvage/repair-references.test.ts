// A11: no record that comes back points to one that was lost.
import { describe, expect, it } from 'vitest';
import { repairReferences } from '../../../../main/salvage/repair-references.ts';
import { NOW } from '../../../support/moment.ts';
import { BOUCLE, MOVE, NADIA, placedWith, recordFor, RELAIS } from '../../../support/loose-pieces.ts';

const SESSION = recordFor('sessions', 'ses-1', { date: '2026-04-02', title: 'Enjeux', phaseId: 'pha-1', enteredAt: NOW });
const ATTENDANCE = recordFor('attendances', 'att-1', { sessionId: 'ses-1', personId: 'per-1' });
const MANDATE = recordFor('mandates', 'man-1', { organisationId: 'org-1', personId: 'per-1' });

describe('records that were salvaged', () => {
  it('A11 stay the very same when all that they point to is there', () => {
    const placed = placedWith({ organisations: [RELAIS], people: [NADIA], circleMoves: [MOVE] });

    expect(repairReferences(placed)).toEqual(new Map());
    expect([placed.get('people')?.get('per-1'), placed.get('circleMoves')?.get('mov-1')]).toEqual([NADIA, MOVE]);
    expect(placed.get('people')?.get('per-1')).toBe(NADIA);
  });

  it('A11 that only name a lost record name nobody any more', () => {
    const placed = placedWith({ organisations: [BOUCLE], people: [NADIA] });

    expect(repairReferences(placed)).toEqual(new Map());
    expect(placed.get('people')).toEqual(new Map([['per-1', { ...NADIA, organisationId: null }]]));
  });

  it('A11 that need a lost record are dropped and counted, table by table', () => {
    const moves = [MOVE, { ...MOVE, id: 'mov-2' }, { ...MOVE, id: 'mov-3', organisationId: 'org-2' }];
    const placed = placedWith({ organisations: [BOUCLE], circleMoves: moves, mandates: [MANDATE] });

    expect(repairReferences(placed)).toEqual(
      new Map([
        ['circleMoves', 2],
        ['mandates', 1],
      ]),
    );
    expect([[...(placed.get('circleMoves')?.keys() ?? [])], placed.get('mandates')]).toEqual([['mov-3'], new Map()]);
  });

  it('A11 keep the references that still lead somewhere beside those that do not', () => {
    const placed = placedWith({ organisations: [RELAIS], mandates: [MANDATE] });
    repairReferences(placed);

    expect(placed.get('mandates')?.get('man-1')).toEqual({ ...MANDATE, personId: null });
  });

  it('A11 are looked at in every table, those of the desk too', () => {
    const speaking = recordFor('speakingTimes', 'spk-1', { sessionId: 'ses-1', organisationId: 'org-9', minutes: 3 });
    const placed = placedWith({ sessions: [SESSION], attendances: [ATTENDANCE], speakingTimes: [speaking], people: [NADIA] });

    expect(repairReferences(placed)).toEqual(new Map([['speakingTimes', 1]]));
    expect(placed.get('sessions')?.get('ses-1')).toEqual({ ...SESSION, phaseId: null });
    expect(placed.get('attendances')?.get('att-1')).toEqual(ATTENDANCE);
  });
});
