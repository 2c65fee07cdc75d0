// English texts of the file's history, its protection, its exports and its traces.
import type { Catalogue } from '../fr.ts';
import { englishCount } from '../plural.ts';

export const history: Catalogue['history'] = {
  text: 'Who changed what and when, in what can be shared. What is typed in one go counts as one change. The last 2,000 are kept, up to two megabytes of text; your own marks and the confidential notebook are not among them.',
  list: 'Changes, the newest first',
  emptyTitle: 'Nothing yet',
  emptyText: 'The changes that you make will be listed here.',
  loading: 'Reading the history…',
  more: 'Show more',
  shown: (shown, total) => `${shown} of ${total}`,
  changes: (count) => englishCount(count, 'change', 'changes'),
  moreOfAct: (count) => `and ${englishCount(count, 'other change', 'other changes')}`,
  by: (who) => (who === '' ? 'Somebody' : who),
  created: 'added',
  removed: 'removed',
  changed: 'changed',
  undone: 'undone',
  redone: 'redone',
  before: 'Before',
  after: 'After',
  nothing: 'empty',
  open: 'History…',
  ofRecord: (name) => `History: ${name}`,
  yes: 'yes',
  no: 'no',
};

export const protection: Catalogue['protection'] = {
  text: 'The confidential notebook always has a passphrase of its own. Here the whole file is encrypted, with its backups and its journal: useful on a stick, or on a shared computer.',
  off: 'This file opens without a passphrase.',
  on: 'This file is protected by a passphrase.',
  set: 'Protect the file',
  setText: 'The passphrase is kept nowhere. If you forget it, only the recovery key, to be printed right after, still opens the file.',
  passphrase: 'Passphrase of the file',
  change: 'Change the passphrase…',
  changeTitle: 'Change the passphrase of the file',
  changeText:
    'Copies made so far (USB stick, mail, cloud) still open with the old passphrase. Whoever has one and knows that passphrase could also read what you write later, unless you make a new key, below. The backups of this computer take the new passphrase. This cannot be undone.',
  newKey: 'Also make a new key for this file',
  newKeyText:
    'If somebody may know the old passphrase: copies made so far will open nothing that you write from now on. You will have a new recovery key to print.',
  current: 'Current passphrase, or recovery key',
  next: 'New passphrase',
  setNew: 'Change the passphrase',
  renew: 'New recovery key…',
  renewTitle: 'Make a new recovery key',
  renewText: 'The sheet printed before no longer opens this file. This cannot be undone.',
  renewNow: 'Make the key',
  remove: 'Remove the protection…',
  removeTitle: 'Remove the protection of the file?',
  removeText:
    'The file, its journal and its backups can be read again by whoever opens this computer. The confidential notebook stays encrypted.',
  removeNow: 'Remove the protection',
  wrong: 'That is not the right passphrase. Check capitals and accents, then try again.',
  changed: 'The passphrase of the file is changed.',
  keyChanged: 'The passphrase and the key of the file are changed.',
  isSet: 'The file is protected.',
  isRemoved: 'The file is no longer protected.',
  left: (count) =>
    `${englishCount(count, 'backup', 'backups')} could not be brought along and ${count === 1 ? 'stays' : 'stay'} as before.`,
  newerLeft:
    'What a newer version of Tierce has noted of this file on this computer stays as it is, and can be read without the passphrase. Open it with that version to have it protected as well, or close it and leave nothing here (Exports and traces).',
  sheetTitle: 'Recovery key of the file',
  sheetWhy: 'It opens the file if the passphrase is forgotten. Tierce does not keep it and will not show it again.',
  sheetUse: 'When opening the file, choose “I have lost the passphrase”, then type this key.',
  sheetHeading: 'Recovery sheet of the file',
};

export const leaving: Catalogue['leaving'] = {
  exportsTitle: 'Export for another program',
  exportsText:
    'Everything that can be shared, without layout. Your own marks and the confidential notebook are not part of it. A page to read without Tierce goes with them: it shows everything, and says how the files are built. In the CSV tables an apostrophe stands before texts that a spreadsheet would take for a formula or a number.',
  json: 'One JSON file…',
  csv: 'A folder of CSV tables…',
  exportTitle: 'Export',
  folderName: (name) => `${name} – tables`,
  exported: (name, folder) => `“${name}” is in “${folder}”.`,
  exportedWithPage: (name, folder) => `“${name}” is in “${folder}”, with a page to read without Tierce.`,
  tracesTitle: 'Leave nothing on this computer',
  tracesText:
    'Beside the file, this computer keeps what it takes to lose nothing: the journal of the last changes and the backups. On a computer that is not yours, remove them when you leave.',
  traces: (copies, size, setAside) =>
    `Today: ${englishCount(copies, 'backup', 'backups')} (${size})${setAside === 0 ? '' : `, ${englishCount(setAside, 'journal put aside', 'journals put aside')}`} and the journal.`,
  leave: 'Close and leave nothing here…',
  askTitle: 'Close, and remove all about this file from this computer?',
  askText:
    'The file itself stays where it is, as you see it. Its backups and its journal are removed from here, and undo of what was done goes with them. Documents saved elsewhere stay.',
  onlyHere: (copies, setAside) =>
    `Removed as well: ${[...(copies === 0 ? [] : [englishCount(copies, 'copy kept for you', 'copies kept for you')]), ...(setAside === 0 ? [] : [englishCount(setAside, 'journal set aside', 'journals set aside')])].join(' and ')}. What they hold may be nowhere else: if you care for it, cancel, and save these copies elsewhere first (File, Backups).`,
  now: 'Close and remove',
  done: 'The file is closed, and this computer keeps nothing of it.',
  removableTitle: 'This file is on a disk that is taken along',
  removableText: 'This computer keeps a journal and backups of this file. If it is not yours, do not leave them here.',
  keep: 'Only close',
};

export const attachments: Catalogue['attachments'] = {
  title: 'Attachments',
  add: 'Attach a document…',
  drop: 'or drop it here',
  chooseTitle: 'Attach a document',
  saveTitle: 'Save the attachment',
  anyFile: 'Documents',
  emptyTitle: 'Nothing attached',
  emptyText: 'A signed charter, a scanned sheet, accounts that were sent: what you attach stays in the file and travels with it.',
  list: 'Attachments',
  total: (total, maximum) => `${total} of ${maximum}`,
  open: 'Open',
  save: 'Save…',
  rename: 'Name',
  note: 'Note',
  notePlaceholder: 'Add a note…',
  more: (name) => `More actions, ${name}`,
  removed: (name) => `Attachment removed: ${name}`,
  saved: (name, folder) => `“${name}” is in “${folder}”.`,
  beyond: 'Attach all the same',
  openCopy: 'What opens is a copy: a change in it does not come back into the file.',
};
