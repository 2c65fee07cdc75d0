// English words of the logos at the head of the documents.
import type { TableTexts } from '../../table-texts.ts';

export const logos = {
  one: 'logo',
  many: 'Logos',
  fields: { of: 'Whose', name: 'Name', picture: 'Picture', order: 'Rank' },
  choices: { of: { firm: 'your firm', funder: 'a funder' } },
} satisfies TableTexts<'logos'>;
