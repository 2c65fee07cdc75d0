// A11: a loose record is accepted if it has the form of its table; of several with one id the best is used.
import type { AnyRecord } from '@domain/tables/tables.ts';
import { describe, expect, it } from 'vitest';
import { FORMAT_VERSION } from '../../../../main/files/envelope.ts';
import { type LooseRecord, Pieces } from '../../../../main/salvage/pieces.ts';
import { type Origin, placeRecords } from '../../../../main/salvage/place-records.ts';
import { CHARTER_SHA } from '../../../support/attached-charter.ts';
import { NOW } from '../../../support/moment.ts';
import { BOUCLE, brokenIn, found, MOVE, NADIA, piecesWith, recordFor, RELAIS } from '../../../support/loose-pieces.ts';

const NOW_WRITTEN: Origin = { kind: 'accompaniment', version: FORMAT_VERSION };
const PROFILE = recordFor('profile', 'single', { name: 'Inès' });
const MISSION = recordFor('mission', 'single', { title: 'Offre commune' });

function placed(records: readonly LooseRecord[], origin: Origin = NOW_WRITTEN, hasContent?: (sha256: string) => boolean) {
  const pieces = piecesWith(records);
  const all = placeRecords(pieces, origin, hasContent);
  const filled = [...all].flatMap(([table, rows]) => (rows.size === 0 ? [] : [[table, [...rows.values()]] as const]));
  return { tables: Object.fromEntries(filled), lost: brokenIn(pieces), all };
}
const without = (record: AnyRecord, field: string): AnyRecord => {
  const { [field]: _, ...rest } = record;
  return rest as AnyRecord;
};

describe('a loose record', () => {
  it('A11 belongs to the table whose heading stands above it', () => {
    const { tables, lost, all } = placed([found('organisations', RELAIS), found('people', NADIA)]);

    expect([tables, lost]).toEqual([{ organisations: [RELAIS], people: [NADIA] }, {}]);
    expect(all.get('steps')).toEqual(new Map());
  });

  it('A11 belongs to the one table whose form it has, where its own heading is lost or is another’s', () => {
    expect(placed([found(null, RELAIS), found('organisations', NADIA)]).tables).toEqual({ organisations: [RELAIS], people: [NADIA] });
  });

  it('A11 belongs to its heading’s table alone, whatever else stands under its id', () => {
    const twin = { ...NADIA, id: RELAIS.id };

    expect(placed([found('organisations', RELAIS), found('people', twin)]).tables).toEqual({ organisations: [RELAIS], people: [twin] });
  });

  it('A11 is lost from its table with a value of another kind, a field too many or too few, or another id', () => {
    const wrong = [{ ...NADIA, name: 1 }, { ...NADIA, more: '' }, without(NADIA, 'email')].map((value) => found('people', value));

    expect(placed([...wrong, found('people', NADIA, { id: 'per-2' })])).toMatchObject({ tables: {}, lost: { people: 2 } });
  });

  it.each([[null], ['x'], [[NADIA]]])('A11 is none when it is %j', (value) => {
    expect(placed([{ table: 'people', id: 'per-1', value, isAsWritten: true }])).toMatchObject({ tables: {}, lost: { people: 1 } });
  });

  it('A11 that has no table is lost from the accompaniment', () => {
    expect(placed([found(null, without(RELAIS, 'name'))])).toMatchObject({ tables: {}, lost: { accompaniment: 1 } });
  });

  it('A11 of a table that has one record alone stands under the id of that', () => {
    const another = { ...MISSION, id: 'mis-1' };

    expect(placed([found('mission', MISSION), found('mission', another)])).toMatchObject({
      tables: { mission: [MISSION] },
      lost: { mission: 1 },
    });
  });

  it('A11 is in a file of its own kind, and in no other', () => {
    const records = [found('profile', PROFILE), found('organisations', RELAIS)];

    expect(placed(records)).toMatchObject({ tables: { organisations: [RELAIS] }, lost: { profile: 1 } });
    expect(placed(records, { ...NOW_WRITTEN, kind: 'person' })).toMatchObject({
      tables: { profile: [PROFILE] },
      lost: { organisations: 1 },
    });
  });
});

