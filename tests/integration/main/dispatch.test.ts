// K1: no malformed message from the window reaches a handler, and every good one does.
import { type Args, CHANNEL_NAMES, type Channel } from '@contract/channels.ts';
import type { Failure } from '@domain/failures.ts';
import { ok } from '@domain/result.ts';
import { minutes } from '@domain/units.ts';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { createDispatch, type Handlers } from '../../../main/contract/dispatch.ts';
import { anyCommand, anyDate } from '../../support/arbitraries.ts';
import { countedIds } from '../../support/context.ts';
import { DRAFT, startedDocument } from '../../support/documents.ts';
import { TINY_PICTURE } from '../../support/pictures.ts';
import { LEVELS } from '@domain/levels/level.ts';

vi.mock('../../../main/vault/derive-key.ts', async () => import('../../model/cheap-derivation.ts'));

const DOCUMENT_ID = 'document-1';
const REVISION = 7;
const document = startedDocument();

const token = fc.constantFrom('token-0001', 'token-0002', 'token-0003');
const ofDocument = fc.constant({ documentId: DOCUMENT_ID });
const ofRevision = token.map((commandId) => ({ documentId: DOCUMENT_ID, commandId, baseRevision: REVISION }));
const locale = fc.constantFrom('fr' as const, 'en' as const);
const nothing = fc.constant({});
const secret = fc.constantFrom(
  { kind: 'passphrase' as const, passphrase: 'une phrase à moi' },
  { kind: 'recovery' as const, recoveryKey: 'ABCDE-FGHJK' },
);
const perhapsSecret = fc.option(secret).map((opened) => (opened === null ? {} : { secret: opened }));

const BACKUP_ID = 'n12~2026-04-14T12-32-07.000Z~r3~theirs~d45~0123456789abcdef';
const ofSession = fc.constantFrom('session' as const, 'decisions' as const).map((kind) => ({ kind, sessionId: 'session-1' }));
const level = fc.constantFrom(...LEVELS);
const giving = fc.record({
  level,
  personIds: fc.array(fc.constant('person-1'), { maxLength: 2 }),
  others: fc.constantFrom('', 'Mairie de Melun'),
});
const ofPeriod = <K extends 'days' | 'workbook'>(...kinds: readonly K[]) =>
  fc.record({ kind: fc.constantFrom(...kinds), from: fc.option(anyDate, { nil: null }), to: fc.option(anyDate, { nil: null }) });

