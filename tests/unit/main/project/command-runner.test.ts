// A2 A6 A9: commands of an open project, one after the other, each once.
import { expectOk } from '@domain/result.ts';
import { describe, expect, it } from 'vitest';
import { MOST_REVISION } from '../../../../main/files/envelope.ts';
import { failing, JOURNAL, JOURNALS, office, PATH, retitle, SESSION_ID, titleIn } from '../../../support/memory-office.ts';

async function opened(revision = 0) {
  const world = office();
  await world.write({ header: { revision } });
  const session = await world.session();
  return { ...world, session, reopened: () => world.session() };
}

const label = { command: 'act', table: null, title: '' } as const;

describe('a command', () => {
  it('A2 A13 is answered with what changed, its revision and its label, and the file says who made it', async () => {
    const { session } = await opened();
    const reply = expectOk(await session.run('c-1', retitle('Un')));

    expect(reply).toMatchObject({
      revision: 1,
      changes: [{ table: 'sessions', id: SESSION_ID, after: { title: 'Un' } }],
      label: { command: 'record.update', table: 'sessions' },
    });
    expect(session.header).toMatchObject({ revision: 1, savedBy: 'Sonia Nadir' });
  });

  it('A2 that is asked again after a lost reply gets the reply of the first time, also while that is under way', async () => {
    const { session } = await opened();
    const [first, second] = await Promise.all([session.run('c-1', retitle('Un')), session.run('c-1', retitle('Deux'))]);
    const third = await session.run('c-1', retitle('Trois'));

    expect([second, third, session.revision, titleIn(session.document)]).toEqual([first, first, 1, 'Un']);
  });

  it('A9 is admitted on what stands now, or when it is known, and no longer once it was refused', async () => {
    const { session } = await opened();
    const noting = session.run('c-1', retitle('Un'));
    const underWay = session.admits('c-1', 99);
    await noting;
    const refused = await session.run('c-2', { name: 'record.update', args: { table: 'sessions', id: 'none', fields: { title: 'x' } } });

    expect([
      underWay,
      session.admits('c-1', 0),
      session.admits('c-2', 0),
      session.admits('c-3', 0),
      session.admits('c-3', 1),
      refused.ok,
    ]).toEqual([true, true, false, false, true, false]);
    expect(session.revision).toBe(1);
  });

  it('A2 that changes nothing is no step', async () => {
    const { session, is } = await opened();
    const reply = await session.runPlanned('c-1', () => ({ ok: true, value: { isAct: false, label, changes: [] } }));

    expect(reply).toEqual({ ok: true, value: { revision: 0, changes: [], label: { command: '', table: null, title: '' } } });
    expect([session.undoState.undo, session.unsavedSteps, await is(JOURNAL)]).toEqual([null, 0, false]);
  });

  it('A6 is refused by the guards, and leaves everything as it was', async () => {
    const { session } = await opened();
    const [before] = Object.values(session.document.accompaniment.sessions);
    const wrong = { table: 'sessions', id: SESSION_ID, before: { ...before, title: 'Autre' }, after: { ...before, title: 'Un' } } as never;

    expect((await session.runPlanned('c-1', () => ({ ok: true, value: { isAct: false, label, changes: [wrong] } }))).ok).toBe(false);
    expect([session.revision, session.saveState.where]).toEqual([0, 'file']);
  });

  it('A10 is refused in a file that stands at the last revision there is', async () => {
    const { session } = await opened(MOST_REVISION - 1);
    const last = await session.run('c-1', retitle('Un'));

    expect([last.ok, await session.run('c-2', retitle('Deux'))]).toEqual([
      true,
      { ok: false, failure: { code: 'file-spent', name: 'mission.tierce' } },
    ]);
  });

  it('A2 tells the window first that it is on its way, then that it is safe', async () => {
    const world = office();
    await world.write();
    const process = world.processOf();
    const { documentId } = expectOk(await process.open());
    const session = process.projects.session(documentId);
    expectOk(await session.run('c-1', retitle('Un')));
    failing(world.trouble, 'open', (path) => path.startsWith(JOURNALS));
    expectOk(await session.run('c-2', retitle('Deux')));

    expect(world.told.map(({ state }) => [state.where, state.isSafeHere])).toEqual([
      ['pending', false],
      ['journal', true],
      ['pending', false],
      ['journal', true],
    ]);
  });

  it('A2 is written before long', async () => {
    const { session, fire, read } = await opened();
    expectOk(await session.run('c-1', retitle('Un')));
    const due = fire();
    await session.save();

    expect([due > 0, titleIn((await read(PATH)).document)]).toEqual([true, 'Un']);
  });
});

