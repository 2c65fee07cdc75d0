// A2 A10: what is reported about saving, from what file and journal have confirmed.
import { describe, expect, it } from 'vitest';
import { type Facts, saveStateOf } from '../../../../main/project/save-state.ts';
import { NOW } from '../../../support/context.ts';

const FILE = { code: 'disk-full', name: 'mission.tierce' } as const;
const JOURNAL = { code: 'disk-failure', name: '/journal', cause: 'EIO' } as const;
/** A step that the file does not hold, and the journal does. */
const NOTED: Facts = { revision: 3, savedRevision: 2, isNoted: true, isNoting: false, fileFailure: null, journalFailure: null, at: NOW };
const told = (but: Partial<Facts>) => saveStateOf({ ...NOTED, ...but });

describe('what is told of saving', () => {
  it('A2 is safe on this computer once the journal has confirmed it, and saved once the file has', () => {
    expect(told({})).toEqual({ where: 'journal', at: NOW, failure: null, isSafeHere: true });
    expect(told({ savedRevision: 3 })).toEqual({ where: 'file', at: NOW, failure: null, isSafeHere: true });
    expect(told({ savedRevision: 3, isNoted: false, at: null })).toEqual({ where: 'file', at: null, failure: null, isSafeHere: true });
  });

  it('A2 is not safe while the step is on its way to the journal, whatever failed before', () => {
    expect(told({ isNoted: false, isNoting: true })).toEqual({ where: 'pending', at: NOW, failure: null, isSafeHere: false });
    expect(told({ isNoted: false, isNoting: true, fileFailure: FILE })).toMatchObject({ where: 'pending', isSafeHere: false });
  });

  it('A2 says nothing of a step on its way while everything before it is safe', () => {
    expect(told({ isNoting: true }).where).toBe('journal');
    expect(told({ savedRevision: 3, isNoting: true }).where).toBe('file');
  });

  it('A10 says why the file could not be written, and that the steps are safe all the same', () => {
    expect(told({ fileFailure: FILE, journalFailure: JOURNAL })).toEqual({ where: 'failing', at: NOW, failure: FILE, isSafeHere: true });
  });

  it('A10 A2 says why the journal failed only where its steps are in no other place', () => {
    expect(told({ isNoted: false, journalFailure: JOURNAL })).toEqual({ where: 'failing', at: NOW, failure: JOURNAL, isSafeHere: false });
    expect(told({ isNoted: false, journalFailure: JOURNAL, fileFailure: FILE }).failure).toBe(FILE);
    expect(told({ journalFailure: JOURNAL })).toMatchObject({ where: 'journal', failure: null });
    expect(told({ savedRevision: 3, journalFailure: JOURNAL, fileFailure: FILE })).toMatchObject({ where: 'file', failure: null });
  });
});
