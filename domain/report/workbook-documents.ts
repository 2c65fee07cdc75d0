// The register of documents in the workbook: a line for each that was given, with its recipients and its SHA-256.
import { documentsGiven, recipientNames } from '../register.ts';
import { catalogueOf } from '../text/catalogue.ts';
import type { Cell, Sheet } from './sheets.ts';
import type { WorkbookScope } from './workbook-scope.ts';

/** The latest first; a register is read as a whole, so that the period does not limit it. None while nothing was given. */
export function documentsSheets({ accompaniment, locale }: WorkbookScope): readonly Sheet[] {
  const { tables, register } = catalogueOf(locale);
  const { fields, choices } = tables.documents;
  const rows = documentsGiven(accompaniment).map((document): readonly Cell[] => [
    { date: document.givenOn },
    choices.kind[document.kind],
    document.title,
    asFarAsFits(recipientNames(accompaniment, document), register.moreRecipients),
    choices.level[document.level],
    document.leftOut,
    document.fileName,
    document.sha256,
    document.note,
  ]);
  if (rows.length === 0) return [];
  return [
    {
      name: tables.documents.many,
      columns: [
        { head: fields.givenOn, format: 'date', width: 13 },
        { head: fields.kind, format: 'text', width: 18 },
        { head: fields.title, format: 'text', width: 36 },
        { head: register.recipients, format: 'text', width: 40 },
        { head: fields.level, format: 'text', width: 24 },
        { head: fields.leftOut, format: 'text', width: 24 },
        { head: fields.fileName, format: 'text', width: 36 },
        { head: fields.sha256, format: 'text', width: 34 },
        { head: fields.note, format: 'text', width: 24 },
      ],
      rows,
      total: null,
    },
  ];
}

/** Characters for the names in one cell, far below what a spreadsheet takes: more than three hundred people. */
const LONGEST_LIST = 12_000;

function asFarAsFits(names: readonly string[], more: (count: number) => string): string {
  let length = 0;
  const fitting = names.filter(({ length: own }) => (length += own + 2) <= LONGEST_LIST);
  return [...fitting, ...(fitting.length < names.length ? [more(names.length - fitting.length)] : [])].join(', ');
}
