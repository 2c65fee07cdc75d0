// A2 A11 A14: what a journal holds and its file lacks is kept as a backup if the steps were made on other content than the file's.
import { expectOk } from '@domain/result.ts';
import { describe, expect, it } from 'vitest';
import type { Document } from '@domain/document.ts';
import { readJournal } from '../../../../main/journal/journal-of-file.ts';
import { NO_HOLDER } from '../../../../main/journal/journal.ts';
import { keyBy } from '../../../../main/project/attempts.ts';
import { keepStranded } from '../../../../main/project/keep-stranded.ts';
import { type VaultKeys, withPassphrase } from '../../../../main/vault/vault.ts';
import { documentAfter, startedDocument } from '../../../support/documents.ts';
import {
  attach,
  BACKUPS,
  CHARTER_SHA,
  failing,
  KEY,
  office,
  PATH,
  retitle,
  SECRET,
  SESSION_ID,
  titleIn,
} from '../../../support/memory-office.ts';
import { NEWER, vaultMade } from '../../../support/notebook.ts';
import { HEADER } from '../../../support/projects.ts';

/** A journal of `Un`, an attachment and `Deux`, with other content in the place of its file. */
async function stranded({
  key = null,
  theirs = documentAfter([retitle('Le leur')], startedDocument()),
  vaults: [vault, theirVault] = [null, null],
}: {
  readonly key?: Uint8Array | null;
  readonly theirs?: Document;
  /** The notebook of the file, and that of the content in its place. */ readonly vaults?: readonly [VaultKeys | null, VaultKeys | null];
} = {}) {
  const world = office();
  const keys = (own: VaultKeys | null) => (own === null ? {} : { keys: { file: null, vault: own } });
  await world.write({ key, header: keys(vault) });
  const session = await world.session(key === null ? {} : { keyOf: keyBy(SECRET) });
  expectOk(await session.run('c-1', retitle('Un')));
  await attach(session);
  expectOk(await session.run('c-2', retitle('Deux')));
  const held = await world.services.contents.get(CHARTER_SHA, { fileId: HEADER.fileId, key });
  await session.abandon();
  await world.write({ key, document: theirs, header: { revision: 9, savedBy: 'Paul', ...keys(theirVault) } });
  const read = await world.read(PATH, key);
  const { entries } = expectOk(await readJournal(world.services, { fileId: HEADER.fileId, key, digest: read.digest, holder: NO_HOLDER }));
  const steps = entries.flatMap((entry) => (entry.kind === 'step' ? [entry.step] : []));
  const contents = new Map(held === null ? [] : [[CHARTER_SHA, held] as const]);
  const keep = (but: Partial<Parameters<typeof keepStranded>[1]> = {}) =>
    keepStranded(world.services, { name: 'mission.tierce', read, entries, stranded: steps, contents, ...but });
  /** What is kept as the user's own. */
  const mine = async (under: Uint8Array | null = key) => {
    const [name = ''] = (await world.well.readdir(BACKUPS)).filter((each) => each.includes('~mine~'));
    return world.read(`${BACKUPS}/${name}`, under);
  };
  const dropBackups = () => world.well.rm(BACKUPS, { recursive: true });
  return { ...world, entries, steps, keep, mine, dropBackups };
}

