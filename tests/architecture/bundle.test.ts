// What the built window and its bridge contain: no schema library, no access to Node, and no more than needed at the start.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

import { LOCALES, type Locale } from '@domain/text/locale.ts';
import { beforeAll, describe, expect, it } from 'vitest';

import { ensureBuild } from '../../.ci/build.mjs';
import { SCREENS } from '../../renderer/state/screens.ts';

const out = path.resolve(import.meta.dirname, '../../out');
const ZOD = /ZodError|\$ZodType|zod\/v4/;

/** What the page starts with, and the texts of the heavier language: 830 kB when last measured. A screen, a family of fields or a second language more would show here. */
const HEAVIEST_START_BYTES = 850_000;

const page = (): string => readFileSync(path.join(out, 'renderer/index.html'), 'utf8');
const assets = (): readonly string[] => readdirSync(path.join(out, 'renderer/assets'));
const sizeOf = (asset: string): number => statSync(path.join(out, 'renderer/assets', asset)).size;
const textsIn = (locale: Locale): readonly string[] => assets().filter((file) => file.startsWith(`${locale}-`) && file.endsWith('.js'));

const scriptsUnder = (folder: string): string =>
  readdirSync(path.join(out, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.c?js$/.test(file))
    .map((file) => readFileSync(path.join(out, folder, file), 'utf8'))
    .join('\n');

describe('the build', () => {
  beforeAll(async () => expect(await ensureBuild()).toBe(true), 120_000);

  it('keeps zod out of the window, and the mark to know it by is right', () => {
    expect(scriptsUnder('renderer')).not.toMatch(ZOD);
    expect(
      readFileSync(path.resolve(import.meta.dirname, '../../node_modules/zod/v4/core/errors.js'), 'utf8') +
        readFileSync(path.resolve(import.meta.dirname, '../../node_modules/zod/v4/core/schemas.js'), 'utf8'),
    ).toMatch(ZOD);
  });

  it('gives the sandbox one plain script that requires Electron alone', () => {
    expect(readdirSync(path.join(out, 'preload'))).toEqual(['electron.cjs']);
    const bridge = scriptsUnder('preload');
    expect([...bridge.matchAll(/require\(["'`]([^"'`]+)["'`]\)/g)].map(([, name]) => name)).toEqual(['electron']);
    expect(bridge).not.toMatch(ZOD);
  });

  it('loads every part of the page from the page itself', () => {
    expect(page()).not.toMatch(/<script(?![^>]*\bsrc=)/);
    expect(page()).not.toMatch(/(src|href)="(https?:)?\/\//);
    expect(page()).not.toMatch(/<style|\sstyle="|\son\w+="/);
  });

  it.each(SCREENS.filter(({ load }) => load !== 'with the window').map(({ name }) => name))(
    'keeps the screen %s in a part of its own',
    (name) => {
      const part = `${name.slice(0, 1).toUpperCase()}${name.slice(1)}Screen-`;

      expect(assets().filter((file) => file.startsWith(part) && file.endsWith('.js'))).toHaveLength(1);
      expect(page()).not.toContain(part);
    },
  );

  it.each(LOCALES)('keeps the texts in %s in a part of its own', (locale) => {
    expect(textsIn(locale)).toHaveLength(1);
    expect(page()).not.toContain(textsIn(locale)[0]);
  });

  it('L8 starts the window with one script, and the texts of one language', () => {
    const first = [...page().matchAll(/(?:src|href)="\.\/assets\/([^"]+\.js)"/g)].map(([, file]) => sizeOf(file ?? ''));
    const texts = LOCALES.flatMap(textsIn).map(sizeOf);

    expect(first).toHaveLength(1);
    expect(first.reduce((sum, bytes) => sum + bytes, Math.max(...texts))).toBeLessThan(HEAVIEST_START_BYTES);
  });

  it('has one sheet of styles, whose layers come in their order', () => {
    const sheets = assets().filter((file) => file.endsWith('.css'));
    const [order] =
      /@layer ([^;{]+);/.exec(readFileSync(path.resolve(import.meta.dirname, '../../renderer/styles/layers.css'), 'utf8'))?.slice(1) ?? [];

    expect(sheets).toHaveLength(1);
    const layers = [...readFileSync(path.join(out, 'renderer/assets', sheets[0] ?? ''), 'utf8').matchAll(/@layer ([a-z]+)/g)].map(
      ([, layer]) => layer,
    );
    expect([...new Set(layers)]).toEqual(order?.split(', '));
  });
});
