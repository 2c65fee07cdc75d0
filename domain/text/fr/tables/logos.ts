// French words of the logos at the head of the documents.
import type { TableTexts } from '../../table-texts.ts';

export const logos = {
  one: 'logo',
  many: 'Logos',
  fields: { of: 'De qui', name: 'Nom', picture: 'Image', order: 'Rang' },
  choices: { of: { firm: 'votre structure', funder: 'un financeur' } },
} satisfies TableTexts<'logos'>;
