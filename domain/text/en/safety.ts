// English texts of what keeps a file from being lost: backups, locks, conflicts, recovery.
import { formatCount, formatDecimal } from '../../format/numbers.ts';
import type { Catalogue } from '../fr.ts';
import { englishCount } from '../plural.ts';

export const file: Catalogue['file'] = {
  title: 'File',
  under: (fileName, folderName) => `${fileName} · in “${folderName}”`,
  underExample: 'The example is a copy of yours, thrown away at the next exploration.',
  size: (bytes) =>
    bytes < 100_000
      ? `${formatCount(Math.max(1, Math.round(bytes / 1000)), 'en')}\u00a0kB`
      : `${formatDecimal(Math.round(bytes / 100_000) / 10, 'en')}\u00a0MB`,
  tabs: 'About the file',
  tab: { backups: 'Backups', history: 'History', attachments: 'Attachments', protection: 'Protection', leaving: 'Exports and traces' },
};

export const backups: Catalogue['backups'] = {
  text: 'Tierce keeps backups of this file on this computer by itself. Each says why it is there.',
  total: (count, size) => `${englishCount(count, 'backup', 'backups')} · ${size} in all`,
  whole:
    'Saved elsewhere, a backup is the whole file: your marks can be read in it, the notebook stays sealed. It is for you; for somebody else, make a hand-over copy (Exports and traces).',
  keptTitle: 'Kept for you',
  keptText: 'What they hold may be nowhere else: no new backup takes their place.',
  routineTitle: 'Routine backups',
  routineText:
    'Taken before the first change of each opening, then every quarter of an hour at most: the last three of today stay, and one for each day before, ten in all.',
  until: (runDaysLeft) =>
    runDaysLeft === null
      ? 'Stays until you remove it.'
      : runDaysLeft === 0
        ? 'The 90 days of using Tierce are over: it goes when the next backup is taken.'
        : `Stays until you remove it, or after 90 days of using Tierce (${runDaysLeft} to go).`,
  stays: {
    restore: 'Stays among the last three of its kind, and for seven days of use at least.',
    keys: 'Stays until the next change of passphrase or key.',
  },
  reading: 'Reading…',
  thisOne: 'this backup',
  save: 'Save elsewhere…',
  saveOf: (date) => `Save the backup of ${date} elsewhere`,
  saveTitle: 'Save the backup elsewhere',
  copyName: (name, day) => `${name} – backup of ${day}`,
  dismiss: 'Stop keeping…',
  dismissOf: (date) => `Stop keeping the backup of ${date}`,
  dismissTitle: (date) => `Stop keeping the backup of ${date}?`,
  dismissText: 'It is removed from this computer, and with it whatever it alone holds. This cannot be undone.',
  dismissNow: 'Stop keeping',
  dismissed: 'The backup is not kept any more.',
  columnTaken: 'Taken on, and why',
  columnHolds: 'What it holds',
  columnDiffers: 'If restored',
  emptyTitle: 'No backup yet',
  emptyText: 'The first one is taken just before your next change enters the file.',
  loading: 'Reading the backups…',
  failed: (sentence) => `The last backup could not be taken. ${sentence}`,
  keysUnkept: (sentence) =>
    `The file has its new keys, but no backup has them yet: keep it safe. ${sentence} Tierce tries again with your next change.`,
  reason: {
    opening: 'before the first change of an opening',
    interval: 'while working',
    migration: 'before the format was brought up to date',
    restore: 'before a restoring',
    keys: 'after a change of passphrase or key',
    mine: 'your version, when the file changed outside',
    theirs: 'the other version, when the file changed outside',
    base: 'what both began from, when the file changed outside',
  },
  holds: (records, savedBy) =>
    [englishCount(records, 'item', 'items'), savedBy === '' ? '' : `saved by ${savedBy}`].filter((part) => part !== '').join(' · '),
  same: 'Nothing would change',
  difference: ({ onlyBefore, onlyAfter, changed }, thing) =>
    `${thing}: ${[onlyAfter > 0 ? `${onlyAfter} back` : '', onlyBefore > 0 ? `${onlyBefore} fewer` : '', changed > 0 ? `${changed} with another content` : ''].filter((part) => part !== '').join(', ')}`,
  more: (count) => `and ${englishCount(count, 'other kind', 'other kinds')} of items`,
  look: 'Look',
  lookSealed: 'Look…',
  sealedTitle: 'A backup under another key',
  lookAt: (date) => `Look at the backup of ${date}`,
  restore: 'Restore…',
  restoreOf: (date) => `Restore the backup of ${date}`,
  askTitle: (date) => `Restore the backup of ${date}?`,
  askText: 'What stands now is kept as a backup first, and restoring can be undone like anything else. Gates passed since stay on record.',
  askVault: 'Private notes come along if the notebook still has the same key; otherwise they stay as they are.',
  now: 'Restore',
  done: 'The backup is restored.',
  looking: (date) => `Backup of ${date}, for reading only. Nothing in it changes.`,
  back: 'Back to the file',
};

