// English texts of presentation mode.
import type { Catalogue } from '../fr.ts';

export const presentation: Catalogue['presentation'] = {
  title: 'Presentation mode',
  enter: 'Presentation mode',
  hint: (key) => `Presentation mode (${key}): nothing private on the screen`,
  leave: 'Leave',
  leaveMode: 'Leave presentation mode',
  strip: 'Nothing private on the screen',
  entered: 'Presentation mode: nothing private is shown.',
  left: 'You have left presentation mode.',
  done: ['projector', 'beamer', 'screen sharing', 'share my screen', 'project'],
  notHere: 'This screen waits for the end of presentation mode.',
  waits: 'Something you typed is not kept yet: it waits for you at the end of presentation mode. Do not close this window before.',
  keyWaits: 'This key is not shown in presentation mode. It is back here as soon as you leave it.',
  askTitle: 'Leave presentation mode',
  askText:
    'To leave this mode, type the passphrase of the notebook. It is not shown, but the notebook comes back on the screen at once: stop sharing first.',
  askKey:
    'To leave this mode, type the recovery key of the notebook. It is not shown, but the notebook comes back on the screen at once: stop sharing first.',
  passphrase: 'Passphrase of the notebook',
  recoveryKey: 'Recovery key of the notebook',
  recoveryHint: 'The 40 letters and digits of your sheet.',
  lost: 'I have lost the passphrase',
  found: 'Back to the passphrase',
  stay: 'Stay in presentation',
  wayOut: 'Without passphrase or key:',
  closeFile: 'Close this accompaniment and leave',
};
