// A14 A12: attachments of an open file: safe before a record names them, in the form that the file uses.
import { expectOk } from '@domain/result.ts';
import { describe, expect, it } from 'vitest';
import { keyBy } from '../../../../main/project/attempts.ts';
import { namedBy } from '../../../../main/project/contents-keeper.ts';
import { retitled } from '../../../support/journal-steps.ts';
import { startedDocument } from '../../../support/documents.ts';
import {
  attach,
  attaching,
  CHARTER,
  CHARTER_SHA,
  charterAs,
  CONTENTS,
  failing,
  KEY,
  office,
  retitle,
  SECRET,
} from '../../../support/memory-office.ts';
import { HEADER } from '../../../support/projects.ts';

async function opened(key: Uint8Array | null = null) {
  const world = office();
  await world.write({ key });
  const session = await world.session(key === null ? {} : { keyOf: keyBy(SECRET) });
  const name = (id: string) =>
    session.runPlanned(`name-${id}`, () => ({
      ok: true,
      value: { isAct: false, label: { command: 'x', table: null, title: '' }, changes: [attaching(id)] },
    }));
  return {
    ...world,
    reopen: () => world.session(),
    session,
    name,
    stored: (under: Uint8Array | null) => world.services.contents.get(CHARTER_SHA, { fileId: HEADER.fileId, key: under }),
  };
}

describe('holding a content', () => {
  it('A14 keeps it beside the journal, and gives it back by its hash', async () => {
    const { session, stored } = await opened();

    expect(await session.contents.hold(CHARTER)).toEqual({ ok: true, value: CHARTER_SHA });
    expect(await stored(null)).toEqual(charterAs());
    expect(session.contents.contentOf(CHARTER_SHA, 'x')).toEqual({ ok: true, value: CHARTER });
  });

  it('A12 A14 keeps it under the seal of the file, and once however often it is held', async () => {
    const { session, stored, well: disk } = await opened(KEY);
    await session.contents.hold(CHARTER);
    const [name = ''] = await disk.readdir(CONTENTS);
    const first = await disk.stat(`${CONTENTS}/${name}`);
    await session.contents.hold(CHARTER);

    expect([await stored(null), await disk.readdir(CONTENTS), (await disk.stat(`${CONTENTS}/${name}`)).ino]).toEqual([
      null,
      [name],
      first.ino,
    ]);
    expect(name).not.toBe(CHARTER_SHA);
    expect(await stored(KEY)).not.toBeNull();
    expect(session.contents.contentOf(CHARTER_SHA, 'x')).toEqual({ ok: true, value: CHARTER });
  });

  it('A14 A10 holds nothing that could not be kept, so that no record can name it', async () => {
    const { session, name, trouble } = await opened();
    failing(trouble, 'open', (path) => path.startsWith(CONTENTS), 'ENOSPC');

    expect(await session.contents.hold(CHARTER)).toMatchObject({ ok: false, failure: { code: 'disk-full' } });
    expect(session.contents.contentOf(CHARTER_SHA, 'charte.txt')).toEqual({
      ok: false,
      failure: { code: 'attachment-gone', name: 'charte.txt' },
    });
    expect(await name('attachment-1')).toEqual({ ok: false, failure: { code: 'attachment-gone', name: 'charte.txt' } });
  });

  it('A5 A14 takes those of a backup, which records that come back may name', async () => {
    const { session, name, read } = await opened();
    await session.contents.holdAll(new Map([[CHARTER_SHA, charterAs()]]), { fileId: HEADER.fileId, key: null });

    expect((await name('attachment-1')).ok).toBe(true);
    await session.save();
    expect([...(await read()).contents]).toEqual([[CHARTER_SHA, charterAs()]]);
  });
});

describe('a record that names a content', () => {
  it('A14 A6 brings it back from beside the journal, as when an attachment is made again after a restart', async () => {
    const { session, reopen, read } = await opened();
    await attach(session);
    expectOk(await session.undo('u-1'));
    expectOk(await session.close(false));
    const again = await reopen();
    const before = again.contents.contentOf(CHARTER_SHA, 'x').ok;
    expectOk(await again.redo('r-1'));

    expect([before, again.contents.contentOf(CHARTER_SHA, 'x')]).toEqual([expect.any(Boolean), { ok: true, value: CHARTER }]);
    await again.save();
    expect((await read()).contents.size).toBe(1);
  });

  it('A14 is refused, and changes nothing, when it is nowhere any more', async () => {
    const { session, name, well: disk } = await opened();
    await attach(session);
    expectOk(await session.run('c-1', retitle('Un')));
    await disk.unlink(`${CONTENTS}/${CHARTER_SHA}`);

    expect((await name('attachment-2')).ok).toBe(true); // the file holds it
    const other = await opened();
    expect(await other.name('attachment-1')).toEqual({ ok: false, failure: { code: 'attachment-gone', name: 'charte.txt' } });
    expect([other.session.revision, other.session.undoState.undo]).toEqual([0, null]);
  });
});

it('A14 a content is named by the attachments that changes bring in, and by nothing else', () => {
  const document = startedDocument();
  const out = { ...attaching(), before: attaching().after, after: null };

  expect(namedBy([retitled(document, 'a', 'b'), out, attaching()])).toEqual([{ sha256: CHARTER_SHA, name: 'charte.txt' }]);
});