/** Valid messages of each channel. */
const VALID: { readonly [C in Channel]: fc.Arbitrary<Args<C>> } = {
  'app.start': nothing,
  'app.settled': fc.record({ unsent: fc.nat() }),
  'app.quit': nothing,
  'library.list': nothing,
  'library.choose': nothing,
  'project.choose': nothing,
  'project.example': nothing,
  'settings.save': fc.record({
    settings: fc.record({
      locale,
      theme: fc.constantFrom('system', 'light', 'dark'),
      hidesFirstSteps: fc.boolean(),
      locksAfter: fc.constantFrom(2, 5, 10, 30),
    }),
  }),
  'profile.save': fc.record({
    profile: fc.record({
      name: fc.constant('Sonia Nadir'),
      function: fc.string({ unit: 'grapheme-ascii', maxLength: 20 }),
      organisation: fc.constant(''),
      letterhead: fc.constant(''),
      logo: fc.constant(''),
      email: fc.constant(''),
      minutesPerDay: fc.integer({ min: 1, max: 1440 }),
      scheme: fc.constantFrom('dla', 'coorace', 'blank'),
    }),
  }),
  'project.create': fc.constantFrom('dla', 'coorace', 'blank').map((scheme) => ({ draft: { ...DRAFT, scheme } })),
  'library.timeChoices': token.map((entryId) => ({ entryId })),
  'library.addTime': fc.record({
    entryId: token,
    commandId: token,
    time: fc.record({
      date: anyDate,
      minutes: fc.integer({ min: 1, max: 1440 }).map(minutes),
      kindId: fc.constant('kind-1'),
      status: fc.constantFrom('done', 'planned'),
      envelopeId: fc.constantFrom(null, 'envelope-1'),
      phaseId: fc.constantFrom(null, 'phase-1'),
      sessionId: fc.constantFrom(null, 'session-1'),
      note: fc.constantFrom('', 'Relecture'),
      justification: fc.constant(''),
    }),
  }),
  'project.open': token.map((entryId) => ({ entryId })),
  'project.read': ofDocument,
  'project.run': fc.tuple(ofRevision, anyCommand(document)).map(([base, command]) => ({ ...base, command })),
  'project.undo': ofRevision,
  'project.redo': ofRevision,
  'project.save': ofDocument,
  'project.close': fc.boolean().map((evenUnsaved) => ({ documentId: DOCUMENT_ID, evenUnsaved })),
  'project.allowChanges': ofDocument,
  'project.saveElsewhere': ofDocument,
  'backups.list': ofDocument,
  'attempt.read': nothing,
  'gone.list': nothing,
  'gone.open': token.map((goneId) => ({ goneId })),
  'gone.forget': token.map((goneId) => ({ goneId })),
  'backups.read': fc.constant({ documentId: DOCUMENT_ID, backupId: BACKUP_ID }),
  'backups.open': perhapsSecret.map((opened) => ({ documentId: DOCUMENT_ID, backupId: BACKUP_ID, ...opened })),
  'backups.save': perhapsSecret.map((opened) => ({ documentId: DOCUMENT_ID, backupId: BACKUP_ID, ...opened })),
  'backups.dismiss': fc.constant({ documentId: DOCUMENT_ID, backupId: BACKUP_ID }),
  'backups.restore': ofRevision.map((base) => ({ ...base, backupId: BACKUP_ID })),
  'conflict.read': perhapsSecret.map((opened) => ({ documentId: DOCUMENT_ID, ...opened })),
  'conflict.answer': fc
    .tuple(fc.constantFrom('both', 'theirs', 'mine'), perhapsSecret)
    .map(([answer, opened]) => ({ documentId: DOCUMENT_ID, answer, ...opened })),
  'attempt.open': fc.tuple(token, fc.constantFrom('read-only', 'take-over', 'again')).map(([attemptId, how]) => ({ attemptId, how })),
  'attempt.unlock': fc.tuple(token, secret).map(([attemptId, opened]) => ({ attemptId, secret: opened })),
  'attempt.accept': fc.tuple(token, fc.option(secret)).map(([attemptId, opened]) => ({ attemptId, secret: opened })),
  'attempt.recover': fc
    .tuple(token, fc.constantFrom(null, BACKUP_ID), fc.option(secret))
    .map(([attemptId, backupId, opened]) => ({ attemptId, backupId, secret: opened })),
  'document.save': fc
    .tuple(ofRevision, fc.record({ request: fc.oneof(ofSession, ofPeriod('days', 'workbook')), locale, giving }))
    .map(([base, asked]) => ({ ...base, ...asked })),
  'document.preview': fc.record({
    documentId: fc.constant(DOCUMENT_ID),
    request: fc.oneof(ofSession, ofPeriod('days')),
    locale,
    readers: level,
  }),
  'document.open': token.map((documentToken) => ({ documentToken })),
  'attachments.read': ofDocument,
  'attachments.choose': fc
    .tuple(ofRevision, fc.constantFrom(null, 'session-1'), fc.boolean())
    .map(([base, sessionId, isBeyond]) => ({ ...base, sessionId, isBeyond })),
  'attachments.add': ofRevision.map((base) => ({ ...base, sessionId: null, isBeyond: false, name: 'charte.txt', data: 'Q2hhcnRl' })),
  'attachments.open': fc.constant({ documentId: DOCUMENT_ID, attachmentId: 'attachment-1' }),
  'attachments.save': fc.tuple(ofRevision, giving).map(([base, given]) => ({ ...base, attachmentId: 'attachment-1', giving: given })),
  'logo.choose': nothing,
  'logo.add': ofRevision.map((base) => ({ ...base, of: 'funder', name: 'DLA 77', picture: TINY_PICTURE })),
  'export.save': fc
    .tuple(ofRevision, giving, fc.constantFrom('json', 'csv'))
    .map(([base, given, form]) => ({ ...base, giving: given, form })),
  'copy.save': fc.tuple(ofRevision, giving).map(([base, given]) => ({ ...base, giving: given })),
  'register.read': ofDocument,
  'register.open': fc.constant({ documentId: DOCUMENT_ID, givenId: 'given-0001' }),
  'register.save': fc.constant({ documentId: DOCUMENT_ID, givenId: 'given-0001' }),
  'register.changes': fc.record({
    documentId: fc.constant(DOCUMENT_ID),
    givenId: fc.constant('given-0001'),
    request: fc.oneof(ofSession, ofPeriod('days', 'workbook')),
    locale,
    readers: level,
  }),
  'traces.read': ofDocument,
  'traces.leave': ofDocument,
  'history.read': fc
    .constantFrom(null, { table: 'sessions' as const, id: 'session-1' })
    .map((record) => ({ documentId: DOCUMENT_ID, record, skip: 0 })),
  'protection.status': ofDocument,
  'protection.set': ofRevision.map((base) => ({ ...base, passphrase: 'une phrase à moi' })),
  'protection.change': fc.tuple(ofRevision, secret).map(([base, opened]) => ({ ...base, secret: opened, passphrase: 'une autre phrase' })),
  'protection.renew': fc.tuple(ofRevision, secret).map(([base, opened]) => ({ ...base, secret: opened })),
  'protection.remove': fc.tuple(ofRevision, secret).map(([base, opened]) => ({ ...base, secret: opened })),
  'clipboard.copied': fc.constant({ print: 'a'.repeat(64) }),
  'vault.status': ofDocument,
  'vault.stay': ofDocument,
  'vault.lock': ofDocument,
  'vault.notes': ofDocument,
  'vault.create': ofRevision.map((base) => ({ ...base, passphrase: 'une phrase à moi' })),
  'vault.unlock': fc.tuple(ofRevision, secret).map(([base, opened]) => ({ ...base, secret: opened })),
  'vault.system': ofDocument,
  'vault.systemOn': secret.map((opened) => ({ documentId: DOCUMENT_ID, secret: opened })),
  'vault.systemOff': ofDocument,
  'vault.unlockHere': ofRevision.map((base) => ({ ...base, isKeyAccepted: true })),
  'vault.mend': fc.tuple(ofRevision, secret).map(([base, opened]) => ({ ...base, secret: opened })),
  'vault.change': fc.tuple(ofRevision, secret).map(([base, opened]) => ({ ...base, secret: opened, passphrase: 'une autre phrase' })),
  'vault.renew': fc.tuple(ofRevision, secret).map(([base, opened]) => ({ ...base, secret: opened })),
  'vault.write': fc
    .tuple(
      ofRevision,
      fc.record({
        table: fc.constant('privateNotes' as const),
        id: fc.constantFrom(null, 'note-1'),
        date: anyDate,
        sessionId: fc.constantFrom(null, 'session-1'),
        organisationId: fc.constantFrom(null, 'organisation-1'),
        personId: fc.constantFrom(null, 'person-1'),
        conflictId: fc.constantFrom(null, 'conflict-1'),
        text: fc.constantFrom('Deux lignes\nde texte', ''),
      }),
    )
    .map(([base, record]) => ({ ...base, record })),
  'vault.own': ofRevision.map((base) => ({ ...base, record: { table: 'privateNotes' as const, id: 'note-1' } })),
  'vault.remove': ofRevision.map((base) => ({ ...base, record: { table: 'privateNotes' as const, id: 'note-1' } })),
  'presentation.enter': fc.record({
    unnoted: fc.option(fc.record({ documentId: fc.constant(DOCUMENT_ID), recoveryKey: fc.constant('ABCDE-FGHJK') })),
  }),
  'presentation.cleared': nothing,
  'presentation.sealed': nothing,
  'presentation.leave': fc.record({ secret: fc.option(secret) }),
};

