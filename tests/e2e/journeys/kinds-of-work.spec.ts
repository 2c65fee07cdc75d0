// Journey: a file whose kinds of work have names that no screen would give them, on every screen and in every document that tells days.
import { emptyDocument } from '@domain/document.ts';
import { instant } from '@domain/units.ts';
import { serialiseProject } from '../../../main/files/envelope.ts';
import { accompanimentWithTime } from '../../support/time-of-kinds.ts';
import { expect, test } from '../journey.ts';
import { openedFile } from '../pages/beginnings.ts';
import { DocumentsPage } from '../pages/documents-page.ts';
import { outOfPlace, pushedSideways } from '../pages/out-of-place.ts';
import { TimePage } from '../pages/time-page.ts';

const LONG = 'Anticonstitutionnellementincoordonnée';

test.use({ now: '2026-06-15T08:00:00.000Z' });

/** The bytes of a file in which so many entries of 24 days stand under each kind of work. */
function fileWith(names: readonly string[], count: number): Buffer {
  const header = {
    fileId: 'kinds-of-work',
    copyOf: null,
    revision: 1,
    savedAt: instant('2026-03-16T08:00:00.000Z'),
    savedBy: 'Sonia Nadir',
    keys: { file: null, vault: null },
  };
  const document = { ...emptyDocument('accompaniment'), accompaniment: accompanimentWithTime(names, count) };
  return serialiseProject({ header, document }, null);
}

test('F4 H2 kinds of work of one name have each its own days, on screen, in the statement and in the workbook', async ({
  tierce,
  folders,
}) => {
  await openedFile(tierce, folders, fileWith(['Atelier', 'Atelier', 'Atelier (2)'], 2));
  const time = new TimePage(tierce);
  await time.goTo('Jours et temps');

  await expect(time.phase(/^Total/).getByRole('cell')).toHaveText(['6', '48', '48', '48', '144', '−\u00a0138']);
  const documents = new DocumentsPage(tierce);
  await documents.goTo('Documents');
  await documents.choose('Document', 'État des jours financés');
  await documents.expectOnSheet('144');
  await documents.choose('Document', /Classeur/);
  await documents.sheet.getByRole('tab', { name: 'Jours' }).click();
  const days = documents.sheet.getByRole('table');
  const heads = await days.getByRole('columnheader').allTextContents();
  expect(new Set(heads).size).toBe(heads.length);
  await expect(days.getByRole('row').last()).toContainText('144');
  await expect(days).not.toContainText('Hors de la période');
});

test('H1 H8 a hundred days of six kinds of work with long names keep within screen and sheet', async ({ tierce, folders }) => {
  await openedFile(tierce, folders, fileWith(['Face à face', 'Préparation', 'Rédaction', 'Coordination', `${LONG} un`, `${LONG} deux`], 5));
  const time = new TimePage(tierce);
  await time.goTo('Jours et temps');

  await expect(time.phase(/^Total/)).toContainText('720');
  expect(await time.page.evaluate(outOfPlace)).toEqual([]);
  expect(await time.page.evaluate(pushedSideways)).toEqual([]);
  const documents = new DocumentsPage(tierce);
  await documents.goTo('Documents');
  await documents.choose('Document', 'État des jours financés');
  await documents.expectOnSheet('720');
  const { outside } = await documents.sheet.evaluate((sheet) => {
    const edge = sheet.getBoundingClientRect();
    const words = [...sheet.querySelectorAll('span')].filter((span) => span.textContent.trim() !== '');
    return { outside: words.filter((word) => word.getBoundingClientRect().right > edge.right).map((word) => word.textContent) };
  });
  expect(outside).toEqual([]);
});