describe('a loose record of an earlier version', () => {
  const PHASE = recordFor('phases', 'pha-1', { order: 'a0', title: 'Diagnostic' });
  const earlier = without(PHASE, 'means');

  it('A11 A7 gets the fields that were added since', () => {
    expect(placed([found('phases', earlier)], { kind: 'accompaniment', version: 1 }).tables).toEqual({ phases: [PHASE] });
  });

  it('A11 A7 is not sound in a file that says to be of a later one', () => {
    expect(placed([found('phases', earlier)], { kind: 'accompaniment', version: 2 })).toMatchObject({ tables: {}, lost: { phases: 1 } });
  });

  it('A11 A7 is left as it is when it has them already', () => {
    const whole = { ...PHASE, means: 'Deux jours' };

    expect(placed([found('phases', whole)], { kind: 'accompaniment', version: 1 }).tables).toEqual({ phases: [whole] });
  });
});

describe('several records under one id', () => {
  const other = { ...RELAIS, name: 'Relais' };
  const best = (...records: readonly LooseRecord[]) => placed(records).tables['organisations'];

  it('A11 are one: the later, as in JSON', () => {
    const [first, second] = [found('organisations', RELAIS), found('organisations', other)];

    expect([best(first, second), best(second, first)]).toEqual([[other], [RELAIS]]);
  });

  it('A11 are the one that stands there as it was written: another may have been made of two', () => {
    const patched = found('organisations', other, { isAsWritten: false });

    expect([best(found('organisations', RELAIS), patched), best(patched, found('organisations', RELAIS))]).toEqual([[RELAIS], [RELAIS]]);
    expect(best(found('organisations', RELAIS), patched, patched)).toEqual([RELAIS]);
  });

  it('A11 are the one that points to nothing lost', () => {
    const lonely = { ...NADIA, name: 'Nadia', organisationId: 'org-9' };
    const people = (...records: readonly AnyRecord[]) =>
      placed([found('organisations', RELAIS), ...records.map((record) => found('people', record))]).tables['people'];

    expect([people(NADIA, lonely), people(lonely, NADIA), people({ ...NADIA, organisationId: null }, lonely)]).toEqual([
      [NADIA],
      [NADIA],
      [{ ...NADIA, organisationId: null }],
    ]);
  });

  it('A11 are the one that points to fewer lost records than the other', () => {
    const mandate = recordFor('mandates', 'man-1', { organisationId: 'org-1', personId: 'per-1' });
    const worse = { ...mandate, organisationId: 'org-9' };
    const best = (...records: readonly AnyRecord[]) =>
      placed([found('organisations', RELAIS), ...records.map((record) => found('mandates', record))]).tables['mandates'];

    expect([best(mandate, worse), best(worse, mandate)]).toEqual([[mandate], [mandate]]);
  });

  it('A11 A14 are the one whose content is whole', () => {
    const attached = recordFor('attachments', 'att-1', { name: 'charte.txt', sha256: CHARTER_SHA, addedAt: NOW });
    const lost = { ...attached, sha256: 'b'.repeat(64) };
    const best = (hasContent: (sha256: string) => boolean) =>
      placed([found('attachments', attached), found('attachments', lost)], NOW_WRITTEN, hasContent).tables['attachments'];

    expect([best((sha256) => sha256 === CHARTER_SHA), best(() => true), best(() => false)]).toEqual([[attached], [lost], [lost]]);
  });

  it('A11 are compared as far as the last eight', () => {
    const copies = Array.from({ length: 9 }, (_, place) =>
      found('organisations', { ...RELAIS, name: String(place) }, { isAsWritten: place < 2 }),
    );

    expect(best(...copies)).toEqual([{ ...RELAIS, name: '1' }]);
  });

  it('A11 are each believed by itself: one that is not sound takes no other with it', () => {
    expect(
      placed([found('organisations', RELAIS), found('organisations', { ...RELAIS, name: '' }), found('organisations', BOUCLE)]),
    ).toMatchObject({ tables: { organisations: [RELAIS, BOUCLE] }, lost: { organisations: 1 } });
  });
});

describe('a file without a record', () => {
  it('A11 has its tables all the same', () => {
    const { all } = placed([]);

    expect([all.get('people'), all.get('profile'), new Pieces().records]).toEqual([new Map(), new Map(), []]);
    expect(placed([found('circleMoves', MOVE)]).tables).toEqual({ circleMoves: [MOVE] });
  });
});
