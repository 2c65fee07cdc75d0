// H2: the look of the workbook's rows, which not every program adjusts to their texts.
import ExcelJS from 'exceljs';
import { expect, it } from 'vitest';
import { renderXlsx } from '../../../../main/documents/render-xlsx.ts';

/** Of a line, in points. */
const LINE = 16;

async function heightsOf(texts: readonly string[], width: number): Promise<readonly (number | undefined)[]> {
  const { bytes } = await renderXlsx({
    kind: 'workbook',
    title: 'Mission',
    author: '',
    foot: '',
    sheets: [{ name: 'Temps', columns: [{ head: 'Quoi', format: 'text', width }], rows: texts.map((text) => [text]), total: null }],
  });
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Buffer.from(bytes) as never); // the types of exceljs know an older Buffer
  const page = book.getWorksheet('Temps');
  return texts.map((_, index) => page?.getRow(index + 2).height);
}

it('H2 a row is as tall as its text, wrapped word by word', async () => {
  const heights = await heightsOf(['un mot', 'convention convention convention', 'un\ndeux\ntrois', 'x'.repeat(35), ''], 14);

  expect(heights).toEqual([1, 3, 3, 3, 1].map((lines) => lines * LINE));
});
