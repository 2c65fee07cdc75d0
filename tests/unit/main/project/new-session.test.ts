// A3 A8 A9 A12: a new file, a copy of an open one, and a file that is only looked at.
import { expectOk } from '@domain/result.ts';
import { describe, expect, it } from 'vitest';
import { keyBy } from '../../../../main/project/attempts.ts';
import { createSession, writeCopy } from '../../../../main/project/make-session.ts';
import { openReadOnly, openSession } from '../../../../main/project/open-session.ts';
import { NOW } from '../../../support/context.ts';
import { startedDocument } from '../../../support/documents.ts';
import {
  attach,
  CHARTER,
  CHARTER_SHA,
  charterAs,
  failing,
  FOLDER,
  JOURNAL,
  JOURNALS,
  KEY,
  office,
  PATH,
  retitle,
  SECRET,
  titleIn,
  well,
} from '../../../support/memory-office.ts';
import { HEADER } from '../../../support/projects.ts';
import { processNamed } from '../../../support/running.ts';

const told = (): undefined => undefined;
const openedBy = (key: Uint8Array | null) => (key === null ? {} : { keyOf: keyBy(SECRET) });

async function written(key: Uint8Array | null = null) {
  const world = office();
  await world.write({ key });
  const locks = async () =>
    [...(await world.well.readdir(FOLDER)), ...((await world.is(JOURNALS)) ? await world.well.readdir(JOURNALS) : [])].filter((name) =>
      name.endsWith('.tierce-lock'),
    );
  return { ...world, locks };
}

describe('a new file', () => {
  it('A3 A8 is written and held before it is called open, under an id of its own', async () => {
    const world = await written();
    const session = expectOk(await createSession(world.services, '/library/new.tierce', startedDocument(), told));

    expect([session.saveState, session.header]).toMatchObject([
      { where: 'file' },
      { copyOf: null, revision: 0, savedBy: 'Sonia Nadir', savedAt: NOW, keys: { file: null, vault: null } },
    ]);
    expect((await world.locks()).length).toBe(2);
    expectOk(await session.run('c-1', retitle('Un')));
    await session.abandon();
    const again = expectOk(await openSession({ ...world.services, running: processNamed() }, '/library/new.tierce', told));
    expect([again.recovered, again.session.header.fileId]).toEqual([1, session.header.fileId]);
  });

  it('A3 is put over nothing, and is not written later when it was refused', async () => {
    const world = await written();
    const taken = await createSession(world.services, PATH, startedDocument(), told);
    failing(world.trouble, 'rename', (path) => path.startsWith(FOLDER), 'ENOSPC');
    const full = await createSession(world.services, '/library/new.tierce', startedDocument(), told);
    well(world.trouble);
    world.fire();
    await new Promise((resolve) => void setImmediate(resolve));

    expect([taken, full]).toMatchObject([{ failure: { code: 'file-exists', name: 'mission.tierce' } }, { failure: { code: 'disk-full' } }]);
    expect([await world.locks(), await world.is('/library/new.tierce')]).toEqual([[], false]);
  });

  it('A8 is refused where somebody else holds the name', async () => {
    const world = await written();
    const first = await world.session();

    expect(
      await createSession({ ...world.services, running: processNamed({ areOthersGone: false }) }, PATH, startedDocument(), told),
    ).toMatchObject({ failure: { code: 'file-locked', name: 'mission.tierce' } });
    await first.abandon();
  });
});

describe('a copy', () => {
  it.each([null, KEY])('A9 A14 A12 holds the same under an id of its own, sealed as the first one is', async (key) => {
    const world = await written(key);
    const first = await world.session(openedBy(key));
    await attach(first);
    const copy = expectOk(await writeCopy(world.services, '/library/copy.tierce', first, told));
    const made = await world.read('/library/copy.tierce', key);

    expect([made.header.copyOf, made.header.fileId === HEADER.fileId, made.header.revision, copy.key]).toEqual([
      HEADER.fileId,
      false,
      1,
      key,
    ]);
    expect(copy.contents.contentOf(CHARTER_SHA, 'x')).toEqual({ ok: true, value: CHARTER });
    expect(Object.keys(made.document.accompaniment.attachments)).toEqual(['attachment-1']);
    if (key !== null) expect((await world.well.readFile('/library/copy.tierce')).includes(charterAs().encoded)).toBe(false);
  });

  it('A12 A14 is not made of a content that does not open', async () => {
    const world = await written(KEY);
    const first = await world.session(openedBy(KEY));
    await first.contents.holdAll(new Map([[CHARTER_SHA, charterAs()]]), { fileId: HEADER.fileId, key: KEY });

    expect(await writeCopy(world.services, '/library/copy.tierce', first, told)).toEqual({ ok: false, failure: { code: 'seal-broken' } });
  });
});

describe('looking at a file', () => {
  it.each([null, KEY])('A8 A10 holds nothing, touches no journal and writes nothing', async (key) => {
    const world = await written(key);
    const first = await world.session(openedBy(key));
    expectOk(await first.run('c-1', retitle('Un')));
    await first.abandon();
    const journal = await world.well.readFile(JOURNAL);
    const session = expectOk(
      await openReadOnly(world.services, { path: PATH, from: PATH }, { why: 'locked' }, key === null ? undefined : keyBy(SECRET)),
    );
    const held = Buffer.from(session.key ?? []);
    const closed = await session.close(false);

    expect([titleIn(session.document), session.saveState.where, closed, await world.locks(), held]).toEqual([
      'Enjeux de chaque structure',
      'file',
      { ok: true, value: null },
      [],
      key ?? Buffer.alloc(0),
    ]);
    expect((await world.well.readFile(JOURNAL)).equals(journal)).toBe(true);
    expect(await session.setAside('nonce')).toEqual({ ok: true, value: null });
    expect(await world.is(JOURNAL)).toBe(true);
  });

  it('A8 says why it cannot be read', async () => {
    const world = await written(KEY);

    expect(await openReadOnly(world.services, { path: PATH, from: PATH }, { why: 'locked' })).toMatchObject({
      failure: { code: 'file-sealed' },
    });
  });
});
