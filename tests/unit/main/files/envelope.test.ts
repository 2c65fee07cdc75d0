// A1 A3: the bytes of a file: readable JSON, one record per line, always the same for the same project, with a digest.
import { applyChanges, emptyDocument } from '@domain/document.ts';
import { historyOf } from '@domain/history/history.ts';
import { describe, expect, it } from 'vitest';
import {
  DIGEST_LINE_BYTES,
  digestLine,
  digestOf,
  digestWrittenIn,
  FORMAT_VERSION,
  projectContent,
  serialiseProject,
  type Writable,
} from '../../../../main/files/envelope.ts';
import { FileSealer } from '../../../../main/vault/file-sealer.ts';
import { CHARTER_IN_FILE, CHARTER_SHA, projectWithCharter } from '../../../support/attached-charter.ts';
import { HEADER, SEALED_HEADER, SEALING_KEY } from '../../../support/header.ts';
import { recordFor, RENAMED, SMALL } from '../../../support/loose-pieces.ts';

const PROFILE = recordFor('profile', 'single', { name: 'Inès', minutesPerDay: 420 });
const PERSON = applyChanges(emptyDocument('person'), [{ table: 'profile', id: 'single', before: null, after: PROFILE }]);
const text = (project: Writable) => serialiseProject(project, null).toString('utf8');
const sealer = () => new FileSealer(HEADER.fileId, SEALING_KEY);

describe('a plain file', () => {
  it('A1 is JSON with a line for each thing that it says, in an order of its own', () => {
    const file = text({ header: HEADER, document: PERSON });

    expect(file.split('\n')).toEqual([
      '{',
      '"format": "tierce",',
      `"formatVersion": ${FORMAT_VERSION},`,
      '"kind": "person",',
      '"fileId": "test-file-1",',
      '"copyOf": null,',
      '"revision": 0,',
      '"savedBy": "Sonia Nadir",',
      '"savedAt": "2026-04-14T12:32:07.000Z",',
      '"keys": {"file":null,"vault":null},',
      '"accompaniment": {',
      '',
      '},',
      '"desk": {',
      '"profile": {',
      '"single": {"id":"single","name":"Inès","function":"","organisation":"","letterhead":"","logo":"","email":"","minutesPerDay":420,"scheme":"dla"}',
      '}',
      '},',
      '"vault": {',
      '',
      '},',
      '"history": [],',
      '"attachments": {},',
      expect.stringMatching(/^"digest": "[0-9a-f]{64}"$/),
      '}',
      '',
    ]);
    expect(() => JSON.parse(file) as unknown).not.toThrow();
  });

  it('A1 holds its history and what is attached', () => {
    const file = JSON.parse(text({ ...projectWithCharter(SMALL), history: historyOf([RENAMED]) })) as Record<string, unknown>;

    expect([file['history'], file['attachments']]).toEqual([[RENAMED], { [CHARTER_SHA]: { bytes: 6, data: CHARTER_IN_FILE } }]);
  });

  it('A3 ends in the digest of all that stands above it', () => {
    const bytes = serialiseProject({ header: HEADER, document: SMALL }, null);

    expect(digestWrittenIn(bytes)).toBe(digestOf(bytes.subarray(0, -DIGEST_LINE_BYTES)));
    expect(digestOf('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'); // FIPS 180-2, B.1
  });
});

describe('a sealed file', () => {
  it('A12 says no more than it must, with a block on each line', () => {
    const file = serialiseProject({ header: SEALED_HEADER, document: SMALL }, sealer()).toString('utf8');
    const form = file
      .replaceAll(/"[0-9a-f]{32}": "[^"]+"/g, 'BLOCK')
      .replace(/"manifest": "[^"]+"/, 'MANIFEST')
      .replace(/"[0-9a-f]{64}"/, 'DIGEST');

    expect(form.split('\n')).toEqual([
      '{',
      '"format": "tierce",',
      `"formatVersion": ${FORMAT_VERSION},`,
      '"kind": "accompaniment",',
      '"fileId": "test-file-1",',
      '"revision": 0,',
      `"keys": ${JSON.stringify(SEALED_HEADER.keys)},`,
      'MANIFEST,',
      '"blocks": {',
      'BLOCK,',
      'BLOCK,',
      'BLOCK',
      '},',
      '"attachments": {},',
      '"digest": DIGEST',
      '}',
      '',
    ]);
  });
});

describe('the content of a file in parts', () => {
  const large = { bytes: 65_536, encoded: Buffer.alloc(65_536, 'A'), name: CHARTER_SHA, isSealed: false };
  const project = (encoded = large.encoded) => ({
    ...projectWithCharter(SMALL),
    contents: new Map([[CHARTER_SHA, { ...large, encoded }]]),
  });

  it('A3 is that of the file in one piece, with its digest', async () => {
    const { parts, digest } = await projectContent(project(), null);

    expect(Buffer.concat(parts)).toEqual(serialiseProject(project(), null));
    expect(digestWrittenIn(Buffer.concat(parts))).toBe(digest);
  });

  it('L2 has what is large as it is, and what is small put together', async () => {
    const smaller = large.encoded.subarray(1);
    const [{ parts }, { parts: joined }] = [await projectContent(project(), null), await projectContent(project(smaller), null)];

    expect([parts.length, parts[1] === large.encoded, joined.length]).toEqual([3, true, 1]);
  });
});

describe('the last lines of a file', () => {
  const digest = 'a'.repeat(64);

  it('A3 give the digest, right or wrong', () => {
    expect(digestLine(digest)).toBe(`"digest": "${digest}"\n}\n`);
    expect([DIGEST_LINE_BYTES, digestWrittenIn(Buffer.from(`x${digestLine(digest)}`))]).toEqual([79, digest]);
  });

  it.each([
    '',
    digestLine(digest).slice(1),
    `${digestLine(digest)} `,
    digestLine(digest).toUpperCase(),
    digestLine('a'.repeat(63)),
    digestLine(`g${'a'.repeat(63)}`),
  ])('A3 give none where they are others (%#)', (last) => {
    expect(digestWrittenIn(Buffer.from(`${'x'.repeat(90)}${last}`))).toBeNull();
  });
});
