// Workbooks reckoned anew by LibreOffice: from their formulas alone, since a program may else show the values that it finds stored.
import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import ExcelJS from 'exceljs';
import { archiveOf, partsOfArchive } from './archive.ts';
import { temporaryFolder } from './worlds.ts';

/** A cell with a formula, and the value stored beside it. */
const STORED = /(<f>[^<]*<\/f>)<v>[^<]*<\/v>/g;

/**
 * All in one run of LibreOffice, which takes seconds to start.
 * @param language by whose rules it compares texts
 * @returns the workbooks, each formula with the value that LibreOffice found
 */
export async function recalculated(books: readonly Uint8Array[], language = 'fr-FR'): Promise<readonly ExcelJS.Workbook[]> {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'profile', 'user'), { recursive: true });
  await writeFile(join(folder, 'profile', 'user', 'registrymodifications.xcu'), settingsIn(language));
  const names = books.map((_, index) => `book-${index}.xlsx`);
  await Promise.all(books.map((bytes, index) => writeFile(join(folder, names[index] ?? ''), withoutValues(bytes))));
  const to = join(folder, 'reckoned');
  await promisify(execFile)(
    'soffice',
    ['--headless', `-env:UserInstallation=file://${folder}/profile`, '--convert-to', 'xlsx', '--outdir', to, ...names],
    { cwd: folder },
  );
  return Promise.all(names.map((name) => bookIn(join(to, name))));
}

/** @throws if nothing is stored: the workbook would be compared with itself */
function withoutValues(bytes: Uint8Array): Buffer {
  let count = 0;
  const parts = partsOfArchive(Buffer.from(bytes)).map(({ name, content }) => {
    if (!name.startsWith('xl/worksheets/')) return { name, content };
    const bare = content.toString('utf8').replace(STORED, (_, formula: string) => {
      count += 1;
      return formula;
    });
    if (/<\/f>\s*<v/.test(bare)) throw new Error(`Stored values are left in ${name}`);
    return { name, content: Buffer.from(bare, 'utf8') };
  });
  if (count === 0) throw new Error('No formula has a stored value');
  return archiveOf(parts);
}

async function bookIn(path: string): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  return book;
}

function settingsIn(language: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>${language}</value></prop></item>
</oor:items>
`;
}
