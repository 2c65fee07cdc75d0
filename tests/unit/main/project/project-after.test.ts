// A2 A13: a project after one more step.
import { NO_HISTORY } from '@domain/history/history.ts';
import { expect, it } from 'vitest';
import { NO_CONTENTS } from '../../../../main/files/attached-contents.ts';
import { projectAfter, putTogether } from '../../../../main/project/project-after.ts';
import { judge } from '@domain/guards/advance.ts';
import { expectOk } from '@domain/result.ts';
import { NOW, TODAY } from '../../../support/context.ts';
import { startedDocument } from '../../../support/documents.ts';
import { retitled, stepAt } from '../../../support/journal-steps.ts';
import { HEADER } from '../../../support/projects.ts';

const document = startedDocument();
const [session] = Object.values(document.accompaniment.sessions);
const step = stepAt(1, { by: 'Paul', changes: [retitled(document, session?.title ?? '', 'Un')] });
const keys = { file: null, vault: null };
const after = () => {
  const proposal = expectOk(judge(document, step.changes, TODAY));
  return projectAfter({ header: HEADER, document, history: NO_HISTORY, contents: NO_CONTENTS }, { step, keys, proposal });
};

it('A2 A13 bears the revision, the moment and the hand of the step, its changes, and tells of it in its history', () => {
  const project = after();

  expect(project.header).toEqual({ ...HEADER, revision: 1, savedBy: 'Paul', savedAt: NOW, keys });
  expect(project.document.accompaniment.sessions[session?.id ?? '']?.title).toBe('Un');
  expect(project.history.entries).toMatchObject([{ by: 'Paul', table: 'sessions', id: session?.id }]);
  expect(project.contents).toBe(NO_CONTENTS);
});

it('A2 is put together once, however often it is asked for', () => {
  const project = after();
  putTogether(project);

  expect([project.document === project.document, project.history === project.history]).toEqual([true, true]);
});