describe('what a journal holds and its file lacks', () => {
  it('A2 A13 is kept exactly as it was: the last backup that the journal knows, with every step since and its history', async () => {
    const { keep, mine } = await stranded();
    expectOk(await keep());
    const { document, header, history, contents } = await mine();

    expect([titleIn(document), Object.keys(document.accompaniment.attachments), contents.size]).toEqual(['Deux', ['attachment-1'], 1]);
    expect(header).toMatchObject({ fileId: HEADER.fileId, revision: 3, savedBy: 'Sonia Nadir', savedAt: HEADER.savedAt });
    expect(history.entries.map(({ table }) => table)).toEqual(expect.arrayContaining(['sessions', 'attachments']));
  });

  it('A2 A12 is sealed as the file is', async () => {
    const { keep, mine } = await stranded({ key: KEY });
    expectOk(await keep());
    const kept = await mine();

    expect([titleIn(kept.document), kept.sealing === null, kept.contents.size]).toEqual(['Deux', false, 1]);
  });

  it('A2 is laid over the file as it is, where no such backup is left', async () => {
    const { keep, mine, dropBackups } = await stranded({
      theirs: documentAfter(
        [retitle('Le leur'), { name: 'record.update', args: { table: 'mission', id: 'single', fields: { need: 'Leur besoin' } } }],
        startedDocument(),
      ),
    });
    await dropBackups();
    expectOk(await keep());
    const { document, header, history } = await mine();

    expect([titleIn(document), document.accompaniment.mission['single']?.need, Object.keys(document.accompaniment.attachments)]).toEqual([
      'Deux',
      'Leur besoin',
      ['attachment-1'],
    ]);
    expect([header.revision, header.savedBy]).toEqual([3, 'Sonia Nadir']);
    expect(history.entries.length).toBeGreaterThan(0);
  });

  it('A2 is laid over the file also where the backups cannot be read', async () => {
    const { keep, mine, well: disk } = await stranded();
    const [name = ''] = await disk.readdir(BACKUPS);
    await disk.writeFile(`${BACKUPS}/${name}`, 'noise');
    expectOk(await keep());

    expect(titleIn((await mine()).document)).toBe('Deux');
  });

  it('A2 A14 leaves out an attachment whose content is nowhere, and keeps the rest', async () => {
    const { keep, mine } = await stranded();
    expectOk(await keep({ contents: new Map() }));
    const { document } = await mine();

    expect([titleIn(document), document.accompaniment.attachments]).toEqual(['Deux', {}]);
  });

  it('A2 E1 has the keys of the notebook in which its notes lie: as they are today, and not those of another that the file has by now', async () => {
    const [own, other] = [(await vaultMade('ring-own')).vault, (await vaultMade('ring-other')).vault];
    const changed = expectOk(await withPassphrase(own, NEWER));
    const keptWhere = async (theirs: VaultKeys) => {
      const { keep, mine } = await stranded({ vaults: [own.keys, theirs] });
      expectOk(await keep());
      return (await mine()).header.keys.vault;
    };

    expect(await keptWhere(other.keys)).toEqual(own.keys);
    expect(await keptWhere(changed.keys)).toEqual(changed.keys);
  });

  it('A2 A10 is a failure while it cannot be kept: then its journal must stay where it is', async () => {
    const { keep, trouble } = await stranded();
    failing(trouble, 'mkdir', (path) => path.startsWith(BACKUPS), 'ENOSPC');

    expect(await keep()).toMatchObject({ ok: false, failure: { code: 'disk-full' } });
  });

  it('A2 comes with what its records point to, as far as the journal knows it', async () => {
    const without = documentAfter([], startedDocument());
    const { keep, mine, dropBackups, steps } = await stranded({ theirs: without });
    await dropBackups();
    const [session] = Object.values(without.accompaniment.sessions);
    const gone = { ...session, id: 'session-gone', title: 'Séance disparue' } as never;
    const person = {
      table: 'attachments',
      id: 'attachment-2',
      before: null,
      after: { ...(steps[1]?.changes[0]?.after as object), id: 'attachment-2', sessionId: 'session-gone' },
    } as never;
    const pointing = { ...(steps[2] as (typeof steps)[number]), changes: [person] };
    const known = {
      ...(steps[0] as (typeof steps)[number]),
      changes: [{ table: 'sessions', id: 'session-gone', before: null, after: gone } as never],
    };
    const token = 'first';
    expectOk(
      await keep({
        stranded: [pointing],
        entries: [
          { kind: 'step', step: known, token },
          { kind: 'step', step: pointing, token },
        ],
      }),
    );
    const { document } = await mine();

    expect(document.accompaniment.sessions['session-gone']?.title).toBe('Séance disparue');
    expect(document.accompaniment.attachments['attachment-2']).toMatchObject({ sessionId: 'session-gone' });
    expect(document.accompaniment.sessions[SESSION_ID]?.title).toBe('Enjeux de chaque structure');
  });

  it('A2 removes what it removed, and forgets a reference to what is nowhere', async () => {
    const { keep, mine, dropBackups, steps } = await stranded();
    await dropBackups();
    const [, second, third] = steps;
    const pointing = {
      table: 'attachments',
      id: 'attachment-2',
      before: null,
      after: { ...(second?.changes[0]?.after as object), id: 'attachment-2', sessionId: 'nowhere' },
    } as never;
    const removing = { table: 'sessions', id: SESSION_ID, before: third?.changes[0]?.after, after: null } as never;
    const last = { ...(third as NonNullable<typeof third>), changes: [pointing, removing] };
    expectOk(await keep({ stranded: [last], entries: [] }));
    const { document } = await mine();

    expect([document.accompaniment.sessions[SESSION_ID], document.accompaniment.attachments['attachment-2']]).toMatchObject([
      undefined,
      { sessionId: null },
    ]);
  });
});
