// A process that edits one project without pause and prints what was reported safe to it. It is meant to be killed.
import { expectOk } from '@domain/result.ts';
import { laterOnTheClock } from '../../main/project/later.ts';
import { runningProcess } from '../../main/locks/running-process.ts';
import { openSession } from '../../main/project/open-session.ts';
import { countedIds } from './context.ts';
import { sessionServices } from './session-services.ts';

const [path = '', folder = '', sessionId = '', round = ''] = process.argv.slice(2);
const newId = countedIds(`r${round}`);
const { session } = expectOk(
  await openSession({ ...sessionServices(folder, { newId, later: laterOnTheClock }), running: runningProcess() }, path, () => undefined),
);
for (let count = 1; ; count += 1) {
  const title = `${round}.${count}`;
  expectOk(await session.run(newId(), { name: 'record.update', args: { table: 'sessions', id: sessionId, fields: { title } } }));
  if (session.saveState.where !== 'journal' && session.saveState.where !== 'file') throw new Error(session.saveState.where);
  process.stdout.write(`${title}\n`);
  if (count % 7 === 0) await session.save();
}