export const readOnly: Catalogue['readOnly'] = {
  protected: 'Read-only: this file is protected against writing.',
  allow: 'Allow changes',
  copy: 'Work on a copy…',
  doubtful: 'Read-only: this file does not match what this computer has noted of it. Nothing is written into it.',
  locked: 'Reading only: this file is open elsewhere. Your changes would not enter it.',
  again: 'Try to open it as usual',
};

export const trouble: Catalogue['trouble'] = {
  title: 'The file could not be written',
  what: 'What to do?',
  retry: 'Try again now',
  elsewhere: 'Save elsewhere…',
  elsewhereText: 'Another stick, the disk of this computer: work then goes on in that new file.',
  retryText: 'Tierce tries again by itself every five seconds.',
  compare: 'Compare both versions…',
  saved: 'The file is written.',
  continued: (name) => `Work goes on in “${name}”.`,
};

export const conflict: Catalogue['conflict'] = {
  title: 'This file has changed elsewhere',
  text: 'Another person, another computer or a synchroniser has replaced it while you worked. Nothing is overwritten: you choose.',
  mine: 'Your version',
  theirs: 'The one on the disk',
  savedBy: (by, when) => (by === '' ? `Saved on ${when}` : `Saved by ${by} on ${when}`),
  unsaved: (count) => `${englishCount(count, 'change', 'changes')} not in the file`,
  differences: 'What differs',
  difference: ({ onlyBefore, onlyAfter, changed }, thing) =>
    `${thing}: ${[onlyBefore > 0 ? `${onlyBefore} in yours only` : '', onlyAfter > 0 ? `${onlyAfter} in the other only` : '', changed > 0 ? `${changed} with another content` : ''].filter((part) => part !== '').join(', ')}`,
  none: 'Both versions say the same.',
  both: 'Keep both',
  compare: 'Compare',
  bothText: 'Your version goes on in a new dated file beside it; the one on the disk keeps its name.',
  takeTheirs: 'Take the one on the disk',
  takeTheirsText: 'Yours becomes a backup.',
  keepMine: 'Keep mine',
  keepMineText: 'The one on the disk becomes a backup, then yours replaces it.',
  keepMineRekeyedText: 'The one on the disk becomes a backup, then yours replaces it, under the new key of the file.',
  later: 'Decide later',
  doneBoth: (name) => `Both versions are kept: you are in “${name}”.`,
  doneTheirs: 'You see the version on the disk. Yours is among the backups.',
  doneMine: 'Your version is in the file. The other one is among the backups.',
};

