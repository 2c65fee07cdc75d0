// E1: the notebook of the example, sealed with a real key when the example was made.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expectOk } from '@domain/result.ts';
import { expect, it } from 'vitest';
import { testApplication } from '../../support/application.ts';
import { firstId } from '../../support/documents.ts';
import { drivenNotebook } from '../../support/driven-notebook.ts';

const EXAMPLE_PASSPHRASE = 'exemple de Tierce';

async function exampleNotebook() {
  const app = await testApplication();
  const opened = expectOk(await app.call('project.example', {}));
  return { app, opened, book: await drivenNotebook(app, opened) };
}

it('E1 says calmly that a passphrase is wrong, and goes on taking others', async () => {
  const { book } = await exampleNotebook();

  expect(await book.unlock('exemple de tierce')).toMatchObject({ failure: { code: 'passphrase-wrong' } });
  expect(await book.recover('AAAAA-AAAAA')).toMatchObject({ failure: { code: 'passphrase-wrong' } });
  expect((await book.unlock(EXAMPLE_PASSPHRASE)).ok).toBe(true);
  expect(await book.texts()).toHaveLength(4);
});

it('E1 takes a line, leaves no trace of it in what can be undone, and files it at the next opening', async () => {
  const { app, opened, book } = await exampleNotebook();

  const written = await book.write('Une ligne à chaud');
  expect(written.undo).toEqual(opened.undo);
  expect(JSON.stringify(written)).not.toContain('ligne');
  book.kept(expectOk(await book.unlock(EXAMPLE_PASSPHRASE)));
  await book.save();
  const files = await readdir(join(app.data, 'example'), { recursive: true });
  const text = await readFile(join(app.data, 'example', files.find((name) => name.endsWith('.tierce')) ?? ''), 'utf8');

  expect(await book.texts()).toContain('Une ligne à chaud');
  expect(text).not.toContain('"i.');
});

it('E1 leaves the rest of the file wholly usable when the passphrase is forgotten', async () => {
  const { app, opened, book } = await exampleNotebook();
  const sessionId = firstId(opened.document.accompaniment.sessions);

  book.kept(
    expectOk(
      await app.call('project.run', {
        ...book.base(),
        command: { name: 'record.update', args: { table: 'sessions', id: sessionId, fields: { place: 'Meaux' } } },
      }),
    ),
  );
  await book.undo();
  expectOk(await book.save());
  expectOk(await app.call('project.close', { documentId: book.documentId, evenUnsaved: false }));
});
