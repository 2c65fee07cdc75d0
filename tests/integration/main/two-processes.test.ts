// A8: two real processes on one file. The second is refused while the first lives, and takes over by itself once it is dead.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expectOk } from '@domain/result.ts';
import { expect, it } from 'vitest';
import { runningProcess } from '../../../main/locks/running-process.ts';
import { openSession } from '../../../main/project/open-session.ts';
import { firstId, startedDocument } from '../../support/documents.ts';
import { projectOnDisk } from '../../support/projects.ts';
import { savingProgram } from '../../support/saving-program.ts';

const document = startedDocument();
const sessionId = firstId(document.accompaniment.sessions);

it('A8 refuses a second process while the first lives, takes over by itself after its kill, and asks about the lock of another computer', async () => {
  const project = await projectOnDisk(document);
  const child = spawn(process.execPath, [await savingProgram(), project.path, project.folder, sessionId, '1'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  const lockPath = join(project.folder, '.mission.tierce.tierce-lock');
  const open = () => openSession({ ...project.services, running: runningProcess() }, project.path, () => undefined);

  const during = await open();
  const lock = await readFile(lockPath, 'utf8');
  child.kill('SIGKILL');
  await once(child, 'close');
  const after = expectOk(await open());
  await after.session.close(false);
  await writeFile(lockPath, lock.replace(/"machine":"[^"]*"/, '"machine":"portable-de-paul"'));
  const elsewhere = await open();

  expect(during).toMatchObject({ ok: false, failure: { code: 'file-locked', holder: { where: 'computer' } } });
  expect(after.session.document.accompaniment.sessions[sessionId]?.title).toMatch(/^1\.\d+$/);
  expect(elsewhere).toMatchObject({
    ok: false,
    failure: { code: 'file-locked', holder: { where: 'elsewhere', machine: 'portable-de-paul' } },
  });
}, 60_000);
