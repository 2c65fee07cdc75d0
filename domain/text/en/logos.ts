// English texts of the head of the documents, and of the profile from which it is taken.
import type { Catalogue } from '../fr.ts';

export const logos: Catalogue['logos'] = {
  title: 'Head of the documents',
  about: 'What stands at the head of each PDF: your contact details, your logo, those of the funders.',
  letterheadEmpty: 'Give address, telephone, e-mail, registration number',
  none: 'No logo.',
  kinds: 'PNG, JPEG or SVG',
  pictures: 'Pictures',
  chooseTitle: 'Choose a logo',
  addFirm: 'Add your logo…',
  addFunder: 'Add the logo of a funder…',
  takeOwn: 'Take the one of your profile',
  ofFirm: 'Logo of your firm',
  ofFunder: (name) => `Logo of a funder: ${name}`,
  name: 'Whose logo this is',
  added: 'Logo added.',
  remove: (name) => `Remove the logo ${name}`,
  removed: (name) => `Logo removed: ${name}`,
  toHead: 'Head and logos',
};

export const profile: Catalogue['profile'] = {
  open: 'Your profile…',
  title: 'Your profile',
  about:
    'Your next accompaniments and their documents begin with this. Existing ones keep their head: it is changed in “Frame and phases”.',
  letterhead: 'Contact details',
  letterheadHint: 'A line below the name: address, telephone, registration number.',
  logo: 'Logo of your firm',
  noLogo: 'No logo.',
  chooseLogo: 'Choose a logo…',
  changeLogo: 'Change the logo…',
  removeLogo: 'Remove the logo',
  save: 'Save',
  saved: 'Profile saved.',
};
