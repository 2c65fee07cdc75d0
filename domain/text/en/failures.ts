// English texts of every expected failure: what happened, what is safe, what to do.
import { readers } from './levels.ts';
import { formatDate } from '../../format/dates.ts';
import { formatCount } from '../../format/numbers.ts';
import { formatDays, formatHours } from '../../format/durations.ts';
import { minutes } from '../../units.ts';
import type { LockHolder } from '../../failures.ts';
import type { FailureTexts } from '../failure-texts.ts';
import { englishCount } from '../plural.ts';
import { tables } from './tables.ts';

export const failures: FailureTexts = {
  places: { journal: 'journal of changes', backups: 'backups', backup: 'backup', attachments: 'attachments', folder: 'folder' },
  'file-not-found': ({ name }) => `“${name}” is no longer there. It may have been moved, renamed, or the stick taken out.`,
  'file-is-folder': ({ name }) =>
    `“${name}” is a folder: nothing in it was changed. Rename or move it if it stands in the place of a file, or choose a .tierce file.`,
  'file-not-folder': ({ name }) =>
    `“${name}” is a file, not a folder: nothing in it was changed. Put the folder of that name back, or choose another one.`,
  'file-link-broken': ({ name }) =>
    `“${name}” is a link that leads to no file. Nothing was changed: put back the file that it leads to (a USB stick, perhaps), or delete the link.`,
  'file-empty': ({ name }) => `“${name}” is empty. Tierce has not touched it; look for a copy.`,
  'file-too-large': ({ name, bytes }) =>
    `“${name}” weighs ${formatCount(Math.round(bytes / 1_000_000), 'en')} MB, more than Tierce opens. Nothing in it was changed; look for a copy.`,
  'file-not-tierce': ({ name }) => `“${name}” is not a Tierce file. Nothing in it was changed.`,
  'file-truncated': ({ name }) => `“${name}” is cut before its end. Tierce has changed nothing in it; a backup may be whole.`,
  'file-damaged': ({ name, where }) =>
    `“${name}” is damaged. Tierce has changed nothing in it; a backup may be whole (technical mark: ${where}).`,
  'file-not-migrated': ({ name, version, table, id }) =>
    `“${name}” comes from an older version of Tierce (format ${version}), and something in its “${tables[table].many}” could not be brought to the form of today. Nothing in it was changed: recover the rest of it, or ask for help and give this technical mark: ${table} ${id}.`,
  'file-newer': ({ name, version, supported }) =>
    `“${name}” comes from a newer version of Tierce (format ${version}, here ${supported}). Update Tierce to open it; nothing in it was changed.`,
  'file-wrong-kind': ({ name }) => `“${name}” is a Tierce file, but not of the kind expected here.`,
  'file-sealed': ({ name }) => `“${name}” is protected by a passphrase: give it to open the file. Nothing in it was changed.`,
  'file-changed-underneath': ({ name }) => `“${name}” was changed outside Tierce. Nothing was overwritten: compare both versions.`,
  'file-older': ({ name, revision, remembered }) =>
    `“${name}” ends ${englishCount(remembered - revision, 'change', 'changes')} before what this computer has known of it. Nothing in it was changed; open it from Home to decide.`,
  'protection-lost': ({ name }) =>
    `“${name}” was protected by a passphrase, and what stands in its place is not. Nothing in it was changed; open it from Home to decide.`,
  'journal-newer': ({ name }) =>
    `“${name}” may have changes that only a newer version of Tierce can read. Nothing in it was changed; open it from Home to decide.`,
  'journal-newer-sealed': ({ name }) =>
    `The protection of “${name}” has stayed: a newer version of Tierce has noted changes on this computer that perhaps nobody could read any more without it. Remove it with that version, or first close the file and leave nothing here (Exports and traces).`,
  'file-locked': ({ name, holder }) =>
    `“${name}” is open ${heldBy(holder)}. Nothing in it was changed; you can read it without changing it.`,
  'file-lock-lost': ({ name, holder }) =>
    `“${name}” was taken over ${heldBy(holder)}. Nothing was overwritten: save your version elsewhere, or take over again.`,
  'file-read-only': ({ name }) => `“${name}” is open for reading only: nothing in it changes.`,
  'file-write-protected': ({ name }) =>
    `“${name}” is protected against writing: nothing in it was changed. Take that protection off in its properties, or save elsewhere.`,
  'file-outgrown': ({ name, bytes, maximum }) =>
    `“${name}” would weigh ${megabytes(bytes)} MB; a file weighs ${megabytes(maximum)} at most, so that it can be opened again. What the file held before still stands. Undo, or take something out.`,
  'file-spent': ({ name }) =>
    `“${name}” bears the last number that a file can bear: nothing in it was changed, all of it can be read. Take an older backup, or export its content.`,
  'file-exists': ({ name }) => `“${name}” already exists. Choose another name.`,
  'file-in-use': ({ name }) => `“${name}” is open: nothing was written in its place. Choose another name.`,
  'file-name-impossible': ({ name }) =>
    `“${name}” cannot be the name of a file. Nothing was written; remove the signs / \\ : * ? " < > |, or shorten it.`,
  'file-name-unreadable': ({ name }) =>
    `The name of “${name}” is written in a way that this computer cannot read. Nothing in it was changed: rename it in the file manager, and it is listed.`,
  'file-exists-here': ({ name }) => `“${name}” already exists: nothing was replaced. Choose another folder, or say --force to replace it.`,
  'attachment-no-file': ({ name }) => `“${name}” is a folder or a device and cannot be attached. Nothing was attached: choose a document.`,
  'attachment-too-large': ({ name, bytes, maximum }) =>
    `“${name}” weighs ${megabytes(bytes)} MB; an attachment weighs ${megabytes(maximum)} at most. Nothing was attached.`,
  'attachments-full': ({ name, maximum, most }) =>
    `With “${name}” the attachments would exceed ${megabytes(maximum)} MB. Nothing was attached${maximum < most ? `; one can go up to ${megabytes(most)} MB, but each save then takes longer` : ''}.`,
  'attachment-gone': ({ name }) =>
    `The content of “${name}” is no longer on this computer. An older backup may still have it; nothing was changed.`,
  'attachment-not-opened': ({ name }) =>
    `“${name}” is not of a kind that Tierce opens. Save it, then open it yourself if you know where it comes from.`,
  'logo-no-picture': ({ name }) =>
    `“${name}” is not a PNG, JPEG or SVG picture. No logo was changed: save it as one of these, then choose it again.`,
  'logo-other-type': ({ name, found }) =>
    `“${name}” contains a ${found} picture, which its name does not say. No logo was changed: check where the file comes from, give it its true name, then choose it again.`,
  'logo-too-large': ({ name, bytes, maximum }) =>
    `“${name}” weighs ${megabytes(bytes)} MB; a logo weighs ${megabytes(maximum)} at most. No logo was changed: choose a lighter picture.`,
  'logo-too-wide': ({ name, width, height, most }) =>
    `“${name}” is ${width} × ${height} pixels; a logo has ${most} at most on each side. No logo was changed: choose a smaller picture.`,
  'logo-animated': ({ name }) => `“${name}” is animated, which paper does not show. No logo was changed: choose a still picture.`,
  'logo-active': ({ name }) =>
    `“${name}” contains code, or fetches something from elsewhere: Tierce does not open it. No logo was changed: ask for it as a PNG.`,
  'logo-intricate': ({ name }) => `“${name}” is too intricate a drawing for a logo. No logo was changed: ask for it as a PNG.`,
  'logo-broken': ({ name }) => `“${name}” is a damaged or empty picture. No logo was changed: take another copy of the file.`,
  'logos-full': ({ most }) =>
    `There are ${most} logos already, as many as fit at the head of a document. Nothing was added: remove one first.`,
  'level-too-wide': ({ asked, needed }) =>
    `This document would be for ${readers[asked]}, and what it is about is for ${readers[needed]}: nothing has left. Choose fewer readers, or first change the level at its source.`,
  'recipients-beyond': ({ level, names, areAll }) =>
    areAll
      ? `No recipient may read what is for ${readers[level]} (${names}): nothing has left. Choose other recipients, or another level.`
      : `This document is for ${readers[level]}, and not for ${names}: nothing has left. Remove these recipients, or choose another level.`,
  'copies-full': ({ maximum }) =>
    `The frozen copies already take ${megabytes(maximum)} MB: the document is given and listed in the register, without its copy. Remove old ones from the register so that the next ones are kept.`,
  'disk-full': ({ name }) =>
    `The disk is full: “${name}” was not written. If it existed before, it has not changed. Free some room, then try again.`,
  'disk-read-only': ({ name }) => `The place of “${name}” is read-only. Allow writing there, then try again.`,
  'disk-denied': ({ name }) => `You may not open or write “${name}” there. Ask for that right, then try again.`,
  'disk-gone': ({ name }) => `The medium of “${name}” has gone. Put it back, then try again.`,
  'disk-busy': ({ name }) => `“${name}” is held by another program. Close it in that program; Tierce tries again.`,
  'disk-crowded': ({ name }) =>
    `Too many files are open at once on this computer: “${name}” could not be read or written. Nothing was left half written; close other programs, then try again.`,
  'disk-failure': ({ name, cause }) =>
    `“${name}” could not be read or written. Nothing was left half written; try again, or save elsewhere (technical mark: ${cause}).`,
  'passphrase-wrong': () => 'This is not the right passphrase.',
  'passphrase-too-short': ({ minimum }) => `A passphrase has at least ${minimum} characters.`,
  'file-key-changed': () =>
    'This file has been given a new key elsewhere since you opened it. Nothing has been overwritten: give its passphrase of today to see what it holds.',
  'backup-sealed': () =>
    'This backup is protected by another key than this file. Give the passphrase that it had to look at it, or to save it elsewhere.',
  'key-cost-refused': () => 'This file asks for a protection outside the allowed bounds. It was neither opened nor changed; try a backup.',
  'seal-broken': () =>
    'A protected part cannot be read: it is damaged, or was altered outside Tierce. Nothing in it was changed; a backup may be whole.',
  'protection-exists': () => 'This file is protected already. Nothing was changed.',
  'protection-missing': () => 'This file is not protected.',
  'note-unsound': () => 'What stands in the place of this note is none. Nothing was changed.',
  'vault-key-foreign': () =>
    'The key that seals what is noted while the notebook is closed is not this notebook’s: somebody who had this file in hand may have replaced it. Nothing was written, and your notes are still there.',
  'vault-key-changed': () =>
    'The key of this notebook is not the one that this computer knows. It stayed closed, and nothing in it was changed.',
  'vault-key-unknown': () =>
    'Nothing was noted: the key of this notebook is not the one that this computer knows. First open it with your passphrase.',
  'vault-locked': () => 'The confidential notebook is closed.',
  'secrets-unavailable': () =>
    'This computer has no store that would protect the key, so it is not kept there. The notebook opens with its passphrase.',
  'step-private': () =>
    'The last step is about the confidential notebook, which is closed. Nothing was changed: open the notebook, then try again.',
  'vault-missing': () => 'This accompaniment has no confidential notebook yet.',
  'vault-exists': () => 'This accompaniment already has its confidential notebook. Nothing was changed.',
  stale: () => 'What you saw had changed meanwhile. The screen is up to date: do it again.',
  'record-missing': () => 'This item no longer exists. It may have been removed meanwhile.',
  'record-invalid': ({ field }) => `This value is not allowed (${field}). Nothing was changed.`,
  'record-changed': () => 'This item has changed since: undoing would erase a later change. Nothing was changed.',
  'reference-missing': () => 'What this points to no longer exists. Nothing was changed.',
  'reference-held': ({ count }) => `This item is still used by ${englishCount(count, 'other', 'others')}. Remove it there first.`,
  'table-closed': () => 'This cannot be changed directly.',
  singleton: () => 'There is one per file: it can be changed, neither added nor removed.',
  'session-ends-before-start': () => 'The session would end before it begins: check both times.',
  'period-reversed': () => 'The end comes before the start: check both dates.',
  'attendance-twice': () => 'This person is already listed for the session.',
  'time-too-long': ({ maximum }) => `An entry does not exceed ${formatHours(minutes(maximum), 'en')}. Spread it over several days.`,
  'overrun-refused': ({ missingMinutes, minutesPerDay: day }) =>
    `${formatDays(missingMinutes / day, 'en')} would be missing, and the contract allows no overrun. Ask for an amendment, or enter this time outside any envelope.`,
  'overrun-unjustified': ({ missingMinutes, minutesPerDay: day }) =>
    `The envelope would be exceeded by ${formatDays(missingMinutes / day, 'en')}: the contract asks for a justification.`,
  'outside-period-refused': ({ on }) =>
    `${formatDate(on, 'long', 'en')} is outside the period of the envelope, and the contract does not allow it. Ask for an amendment, or enter this time outside any envelope.`,
  'outside-period-unjustified': ({ on }) =>
    `${formatDate(on, 'long', 'en')} is outside the period of the envelope: the contract asks for a justification.`,
  'move-before-arrival': ({ on }) =>
    `The move of ${formatDate(on, 'long', 'en')} comes before the organisation arrived. Check one of the two dates; nothing was changed.`,
  'envelope-negative': () => 'The envelope would become negative. Check the days granted and the amendments.',
  'gate-kept': () => 'The register of gates is added to, never erased.',
  'gate-already-passed': () => 'This gate is already passed.',
  'gate-not-passed': () => 'This gate is not passed: there is nothing to reopen.',
  'reason-missing': () => 'Say why: the reason stays on record.',
  'already-started': () => 'This accompaniment has already begun.',
  'nothing-to-undo': () => 'There is nothing to undo.',
  'step-followed': () => 'Other changes have been made since, so nothing was undone. Undo those first, starting with the latest.',
  'nothing-to-redo': () => 'There is nothing to redo.',
  'duration-empty': () => 'Write a length, for instance 0.5 d or 3h30.',
  'duration-unreadable': () => 'This length cannot be read. Write for instance 0.5 d, 3h30, 1:30 or 90 min.',
  'duration-zero': () => 'A length of zero is not noted.',
  'duration-too-long': ({ minutes: typed }) =>
    `${formatHours(minutes(typed), 'en')} do not fit in a day. Spread this time over several days.`,
  'duration-break-too-long': ({ minutes: pause, maximum: session }) =>
    `A break of ${formatHours(minutes(pause), 'en')} is longer than the session, which lasted ${formatHours(minutes(session), 'en')}.`,
  'duration-ambiguous': () => 'This length can be read in several ways: add its unit, for instance 2 h or 0.5 d.',
  'date-empty': () => 'Give the day, for instance 01/06/2026 or 1 June.',
  'date-unreadable': () => 'This date was not understood. Write for instance 01/06/2026, 1 June, yesterday, or +7 for a week from today.',
  'date-impossible': ({ month, days }) =>
    month === null
      ? `No month has more than ${days} days: correct the date.`
      : `There are only ${days} days in ${formatDate(month, 'month', 'en')}: correct the date.`,
  'date-month-impossible': ({ month }) => `There is no month ${month}: write the day, then the month, then the year.`,
  'date-out-of-range': () => 'Tierce takes dates from 1990 to 2100: check the year.',
  'date-other-weekday': ({ on }) => `This date falls on another day: it is ${formatDate(on, 'full', 'en')}. Correct the day or the date.`,
  'clock-empty': () => 'Give the time, for instance 9:30.',
  'clock-unreadable': () => 'This time was not understood. Write for instance 9:30, 2 pm or noon.',
  'clock-impossible': () => 'There is no such time: a day runs from 0:00 to 23:59.',
  'message-invalid': () => 'The request was not understood. Nothing was changed.',
  'sender-refused': () => 'The request came from elsewhere than the window. It was refused.',
  'channel-unknown': () => 'Tierce cannot do that.',
  'document-unknown': () => 'This file is no longer open. Open it again from Home.',
  'token-unknown': () => 'This choice is no longer valid. Start again.',
  presenting: () => 'This waits for the end of presentation mode. Nothing was changed.',
  'presentation-held': () => 'Type the passphrase to leave presentation mode.',
  cancelled: () => 'Nothing was done.',
  'render-too-long': ({ seconds }) =>
    `Laying out the document was stopped after ${seconds} seconds. Nothing was lost. Choose a shorter period, or shorten the longest text.`,
  'render-failed': ({ id }) => `The document could not be laid out (reference ${id}). Nothing was lost.`,
  bug: ({ id }) => `An error in Tierce interrupted this (reference ${id}). What the indicator called saved still is.`,
};

function megabytes(bytes: number): string {
  return formatCount(Math.ceil(bytes / 1_000_000), 'en');
}

function heldBy({ machine, person, where }: LockHolder): string {
  if (where === 'window') return 'in this window';
  const by = person === '' ? 'by somebody' : `by ${person}`;
  if (where === 'computer') return `${by} in another window of this computer`;
  return machine === '' ? by : `${by} on the computer “${machine}”`;
}
