// What the closing of a mission still lacks, as promises.md B17 lists it.
import type { Accompaniment } from '../document.ts';
import { onlyOf } from '../tables/tables.ts';

/**
 * report: the final report is not delivered; circulation: nothing is agreed on who may read it; tools: nothing was handed over; evidence:
 * not marked complete; disposal: no date for it; followUp: no meeting afterwards.
 */
export type ClosingGap = 'report' | 'circulation' | 'tools' | 'evidence' | 'disposal' | 'followUp';

/** @returns what is missing, in the order of the work; it informs and never prevents closing. */
export function closingGaps(accompaniment: Accompaniment): readonly ClosingGap[] {
  const mission = onlyOf(accompaniment.mission);
  if (mission === undefined) return [];
  const isThere: Readonly<Record<ClosingGap, boolean>> = {
    report: mission.reportGivenOn !== null,
    circulation: mission.circulation.trim() !== '' && mission.circulationAgreedOn !== null,
    tools: Object.values(accompaniment.tools).some((tool) => tool.handedOverOn !== null),
    evidence: mission.evidenceCompleteOn !== null,
    disposal: mission.disposalOn !== null,
    followUp: Object.keys(accompaniment.followUps).length > 0,
  };
  return (['report', 'circulation', 'tools', 'evidence', 'disposal', 'followUp'] as const).filter((gap) => !isThere[gap]);
}
