// Reads lines and rows in which people are named: `Mme Fatou Diarra (Régie)`, `Paul Roy, directeur, GE 77`, or cells of a table.
import { labelKey } from '../writing/label-key.ts';
import { sameNameKey, wordsSought } from '../writing/search-key.ts';

export type NamedPerson = { readonly name: string; readonly structure: string; readonly function?: string };

/** `Name (…)`, with what may follow after a comma. */
const BRACKETED = /^([^,;()]+)\(([^()]*)\)\s*[,;]?(.*)$/su;
const TITLE =
  /^(?:m|mr|mrs|ms|miss|mme|mmes|mlle|monsieur|madame|mademoiselle|dr|docteur|pr|professeur|me|maître|maitre)(?:\.\s*|\s+)(?=\S)/iu;

/** @returns a name, a function and a structure: what commas, semicolons or brackets stand between. A structure may hold commas. */
export function namedIn(line: string): NamedPerson {
  const [, before = '', inside = '', behind = ''] = BRACKETED.exec(line) ?? [];
  if (before.trim() !== '') return named(before, [inside, behind].filter((part) => part.trim() !== '').join(', '));
  const [, name = '', rest = ''] = /^([^,;]*)[,;]?(.*)$/su.exec(line) ?? [];
  return named(name, rest);
}

const keysOf = (words: readonly string[]): ReadonlySet<string> => new Set(words.map((word) => sameNameKey(word)));
/** Said above the columns of a table, in either language. */
const OF_STRUCTURES = keysOf(['structure', 'organisation', 'organization', 'association', 'entreprise', 'structures', 'company']);
const OF_FUNCTIONS = keysOf(['fonction', 'fonctions', 'poste', 'qualité', 'function', 'position', 'job title']);

/**
 * The structure stands under its heading, after the name or its parts; without headings, in the second cell. A column of numbers is none.
 * @returns those named in rows of cells, each once; a row of one cell is read as a line
 */
export function namedInRows(rows: readonly (readonly string[])[]): readonly NamedPerson[] {
  const isCounted = rows.length > 1 && rows.every(([first = '']) => COUNT.test(first.trim()));
  const cells = isCounted ? rows.map((row) => row.slice(1)) : rows;
  const headings = (cells[0] ?? []).map((cell) => sameNameKey(cell));
  const structure = headings.findIndex((heading) => OF_STRUCTURES.has(heading));
  const people = structure < 1 ? cells.map(namedInCells) : cells.slice(1).map((row) => under(headings, row, structure));
  const seen = new Set<string>();
  return people.filter((one) => {
    const key = `${sameNameKey(one.name)}\n${labelKey(one.structure)}`;
    if (one.name === '' || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** What counts the rows of a table, or is empty above such a column. */
const COUNT = /^(?:\d{0,4}[.)]?|n[°o]|#)$/iu;

function under(headings: readonly string[], row: readonly string[], structure: number): NamedPerson {
  const at = headings.findIndex((heading) => OF_FUNCTIONS.has(heading));
  const name = row.filter((_, index) => index < structure && index !== at).join(' ');
  const home = row[structure]?.trim() ?? '';
  return { ...(home === '' ? namedIn(name) : ofParts(name, home)), ...withFunction(row[at]) };
}

function namedInCells([name = '', second = '', third = '']: readonly string[]): NamedPerson {
  if (second.trim() === '') return namedIn(name);
  return isFunction(second) ? ofParts(name, third, second) : ofParts(name, second);
}

/** The first part that is a function is one; all else is the structure. */
function named(name: string, rest: string): NamedPerson {
  const parts = rest.split(/[,;]/u).map((part) => part.trim());
  const at = parts.findIndex(isFunction);
  if (at === -1) return ofParts(name, rest);
  return ofParts(name, parts.filter((part, index) => index !== at && part !== '').join(', '), parts[at]);
}

function ofParts(name: string, structure: string, said = ''): NamedPerson {
  return { name: withoutTitle(name), structure: structure.trim(), ...withFunction(said) };
}

function withFunction(said = ''): Pick<NamedPerson, 'function'> {
  return said.trim() === '' ? {} : { function: said.trim() };
}

/** How a person is addressed is no part of the name, unless nothing else is there. */
function withoutTitle(name: string): string {
  return name.trim().replace(TITLE, '').trim();
}

/** First words of what people do, in either language. A structure begins with none of them. */
const FUNCTIONS = keysOf(
  [
    'directeur directrice dirigeant dirigeante président présidente vice-président vice-présidente trésorier trésorière',
    'secrétaire administrateur administratrice gérant gérante cogérant cogérante responsable chef cheffe chargé chargée',
    'coordinateur coordinatrice coordonnateur coordonnatrice animateur animatrice élu élue conseiller conseillère encadrant',
    'encadrante comptable assistant assistante adjoint adjointe maire bénévole salarié salariée formateur formatrice',
    'consultant consultante délégué déléguée référent référente DG DGA DRH DAF CIP director manager chair chairman chairwoman',
    'president treasurer secretary coordinator officer accountant volunteer adviser advisor trustee CEO',
  ]
    .join(' ')
    .split(' '),
);

function isFunction(part: string): boolean {
  const [first = '', second = ''] = wordsSought(part.replace(/[·.]/gu, ' '));
  return FUNCTIONS.has(first) || FUNCTIONS.has(`${first} ${second}`);
}
