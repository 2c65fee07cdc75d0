// Names that a spreadsheet may take for one another, or for something else than a name; those of a group stand side by side.

const LONG = 'Atelier de coopération entre structures '.repeat(8);

const GROUPS: readonly (readonly string[])[] = [
  [
    'Atelier',
    'atelier',
    'ATELIER',
    'Ａtelier',
    'ａｔｅｌｉｅｒ',
    'Atelier (2)',
    'atelier (2)',
    'Atelier (3)',
    'Atelier',
    'Atelier (2) (2)',
  ],
  [' Atelier', 'Atelier ', 'Ate lier', 'Ate  lier', 'Ate\u00a0lier', 'Ate\u202flier', 'Ate\tlier', 'Atelier\u00a0'],
  ['Ate\u00adlier', 'Ate\u200blier', '\ufeffAtelier', 'Ate\u200dlier', "'Atelier", '’Atelier', 'Ate-lier', 'Ate\u2011lier'],
  ['Été', 'été', 'ÉTÉ', 'E\u0301te\u0301', 'Ete', 'ete', 'É\u0301té', 'Éte'],
  ['*', '?', '~', '~*', '~?', '**', 'A*', 'A?', 'A~', 'A~*', 'A', '.*', '[A-Z]', '^A$', '(A|B)'],
  ['=', '=A', '<', '>', '<>', '<>A', '>=5', '=5', '<5', '5', '=1+1', '+1', '-1', '@A', '""', '"A"', "=''"],
  ['01', '1', '1e3', '1E3', '1000', '1 000', '1\u202f000', '1,0', '1.0', '0,5', '50%', '５０％', '50 %', '①', '²', '2', '½', '1/2'],
  ['1/2/2026', '01/02/2026', '2026-02-01', '1 février 2026', '46054', '12:30', '12h30', '0,520833333333333'],
  ['TRUE', 'true', 'VRAI', 'Vrai', 'FAUX', '#N/A', '#REF!', 'NULL', 'A1', '$A$1', 'Fait', 'FAIT', 'Phase', 'Autres (j)', 'Reste'],
  ['Straße', 'STRASSE', 'strasse', 'STRAẞE', 'Strase', 'ſtrasse', 'Straſse'],
  ['İl', 'il', 'IL', 'ıl', 'i\u0307l', 'Il', 'I\u0307l', 'ıL'],
  ['ﬁn', 'fin', 'FIN', 'ﬀ', 'ff', 'œuvre', 'oeuvre', 'ŒUVRE', 'æ', 'ae', 'Ǆ', 'ǅ', 'ǆ', 'dž', 'ﬆ', 'st'],
  ['ΟΔΟΣ', 'οδος', 'οδοσ', 'ᾳ', 'αι', 'K', 'k', 'K', 'Å', 'å', 'Å', 'µ', 'μ', 'ͅ', 'ι'],
  ['かな', 'カナ', 'ｶﾅ', 'がな', 'ガナ', 'ｶﾞﾅ', '가', '가'],
  ['☐', '☑', '👍', '👍🏽', '\u200b', '\u2060', '\u00ad', '–', '—', '«', '»'],
  [' ', '\u00a0', '\u3000', '_x0041_', '_x005F_x0041_', '_x000D_', '&amp;', '&', '<b>', '</t>', ']]>'],
  [LONG, `${LONG}a`, `${LONG}A`, `${LONG}b`, LONG.toUpperCase(), `${LONG}*`],
];

/** All of them; some are the same name twice. */
export const HOSTILE_NAMES: readonly string[] = GROUPS.flat();

const PIECES: readonly (readonly string[])[] = [
  ['a', 'A', 'ａ', 'Ａ', 'b', 'é', 'É', 'e\u0301', 'e', 'E', 'i', 'I', 'İ', 'ı', 'i\u0307', 'ß', 'ẞ', 'ss', 'SS', 'ſ', 's', 'S'],
  [
    'ﬁ',
    'fi',
    'œ',
    'oe',
    'Æ',
    'ae',
    'ς',
    'σ',
    'Σ',
    'K',
    'k',
    'Å',
    'å',
    'ж',
    'Ж',
    'カ',
    'か',
    'ｶ',
    'ゝ',
    'ヽ',
    '½',
    '²',
    '2',
    '１',
    '1',
    '0',
  ],
  ['*', '?', '~', '=', '<', '>', "'", '’', '"', '-', '\u2011', '–', '.', ',', '(2)', ' (2)', ' (3)', '%', '/', '&', '_x0041_', '#N/A'],
  [' ', '  ', '\t', '\u00a0', '\u3000', '\u200b', '\u00ad', '\ufeff', '\u200d', '\u0301', '\u0307', '\u0345', '\u05b0', '👍', '☐', 'TRUE'],
];

/** What names are made of, for those drawn at random: each is short, so that names often clash. */
export const HOSTILE_PIECES: readonly string[] = PIECES.flat();