type Path = readonly (string | number)[];
type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** The position of an object or a value in a message. */
function places(value: unknown, path: Path = []): readonly { readonly path: Path; readonly value: unknown }[] {
  const own = [{ path, value }];
  if (typeof value !== 'object' || value === null) return own;
  return [...own, ...Object.entries(value).flatMap(([key, inner]) => places(inner, [...path, key]))];
}

function withAt(value: unknown, path: Path, change: (old: unknown) => unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return change(value);
  if (Array.isArray(value)) return value.map((item: unknown, index) => (index === Number(key) ? withAt(item, rest, change) : item));
  const copy: Record<string, unknown> = { ...(value as object) };
  copy[key] = withAt(copy[key], rest, change);
  return copy;
}

/**
 * One change that makes a valid message invalid: another type, out of bounds, a key more or less, another document, a prototype key, a
 * past revision.
 */
function malformed(message: unknown): fc.Arbitrary<unknown> {
  const all = places(message);
  const objects = all.filter(({ value }) => typeof value === 'object' && value !== null && !Array.isArray(value));
  const leaves = all.filter(({ value }) => typeof value !== 'object' || value === null);
  const changes: fc.Arbitrary<unknown>[] = [
    fc.constantFrom(null, undefined, 'text', 7, [], true).map((wrong) => wrong as unknown),
    fc.constantFrom(...objects).map(({ path }) => withAt(message, path, (old) => ({ ...(old as object), extra: 1 }))),
    fc
      .constantFrom(...objects)
      .map(({ path }) =>
        withAt(message, path, (old) =>
          Object.defineProperty({ ...(old as object) }, '__proto__', { value: { polluted: true }, enumerable: true }),
        ),
      ),
    fc.constantFrom(...objects).map(({ path }) => withAt(message, path, () => 'not an object')),
  ];
  if (leaves.length > 0) {
    const wrong: fc.Arbitrary<unknown> = fc.constantFrom(
      {},
      [],
      Number.NaN,
      1.5,
      -1,
      -1e300,
      '\ud800',
      '../../etc/passwd\u0000',
      'é'.repeat(250_000),
      Symbol.iterator.toString().repeat(20_000),
    );
    changes.push(
      fc
        .tuple(fc.constantFrom(...leaves), wrong)
        .filter(([{ path }, value]) => isWrongThere(path, value))
        .map(([{ path }, value]) => withAt(message, path, () => value)),
    );
  }
  if (isOfDocument(message)) changes.push(fc.constantFrom('document-2', 'x', '').map((documentId) => ({ ...message, documentId })));
  if (isOfRevision(message))
    changes.push(fc.constantFrom(0, REVISION - 1, REVISION + 1, -1, 0.5, '7').map((baseRevision) => ({ ...message, baseRevision })));
  return fc.oneof(...changes);
}

