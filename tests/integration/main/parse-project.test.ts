// A1, A7: reading files strictly, whatever they contain.
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expectOk } from '@domain/result.ts';
import type { Document } from '@domain/document.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildExample } from '../../../.ci/example/build.ts';
import { FORMAT_VERSION, serialiseProject } from '../../../main/files/envelope.ts';
import { realFileSystem } from '../../../main/files/file-system.ts';
import { parseProject } from '../../../main/files/parse-project.ts';
import { readProjectFile } from '../../../main/files/read-project-file.ts';
import { keyFromPassphrase, passphraseSlot } from '../../../main/vault/key-slots.ts';
import { FileSealer } from '../../../main/vault/file-sealer.ts';
import { startedDocument } from '../../support/documents.ts';
import { HEADER, projectOnDisk, rewriteWithDigest } from '../../support/projects.ts';
import { temporaryFolder } from '../../support/worlds.ts';

const EXAMPLE = await buildExample();
const codeOf = async (bytes: Uint8Array) => {
  const parsed = await parseProject(bytes, { name: 'x.tierce' });
  return parsed.ok ? 'ok' : parsed.failure.code;
};

describe('the example', () => {
  it('I8 is the file in resources, built from its readable source', async () => {
    expect((await readFile('resources/examples/offre-commune.tierce')).equals(EXAMPLE)).toBe(true);
  });

  it('A1 opens and is written again to the same bytes', async () => {
    const parsed = expectOk(await parseProject(EXAMPLE, { name: 'x.tierce' }));

    expect(serialiseProject(parsed, null).equals(EXAMPLE)).toBe(true);
  });

  it('A1 holds one record per line, which other programs can read', () => {
    const lines = EXAMPLE.toString('utf8')
      .split('\n')
      .filter((line) => line.startsWith('"exemple-'));

    expect(lines.length).toBeGreaterThan(200);
    for (const line of lines)
      expect(() => {
        JSON.parse(`{${line.replace(/,$/, '')}}`);
      }).not.toThrow();
  });
});

