// Every road out of main, with what it may say and a message for it: a channel or an event that is not here does not compile.
import type { Args, Channel } from '@contract/channels.ts';
import type { EventName } from '@contract/events.ts';
import { NO_LINKS } from '@domain/tables/private.ts';
import { minutes } from '@domain/units.ts';
import { VAULT_WORDS } from './canary-words.ts';
import {
  attemptAt,
  backupOf,
  DATE,
  document,
  NOTE_ID,
  nothing,
  ofDocument,
  ofRevision,
  secret,
  sessionId,
  type World,
} from './canary-world.ts';
import { DRAFT, kindId } from './documents.ts';
import { TO_ALL } from './giving.ts';
import { TINY_PICTURE } from './pictures.ts';
import { profileOf } from './profiles.ts';

/** no: neither class; desk: the window's own working data, never the vault; vault: what an unlocked notebook shows. */
export type MaySay = 'no' | 'desk' | 'vault';
type ChannelRoad<C extends Channel> = { readonly says: MaySay; readonly args: (world: World) => Promise<Args<C>> };

export const CHANNELS: { readonly [C in Channel]: ChannelRoad<C> } = {
  'app.start': { says: 'desk', args: nothing },
  'app.settled': { says: 'no', args: () => Promise.resolve({ unsent: 0 }) },
  'app.quit': { says: 'no', args: nothing },
  'settings.save': {
    says: 'no',
    args: () => Promise.resolve({ settings: { locale: 'fr', theme: 'dark', hidesFirstSteps: false, locksAfter: 10 } }),
  },
  'profile.save': {
    says: 'no',
    args: () =>
      Promise.resolve({
        profile: profileOf('Sonia Nadir'),
      }),
  },
  'library.list': { says: 'no', args: nothing },
  'library.choose': { says: 'no', args: nothing },
  'library.timeChoices': { says: 'no', args: ({ entryId }) => Promise.resolve({ entryId }) },
  'library.addTime': {
    says: 'no',
    args: ({ entryId }) =>
      Promise.resolve({
        entryId,
        commandId: 'command-01',
        time: {
          date: DATE,
          minutes: minutes(60),
          kindId: kindId(document, 'face'),
          status: 'done',
          envelopeId: null,
          phaseId: null,
          sessionId: null,
          note: '',
          justification: '',
        },
      }),
  },
  'project.create': { says: 'no', args: () => Promise.resolve({ draft: DRAFT }) },
  'project.open': { says: 'desk', args: ({ entryId }) => Promise.resolve({ entryId }) },
  'project.choose': { says: 'desk', args: nothing },
  'project.example': { says: 'no', args: nothing },
  'project.read': { says: 'desk', args: ofDocument },
  'project.run': {
    says: 'no',
    args: async (world) => ({
      ...(await ofRevision(world)),
      command: { name: 'record.update', args: { table: 'sessions', id: sessionId, fields: { place: 'Meaux' } } },
    }),
  },
  'project.undo': { says: 'no', args: ofRevision },
  'project.redo': { says: 'no', args: ofRevision },
  'project.save': { says: 'no', args: ofDocument },
  'project.close': { says: 'no', args: ({ documentId }) => Promise.resolve({ documentId, evenUnsaved: false }) },
  'project.allowChanges': { says: 'desk', args: ofDocument },
  'project.saveElsewhere': { says: 'desk', args: ofDocument },
  'backups.list': { says: 'no', args: ofDocument },
  'backups.read': { says: 'no', args: async (world) => ({ documentId: world.documentId, backupId: await backupOf(world) }) },
  'backups.save': { says: 'no', args: async (world) => ({ documentId: world.documentId, backupId: await backupOf(world) }) },
  'backups.dismiss': { says: 'no', args: async (world) => ({ documentId: world.documentId, backupId: await backupOf(world) }) },
  'backups.open': { says: 'desk', args: async (world) => ({ documentId: world.documentId, backupId: await backupOf(world) }) },
  'backups.restore': { says: 'desk', args: async (world) => ({ backupId: await backupOf(world), ...(await ofRevision(world)) }) },
  'conflict.read': { says: 'no', args: ofDocument },
  'conflict.answer': { says: 'desk', args: ({ documentId }) => Promise.resolve({ documentId, answer: 'theirs' }) },
  'gone.list': { says: 'no', args: nothing },
  'gone.forget': { says: 'no', args: () => Promise.resolve({ goneId: 'token-0001' }) },
  'gone.open': { says: 'no', args: () => Promise.resolve({ goneId: 'token-0001' }) },
  'attempt.read': { says: 'no', args: nothing },
  'attempt.open': { says: 'desk', args: async (world) => ({ attemptId: await attemptAt(world), how: 'again' }) },
  'attempt.unlock': { says: 'desk', args: async (world) => ({ attemptId: await attemptAt(world), secret }) },
  'attempt.accept': { says: 'desk', args: async (world) => ({ attemptId: await attemptAt(world), secret: null }) },
  'attempt.recover': { says: 'desk', args: async (world) => ({ attemptId: await attemptAt(world), backupId: null, secret: null }) },
  'document.save': {
    says: 'no',
    args: async (world) => ({ ...(await ofRevision(world)), request: { kind: 'session', sessionId }, locale: 'fr', giving: TO_ALL }),
  },
  'document.preview': {
    says: 'no',
    args: ({ documentId }) =>
      Promise.resolve({ documentId, request: { kind: 'session', sessionId }, locale: 'fr', readers: 'accompanist' }),
  },
  'document.open': { says: 'no', args: () => Promise.resolve({ documentToken: 'token-0001' }) },
  'attachments.read': { says: 'no', args: ofDocument },
  'attachments.choose': { says: 'no', args: async (world) => ({ ...(await ofRevision(world)), sessionId: null, isBeyond: false }) },
  'attachments.add': {
    says: 'no',
    args: async (world) => ({ ...(await ofRevision(world)), sessionId: null, isBeyond: false, name: 'charte.txt', data: 'Q2hhcnRl' }),
  },
  'attachments.open': { says: 'no', args: ({ documentId }) => Promise.resolve({ documentId, attachmentId: 'attachment-1' }) },
  'attachments.save': {
    says: 'no',
    args: async (world) => ({ ...(await ofRevision(world)), attachmentId: 'attachment-1', giving: TO_ALL }),
  },
  'logo.choose': { says: 'no', args: nothing },
  'logo.add': {
    says: 'no',
    args: async (world) => ({ ...(await ofRevision(world)), of: 'funder', name: 'DLA 77', picture: TINY_PICTURE }),
  },
  'export.save': { says: 'no', args: async (world) => ({ ...(await ofRevision(world)), form: 'json', giving: TO_ALL }) },
  'copy.save': { says: 'no', args: async (world) => ({ ...(await ofRevision(world)), giving: TO_ALL }) },
  'register.read': { says: 'no', args: ofDocument },
  'register.open': { says: 'no', args: ({ documentId }) => Promise.resolve({ documentId, givenId: 'given-0001' }) },
  'register.save': { says: 'no', args: ({ documentId }) => Promise.resolve({ documentId, givenId: 'given-0001' }) },
  'register.changes': {
    says: 'no',
    args: ({ documentId }) =>
      Promise.resolve({ documentId, givenId: 'given-0001', request: { kind: 'session', sessionId }, locale: 'fr', readers: 'accompanist' }),
  },
  'traces.read': { says: 'no', args: ofDocument },
  'traces.leave': { says: 'no', args: ofDocument },
  'history.read': { says: 'no', args: ({ documentId }) => Promise.resolve({ documentId, record: null, skip: 0 }) },
  'protection.status': { says: 'no', args: ofDocument },
  'protection.set': { says: 'no', args: async (world) => ({ ...(await ofRevision(world)), passphrase: VAULT_WORDS.passphrase }) },
  'protection.change': {
    says: 'no',
    args: async (world) => ({ ...(await ofRevision(world)), secret, passphrase: VAULT_WORDS.passphrase }),
  },
  'protection.renew': { says: 'no', args: async (world) => ({ ...(await ofRevision(world)), secret }) },
  'protection.remove': { says: 'no', args: async (world) => ({ ...(await ofRevision(world)), secret }) },
  'clipboard.copied': { says: 'no', args: () => Promise.resolve({ print: 'a'.repeat(64) }) },
  'vault.status': { says: 'no', args: ofDocument },
  'vault.stay': { says: 'no', args: ofDocument },
  'vault.lock': { says: 'no', args: ofDocument },
  'vault.notes': { says: 'vault', args: ofDocument },
  'vault.create': { says: 'no', args: async (world) => ({ ...(await ofRevision(world)), passphrase: VAULT_WORDS.passphrase }) },
  'vault.unlock': { says: 'no', args: async (world) => ({ ...(await ofRevision(world)), secret }) },
  'vault.system': { says: 'no', args: ofDocument },
  'vault.systemOn': { says: 'no', args: ({ documentId }) => Promise.resolve({ documentId, secret }) },
  'vault.systemOff': { says: 'no', args: ofDocument },
  'vault.unlockHere': { says: 'no', args: ofRevision },
  'vault.mend': { says: 'no', args: async (world) => ({ ...(await ofRevision(world)), secret }) },
  'vault.change': { says: 'no', args: async (world) => ({ ...(await ofRevision(world)), secret, passphrase: VAULT_WORDS.passphrase }) },
  'vault.renew': { says: 'no', args: async (world) => ({ ...(await ofRevision(world)), secret }) },
  'vault.write': {
    says: 'no',
    args: async (world) => ({
      ...(await ofRevision(world)),
      record: { table: 'privateNotes', id: null, date: DATE, ...NO_LINKS, ...NO_LINKS, sessionId, text: VAULT_WORDS.note },
    }),
  },
  'vault.own': { says: 'no', args: async (world) => ({ ...(await ofRevision(world)), record: { table: 'privateNotes', id: NOTE_ID } }) },
  'vault.remove': { says: 'no', args: async (world) => ({ ...(await ofRevision(world)), record: { table: 'privateNotes', id: NOTE_ID } }) },
  'presentation.enter': { says: 'no', args: () => Promise.resolve({ unnoted: null }) },
  'presentation.cleared': { says: 'no', args: nothing },
  'presentation.sealed': { says: 'no', args: nothing },
  'presentation.leave': { says: 'desk', args: () => Promise.resolve({ secret: null }) },
};

/** What main sends by itself. `opened` gives the window a file as `project.open` does. */
export const EVENTS: Readonly<Record<EventName, MaySay>> = {
  saveState: 'no',
  opened: 'desk',
  closing: 'no',
  vaultLocked: 'no',
  library: 'no',
};

/** After these the file no longer belongs to the window, or its notebook is locked: they are called once, with the notebook unlocked. */
export const LEAVING: readonly Channel[] = [
  'app.start',
  'app.quit',
  'project.create',
  'project.choose',
  'project.example',
  'project.open',
  'project.close',
  'project.allowChanges',
  'project.saveElsewhere',
  'conflict.answer',
  'attempt.open',
  'attempt.unlock',
  'attempt.recover',
  'traces.leave',
  'vault.lock',
  'presentation.enter',
];
