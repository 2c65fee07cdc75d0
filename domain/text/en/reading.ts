// English texts of the page by which an export is read without Tierce.
import type { OuterTexts } from '../outer-texts.ts';
import { englishCount } from '../plural.ts';

export const reading: OuterTexts['reading'] = {
  fileName: (stem) => `${stem} – read without Tierce`,
  untitled: 'Accompaniment without a title',
  lead: (date) =>
    `Everything of this accompaniment that may be shared, as it was on ${date}. Any browser shows and prints this page, without Tierce and without a connection.`,
  without: 'Not in it: the accompanist’s own marks, their confidential notebook, what is in the attachments, and the history of changes.',
  contents: 'Contents',
  records: (count) => englishCount(count, 'record', 'records'),
  empty: (names) => `Nothing is noted in: ${names}.`,
  howTitle: 'How the files are built',
  howJson:
    'The JSON file of the export holds the same data for other programs: an object “accompaniment”, and in it one object for each table, where each record stands under its id.',
  howCsv:
    'Each CSV file of the export holds one table: one line for each record, columns set apart by semicolons, text in UTF-8. An apostrophe stands before texts that a spreadsheet would take for a formula or a number.',
  howTierce:
    'The .tierce file is text in UTF-8 as well, in JSON, one record per line, and any text editor opens it. It also holds the accompanist’s own marks, the notebook (always encrypted), the history, the attachments in Base64 and, on its last line, the SHA-256 of all that stands above. When it is protected by a passphrase, its content is encrypted (AES-256-GCM) and only readable with it.',
  howValues:
    'In both, dates are written YYYY-MM-DD, times HH:MM, durations as whole minutes, amounts in cents. A field whose name ends in “Id” gives the id of a record of another table.',
  howNames: 'Names of the tables and their fields in these files',
  table: 'Table',
  field: 'Field',
  meaning: 'Meaning',
  back: 'Back to the contents',
};