export const recovery: Catalogue['recovery'] = {
  elsewhereTitle: 'Save elsewhere',
  fileName: (name, stamp) => `${name} (recovered ${stamp})`,
  titles: {
    locked: 'This file is open already',
    sealed: 'This file is protected',
    gone: 'This file is no longer there',
    older: 'An older version of this file',
    newerJournal: 'A newer version of Tierce has worked here',
    unprotected: 'The protection of this file is gone',
    damaged: 'This file is damaged',
  },
  under: (fileName, folderName) => `${fileName} · in “${folderName}”`,
  since: (when) => `Since ${when}.`,
  readOnly: 'Read without changing',
  readOnlyText: 'Nothing is written. You see the file as it is on the disk.',
  again: 'Try again',
  takeOver: 'Take over…',
  takeOverTitle: 'Take this file over?',
  takeOverText:
    'Only do so if the other computer is switched off, or the other window has stopped. If it still works, it cannot write into this file any more: its changes stay with it, and nothing is overwritten.',
  takeOverNow: 'Take over',
  passphrase: 'Passphrase',
  unlock: 'Open',
  wrong: 'That is not the right passphrase. Check capitals and accents, then try again.',
  lost: 'I have lost the passphrase',
  recoveryKey: 'Recovery key',
  recoveryHint: 'The 40 letters and digits of your sheet. Spaces, dashes and small letters do not matter.',
  recoveryWrong: 'This key does not open this file. Compare it with your sheet, group by group.',
  back: 'Back to the passphrase',
  secretMissing: 'Fill this in first: without it, nothing of this file can be read.',
  secretTitle: 'This file is protected',
  secretText: 'Its passphrase is needed to recover what it holds. The new file will be protected by the same one.',
  backupsTitle: 'Start again from a backup',
  backupsText: 'A new file is made beside it; the damaged one stays as it is.',
  goneText: (folderName) =>
    `The file is made again in “${folderName}”, from the backup and the journal of this computer. Nothing is overwritten, even if the old one comes back.`,
  backTitle: 'Is it only elsewhere?',
  backText: 'Put the USB stick back, or the file in its place, then try again.',
  elsewhereHint: 'Put the USB stick back if that is where it is, then open it from there.',
  openIt: 'Open a file…',
  backup: (date) => `Backup of ${date}`,
  steps: (count) => `with ${englishCount(count, 'change', 'changes')} from the journal of this computer`,
  useBackup: 'Start from there',
  noBackup: 'This computer has no backup of this file.',
  readTitle: 'Recover what can still be read',
  readText: 'Tierce reads the file item by item, puts what is whole into a new file, and tells you what is missing.',
  read: 'Recover',
  done: (kept) => `${englishCount(kept, 'item is', 'items are')} recovered into a new file.`,
  nothingLost:
    'No element is missing. If the file was damaged, a word or a figure in it may have changed: read again what matters, or compare with a backup.',
  lostTitle: 'What could not be recovered',
  lostPart: (thing, count) => (count === null ? thing : `${thing}: ${count}`),
  parts: {
    journal: 'Changes in the journal of this computer',
    header: 'Head of the file (author, date)',
    moment: 'The proof that all is of one saving: what is found is sound, but may mix two of them',
    desk: 'Your own marks',
    vault: 'Confidential notebook',
    accompaniment: 'Accompaniment',
    history: 'History',
  },
  understood: 'Understood',
};

export const doubt: Catalogue['doubt'] = {
  olderLead: (changes) =>
    `This computer has seen it with ${englishCount(changes, 'change', 'changes')} more. An earlier version was put back in its place: by you, by a program that synchronises, or by somebody else.`,
  olderSaved: (when) => `This one was saved on ${when}. Nothing in it was changed.`,
  olderKept: 'If you go on with it, the backups of this computer stay, and what its journal has beyond it joins them.',
  olderAccept: 'Go on with this version',
  olderBackups: 'These backups go further. A new file is made beside this one, which stays as it is.',
  olderNoBackup: 'This computer has no backup that goes further than this file.',
  newerLead: (version, supported) =>
    `A newer version of Tierce (format ${version}, here ${supported}) has noted changes of this file on this computer, which it may not hold yet. They are kept as they are, and nothing was changed.`,
  newerAdvice:
    'The safest is to open this file with that version. If you go on here, it is without them; that version finds them again, apart.',
  newerAccept: 'Go on here, without them',
  unprotectedLead:
    'When this computer last saw it, a passphrase protected it. What stands in its place opens without: somebody may have replaced or changed it.',
  unprotectedSafe: 'Nothing in it was changed, and nothing is written into it before you choose.',
  secretTitle: 'The protection that it had',
  secretText: 'Its passphrase is asked for to start again from a protected backup, and to accept that the protection is gone.',
  unprotectedBackups:
    'These backups are those of this computer. A new file is made beside this one, protected as before; this one stays as it is.',
  acceptTitle: 'No longer protect this file',
  acceptText: 'Only if you took the protection off yourself, on another computer. What you write can be read by anybody who has this file.',
  confirm: 'I accept that this file is no longer protected',
  accept: 'Go on without protection',
};
