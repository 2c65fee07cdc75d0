// English texts of the programs around the window: the file chooser of the browser shell, and closing.
import type { OuterTexts } from '../outer-texts.ts';

export const chooser: OuterTexts['chooser'] = {
  places: 'Places',
  documents: 'Documents',
  home: 'Home folder',
  parent: 'Parent folder',
  emptyFolder: 'Nothing to choose in this folder.',
  unreadableFolder: 'This folder cannot be read. Choose another one.',
  nameImpossible: 'A file cannot have this name. Take out the signs / \\ : * ? " < > |.',
  fileName: 'File name',
  open: 'Open',
  chooseFolder: 'Choose this folder',
  save: 'Save here',
  cancel: 'Cancel',
  alreadyThere: 'A file of this name is already in this folder.',
  replace: 'Replace it',
};

export const closing: OuterTexts['closing'] = {
  failed: 'The file could not be written',
  safe: 'Your changes are safe on this computer: Tierce takes them up again the next time this file is opened.',
  unsafe: 'The journal on this computer could not be written either: closing now would lose your last changes. Make room on the disk, then try again.',
  stay: 'Back to Tierce',
  leave: 'Close all the same',
};
