// A2: a saving process killed at random moments. Nothing that was reported safe is lost, nothing becomes unreadable.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { TEMPORARY_ENDING } from '../../../main/files/replace-file.ts';
import { runningProcess } from '../../../main/locks/running-process.ts';
import { firstId, startedDocument } from '../../support/documents.ts';
import { noteTried } from '../../support/note-tried.ts';
import { projectOnDisk } from '../../support/projects.ts';
import { savingProgram } from '../../support/saving-program.ts';

/** Rounds in `npm test`; `TIERCE_KILLS` asks for more. */
const ROUNDS = Number(process.env['TIERCE_KILLS'] ?? 12);

it(
  `A2 A3 loses nothing that was said safe in ${ROUNDS} kills at random moments`,
  async () => {
    const document = startedDocument();
    const sessionId = firstId(document.accompaniment.sessions);
    const project = await projectOnDisk(document);
    const program = await savingProgram();
    let steps = 0;

    noteTried(ROUNDS);
    for (let round = 1; round <= ROUNDS; round += 1) {
      const child = spawn(process.execPath, [program, project.path, project.folder, sessionId, String(round)], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      let said = '';
      const killAfter = 1 + ((round * 37) % 60); // steps, so that each round dies at another point of the cycle of journal and file
      child.stdout.on('data', (part: Buffer) => {
        said += part.toString();
        if (said.split('\n').length > killAfter) child.kill('SIGKILL');
      });
      await once(child, 'close');

      const safe = said.trimEnd().split('\n').at(-1) ?? '';
      steps += said.trimEnd().split('\n').length;
      const { session, setAside } = await project.open({}, runningProcess());
      const [inRound, count] = (session.document.accompaniment.sessions[sessionId]?.title ?? '').split('.').map(Number);
      expect([setAside, inRound]).toEqual([0, round]);
      expect((await readdir(project.folder)).filter((name) => name.endsWith(TEMPORARY_ENDING))).toEqual([]);
      expect(count).toBeGreaterThanOrEqual(Number(safe.split('.')[1])); // a step may be on disk before it could be reported
      await session.close(false);
    }

    expect(steps).toBeGreaterThan(ROUNDS * 5);
  },
  120_000 + ROUNDS * 2_000,
);