describe('undo and redo', () => {
  it('A6 take back the last step and make it again, each as a step of its own', async () => {
    const { session } = await opened();
    expectOk(await session.run('c-1', retitle('Un')));
    expectOk(await session.run('c-2', retitle('Deux')));
    const undone = expectOk(await session.undo('u-1'));
    const between = [titleIn(session.document), session.undoState.undo?.command, session.undoState.redo?.command];
    const redone = expectOk(await session.redo('r-1'));

    expect([undone.revision, undone.label, between]).toEqual([3, redone.label, ['Un', 'record.update', 'record.update']]);
    expect([redone.revision, titleIn(session.document), session.undoState.redo]).toEqual([4, 'Deux', null]);
    expectOk(await session.undo('u-2'));
    expectOk(await session.undo('u-3'));
    expect([titleIn(session.document), session.undoState.undo]).toEqual(['Enjeux de chaque structure', null]);
  });

  it('A6 I7 undo the step that is named, and none in its place once another one has followed', async () => {
    const { session } = await opened();
    const named = expectOk(await session.run('c-1', retitle('Un')));
    expectOk(await session.run('c-2', retitle('Deux')));
    const late = await session.undo('u-1', named.revision);
    expectOk(await session.undo('u-2'));
    const undone = await session.undo('u-3', named.revision);
    const again = await session.undo('u-4', named.revision);

    expect([late, undone.ok, again]).toEqual([
      { ok: false, failure: { code: 'step-followed' } },
      true,
      { ok: false, failure: { code: 'step-followed' } },
    ]);
    expect(titleIn(session.document)).toBe('Enjeux de chaque structure');
  });

  it('A6 are refused where there is nothing', async () => {
    const { session } = await opened();

    expect([await session.undo('u-1'), await session.redo('r-1')]).toEqual([
      { ok: false, failure: { code: 'nothing-to-undo' } },
      { ok: false, failure: { code: 'nothing-to-redo' } },
    ]);
    expect(session.undoState).toEqual({ undo: null, redo: null });
  });

  it('A6 A2 go on after a restart, as the journal tells them', async () => {
    const { reopened, session } = await opened();
    expectOk(await session.run('c-1', retitle('Un')));
    expectOk(await session.run('c-2', retitle('Deux')));
    expectOk(await session.undo('u-1'));
    expectOk(await session.close(false));
    const again = await reopened();
    expectOk(await again.redo('r-1'));
    expectOk(await again.undo('u-2'));
    expectOk(await again.undo('u-3'));

    expect([titleIn(again.document), again.undoState.undo]).toEqual(['Enjeux de chaque structure', null]);
  });
});

it('A8 refuses every command in a file that is only looked at', async () => {
  const world = office();
  await world.write();
  const { projects } = world.processOf();
  const { documentId } = expectOk(await projects.look({ path: PATH, from: PATH }, { why: 'locked' }));
  const session = projects.session(documentId);
  const refused = { ok: false, failure: { code: 'file-read-only', name: 'mission.tierce' } };

  expect([await session.run('c-1', retitle('Un')), await session.undo('u-1'), await session.redo('r-1'), session.admits('c-1', 9)]).toEqual(
    [refused, refused, refused, false],
  );
});