/**
 * Short odd text is fine in free text; only values that no field of the contract accepts count as malformed. An amendment may remove
 * minutes.
 */
function isWrongThere(path: Path, value: unknown): boolean {
  if (value === -1 && path.at(-1) === 'minutes') return false;
  return typeof value !== 'number' || !Number.isInteger(value) || value < 0;
}

function isOfDocument(message: unknown): message is { readonly documentId: string } {
  return typeof message === 'object' && message !== null && 'documentId' in message;
}

function isOfRevision(message: unknown): message is { readonly baseRevision: number } {
  return typeof message === 'object' && message !== null && 'baseRevision' in message;
}

function countingDispatch() {
  const reached = new Map<Channel, number>();
  const handlers = Object.fromEntries(
    CHANNEL_NAMES.map((channel) => [
      channel,
      () => {
        reached.set(channel, (reached.get(channel) ?? 0) + 1);
        return Promise.resolve(ok(null));
      },
    ]),
  ) as unknown as Handlers; // each handler only counts
  const admit = ({ documentId, baseRevision }: { readonly documentId: string; readonly baseRevision: number | null }): Failure | null => {
    if (documentId !== DOCUMENT_ID) return { code: 'document-unknown' };
    return baseRevision === null || baseRevision === REVISION ? null : { code: 'stale', revision: REVISION };
  };
  const bugs: string[] = [];
  return { dispatch: createDispatch({ handlers, admit, newId: countedIds(), onBug: (id) => bugs.push(id) }), reached, bugs };
}

/** Malformed messages in each channel: about 76,000 with 66 channels. */
const PER_CHANNEL = 1_150;

describe('the contract', () => {
  it.each(CHANNEL_NAMES)(
    `K1 lets none of ${PER_CHANNEL} malformed messages reach the handler of %s, and every good one`,
    async (channel) => {
      const { dispatch, reached, bugs } = countingDispatch();
      let good = 0;
      let bad = 0;
      const through: Json[] = [];
      const pairs = VALID[channel].chain((valid) => malformed(valid).map((wrong) => ({ valid, wrong })));

      await fc.assert(
        fc.asyncProperty(pairs, async ({ valid, wrong }) => {
          if (bad % 4 === 0) {
            good += 1;
            await dispatch(channel, valid);
          }
          const before = reached.get(channel) ?? 0;
          const reply = await dispatch(channel, wrong);
          bad += 1;
          if (reply.ok || (reached.get(channel) ?? 0) !== before) through.push((JSON.stringify(wrong) ?? 'undefined').slice(0, 300));
        }),
        { numRuns: PER_CHANNEL },
      );

      expect(through).toEqual([]);
      expect([reached.get(channel), bad, bugs]).toEqual([good, PER_CHANNEL, []]);
    },
    60_000,
  );

  it('K1 malforms more than twenty thousand messages in all', () => {
    expect(CHANNEL_NAMES.length * PER_CHANNEL).toBeGreaterThan(20_000);
  });

  it.each(['project', 'toString', '__proto__', '', null, undefined, 3, {}])('K1 refuses %j as a channel', async (channel) => {
    expect(await countingDispatch().dispatch(channel, {})).toMatchObject({ ok: false, failure: { code: 'channel-unknown' } });
  });

  it('K5 turns a bug into an id and logs nothing of what was typed', async () => {
    const logged: unknown[] = [];
    const handlers = Object.fromEntries(
      CHANNEL_NAMES.map((channel) => [channel, () => Promise.reject(new Error('Leïla Haddad'))]),
    ) as unknown as Handlers; // each handler fails
    const dispatch = createDispatch({
      handlers,
      admit: () => null,
      newId: countedIds('bug'),
      onBug: (id, channel) => logged.push([id, channel]),
    });

    expect(await dispatch('app.start', {})).toEqual({ ok: false, failure: { code: 'bug', id: 'bug-0000' } });
    expect(logged).toEqual([['bug-0000', 'app.start']]);
  });
});
