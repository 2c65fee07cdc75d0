// Divides up an envelope: the parts set aside for phases and kinds of work, in one step.
import { type Change, type Document, recordOf } from '../document.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { RecordOf } from '../tables/tables.ts';
import type { Commands } from './command.ts';
import type { CommandContext } from './context.ts';
import { creation, newRecord } from './record-commands.ts';

/** Makes the given parts the only parts of the envelope; a part of 0 minutes is dropped. Refused as record-missing. */
export function allocateEnvelope(
  document: Document,
  { envelopeId, shares }: Commands['envelope.allocate'],
  context: CommandContext,
): Result<readonly Change[]> {
  if (recordOf(document, 'envelopes', envelopeId) === null) return refuse({ code: 'record-missing', table: 'envelopes', id: envelopeId });
  const before = Object.values(document.accompaniment.allocations).filter((allocation) => allocation.envelopeId === envelopeId);
  const wanted = new Map(shares.filter((share) => share.minutes > 0).map((share) => [placeOf(share), share]));
  const kept = new Set<string>();
  const changes = before.flatMap((allocation): readonly Change[] => {
    const place = placeOf(allocation);
    const share = kept.has(place) ? undefined : wanted.get(place); // two parts of one place become one
    kept.add(place);
    if (share === undefined) return [{ table: 'allocations', id: allocation.id, before: allocation, after: null }];
    return share.minutes === allocation.minutes
      ? []
      : [{ table: 'allocations', id: allocation.id, before: allocation, after: { ...allocation, minutes: share.minutes } }];
  });
  const added = [...wanted].flatMap(([place, share]) =>
    kept.has(place) ? [] : [creation('allocations', newRecord(document, 'allocations', { envelopeId, ...share }, context))],
  );
  return ok([...changes, ...added]);
}

function placeOf({ phaseId, kindId }: Pick<RecordOf<'allocations'>, 'phaseId' | 'kindId'>): string {
  return `${phaseId}/${kindId ?? ''}`;
}
