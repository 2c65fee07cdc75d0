// F8: the time recorded for a session whose hours have changed since.
import { outgrownEntry } from '@domain/session/outgrown-time.ts';
import { minutes } from '@domain/units.ts';
import { describe, expect, it } from 'vitest';
import { testContext } from '../../../support/context.ts';
import { documentAfter, firstId, startedDocument } from '../../../support/documents.ts';

const context = testContext();
const begun = startedDocument({}, context);
const sessionId = firstId(begun.accompaniment.sessions);
const kindId = (code: string): string => Object.values(begun.accompaniment.kinds).find((kind) => kind.code === code)?.id ?? '';
const after = (...times: readonly (readonly [string, number])[]) =>
  documentAfter(
    times.map(([code, length]) => ({
      name: 'session.time' as const,
      args: { sessionId, times: [{ kindId: kindId(code), minutes: minutes(length), envelopeId: null, justification: '' }] },
    })),
    begun,
    context,
  ).accompaniment;
const lengths = { before: minutes(210), now: minutes(480) };

describe('the recorded time of a session whose hours change', () => {
  it('F8 is the face-to-face entry that has the old length, whatever else was recorded', () => {
    expect(outgrownEntry(after(['face', 210], ['writing', 210]), sessionId, lengths)).toMatchObject({
      kindId: kindId('face'),
      minutes: 210,
    });
  });

  it('F8 is none where another length was typed, where several entries share it, or where the hours are as before', () => {
    expect(outgrownEntry(after(['face', 165]), sessionId, lengths)).toBeNull();
    expect(outgrownEntry(after(['face', 210], ['face', 210]), sessionId, lengths)).toBeNull();
    expect(outgrownEntry(after(['face', 210]), sessionId, { before: minutes(210), now: minutes(210) })).toBeNull();
    expect(outgrownEntry(after(['writing', 210]), sessionId, lengths)).toBeNull();
    expect(outgrownEntry(after(['face', 210]), 'another', lengths)).toBeNull();
  });
});
