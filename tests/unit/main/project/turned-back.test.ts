// A9 A2: the last content of the file, rebuilt from the current content.
import { NO_HISTORY } from '@domain/history/history.ts';
import { expect, it } from 'vitest';
import { NO_CONTENTS } from '../../../../main/files/attached-contents.ts';
import { turnedBack } from '../../../../main/project/turned-back.ts';
import { applyChanges } from '@domain/document.ts';
import { startedDocument } from '../../../support/documents.ts';
import { retitled, stepAt } from '../../../support/journal-steps.ts';
import { HEADER } from '../../../support/projects.ts';

it('A9 takes the last steps back, the newest first, and their revisions with them', () => {
  const before = startedDocument();
  const [title] = Object.values(before.accompaniment.sessions).map((session) => session.title);
  const changes = [retitled(before, title ?? '', 'Un'), retitled(before, 'Un', 'Deux')];
  const steps = [stepAt(5, { changes: changes.slice(0, 1) }), stepAt(6, { changes: changes.slice(1) })];
  const project = {
    header: { ...HEADER, revision: 6 },
    document: applyChanges(before, changes),
    history: NO_HISTORY,
    contents: NO_CONTENTS,
  };

  const base = turnedBack(project, steps);

  expect(base.document).toEqual(before);
  expect(base.header).toEqual({ ...HEADER, revision: 4 });
  expect(turnedBack(project, []).document).toEqual(project.document);
});
