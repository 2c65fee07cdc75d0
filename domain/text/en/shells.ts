// English texts of the programs around the window: the window and the file chooser of the browser shell, and closing.
import type { OuterTexts } from '../outer-texts.ts';

export const chooser: OuterTexts['chooser'] = {
  places: 'Places',
  documents: 'Documents',
  home: 'Home folder',
  parent: 'Parent folder',
  empty: {
    open: 'Nothing to choose in this folder.',
    folder: 'This folder holds no other. You can choose it.',
    save: 'No document of this kind in this folder.',
  },
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
  unsent: (count) => (count === 1 ? 'Something you entered is not saved' : `${count} things you entered are not saved`),
  unsentDetail:
    'What you typed was refused, or a form is not finished. Go back to it, or close all the same and lose it: everything else is saved.',
  failed: 'The file could not be written',
  safe: 'Your changes are safe on this computer: Tierce takes them up again the next time this file is opened.',
  unsafe:
    'The journal on this computer could not be written either: closing now would lose your last changes. Make room on the disk, then try again.',
  stay: 'Back to Tierce',
  leave: 'Close all the same',
};

/** Before anything is typed, where the administrator of the computer forbids private windows. */
export const openWindow: OuterTexts['openWindow'] = {
  title: 'This browser keeps traces of what is typed',
  text: 'The administrator of this computer forbids private windows. While Tierce is open, the browser may therefore write what you type, in also in your confidential notebook, unprotected into a folder of your session. That folder is removed when you close Tierce.',
  advice: 'For notes that must stay confidential, prefer another computer, or the Tierce application that needs no browser.',
  goOn: 'Go on in this window',
  leave: 'Otherwise close this window: nothing has been opened yet.',
};