describe('a file that is not as it should be', () => {
  it.each([
    ['', 'file-empty'],
    ['hello', 'file-not-tierce'],
    ['{}', 'file-not-tierce'],
    ['[]', 'file-not-tierce'],
    ['null', 'file-not-tierce'],
    ['{"format":"other"}', 'file-not-tierce'],
    ['\u0000\u0001\u0002', 'file-not-tierce'],
    ['{"format": "tierce", "formatVersion": 1}', 'file-truncated'],
    ['{"format":"tierce","formatVersion":99}', 'file-newer'],
  ])('A7 A11 refuses %j as %s', async (text, code) => {
    expect(await codeOf(Buffer.from(text))).toBe(code);
  });

  it('A11 tells a file cut at any point, and never takes it for whole', async () => {
    for (let length = 1; length < EXAMPLE.byteLength; length += 997) {
      expect(['file-truncated', 'file-not-tierce']).toContain(await codeOf(EXAMPLE.subarray(0, length)));
    }
  });

  it('A11 sees every flipped bit that it is shown', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: EXAMPLE.byteLength - 1 }), fc.integer({ min: 0, max: 7 }), async (at, bit) => {
        const damaged = Buffer.from(EXAMPLE);
        damaged.writeUInt8(damaged.readUInt8(at) ^ (1 << bit), at);
        expect(await codeOf(damaged)).not.toBe('ok');
      }),
      { numRuns: 400 },
    );
  });

  it('A7 refuses a file of a newer version untouched and names the version', async () => {
    const { path } = await projectOnDisk();
    await rewriteWithDigest(path, (text) => text.replace(`"formatVersion": ${FORMAT_VERSION}`, `"formatVersion": ${FORMAT_VERSION + 1}`));
    const before = await readFile(path);

    expect(await readProjectFile(realFileSystem, path)).toMatchObject({
      failure: { code: 'file-newer', version: FORMAT_VERSION + 1, supported: FORMAT_VERSION },
    });
    expect((await readFile(path)).equals(before)).toBe(true);
  });

  it.each([
    ['an unknown field of a record', (text: string) => text.replace('"scheme":', '"sneaky":1,"scheme":'), 'mission'],
    ['an unknown table', (text: string) => text.replace('"phases":', '"surprises": {},\n"phases":'), 'surprises'],
    ['a missing table', (text: string) => text.replace(/"decisions": \{\},\n/, ''), 'decisions'],
    ['a value of another kind', (text: string) => text.replace('"minutesPerDay":420', '"minutesPerDay":"420"'), 'envelopes'],
    ['a reference to nobody', (text: string) => text.replace(/"officerId":"[^"]+"/, '"officerId":"nobody-there"'), 'mission'],
    ['a record under another id', (text: string) => text.replace(/"single": \{"id":"single"/, '"single": {"id":"double"'), 'mission'],
    ['a prototype as a record', (text: string) => text.replace('"gates": {}', '"gates": {"__proto__": {"id":"x"}}'), 'gates'],
    ['a prototype as a table', (text: string) => text.replace('"gates": {}', '"gates": {},\n"__proto__": {}'), '__proto__'],
    ['a prototype as a key of the envelope', (text: string) => text.replace('"revision":', '"__proto__": {},\n"revision":'), '__proto__'],
    ['a key of the envelope too many', (text: string) => text.replace('"revision":', '"extra": 1,\n"revision":'), 'record'],
  ])('A1 refuses %s even under a digest that fits', async (_what, change, where) => {
    const { path } = await projectOnDisk();
    await rewriteWithDigest(path, change);

    const read = await readProjectFile(realFileSystem, path);

    expect(read).toMatchObject({ ok: false, failure: { code: 'file-damaged' } });
    if (!read.ok && read.failure.code === 'file-damaged' && where !== 'record') expect(read.failure.where).toContain(where);
  });

  it('A11 says of a folder, a missing file and one without rights what they are', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'dossier.tierce'));
    await writeFile(join(folder, 'interdit.tierce'), EXAMPLE);
    await chmod(join(folder, 'interdit.tierce'), 0);
    const code = async (name: string) => {
      const read = await readProjectFile(realFileSystem, join(folder, name));
      return read.ok ? 'ok' : read.failure.code;
    };

    expect([await code('dossier.tierce'), await code('absent.tierce')]).toEqual(['file-is-folder', 'file-not-found']);
    expect(process.getuid?.() === 0 ? 'disk-denied' : await code('interdit.tierce')).toBe('disk-denied');
  });

  it('A11 survives any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.uint8Array({ maxLength: 300 }),
          fc.json().map((text) => Buffer.from(text)),
        ),
        async (bytes) => {
          expect(await codeOf(bytes)).not.toBe('ok');
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('a wholly sealed file', () => {
  it('A12 shows nothing of its content, opens with its passphrase alone, and keeps the ciphertext of what did not change', async () => {
    const document = startedDocument();
    const key = Buffer.alloc(32, 7);
    const slot = expectOk(await passphraseSlot('sealed-file-ring', key, 'une phrase de passe à accents'));
    const header = { ...HEADER, keys: { file: { id: 'sealed-file-ring', slots: [slot] }, vault: null } };
    const sealer = new FileSealer(header.fileId, key);

    const { accompaniment } = document;
    const bytes = serialiseProject({ header, document }, sealer);
    const again = serialiseProject(
      {
        header,
        document: {
          ...document,
          accompaniment: { ...accompaniment, mission: { single: { ...accompaniment.mission.single, need: 'Autre' } } },
        } as Document,
      },
      sealer,
    );

    expect(bytes.includes('Relais du Val')).toBe(false);
    expect(await codeOf(bytes)).toBe('file-sealed');
    const withPassphrase = (passphrase: string) =>
      parseProject(bytes, {
        name: 'x',
        keyOf: (head) => (head.keys.file === null ? Promise.reject(new Error('no ring')) : keyFromPassphrase(head.keys.file, passphrase)),
      });
    expect(expectOk(await withPassphrase('une phrase de passe a\u0300 accents')).document).toEqual(document);
    expect(await withPassphrase('une autre phrase')).toMatchObject({ failure: { code: 'passphrase-wrong' } });
    const blocks = (text: Buffer): readonly string[] => text.toString().match(/^"[0-9a-f]{32}": "[^"]+"/gm) ?? [];
    const kept = blocks(again).filter((block) => blocks(bytes).includes(block));
    expect([blocks(again).length, blocks(bytes).length, kept.length]).toEqual([3, 3, 2]);
  });
});
