// What the built window and its bridge hold: no schema library, no door to Node.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { beforeAll, describe, expect, it } from 'vitest';

import { ensureBuild } from '../../.ci/build.mjs';

const out = path.resolve(import.meta.dirname, '../../out');
const ZOD = /ZodError|\$ZodType|zod\/v4/;

const scriptsUnder = (folder: string): string =>
  readdirSync(path.join(out, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.c?js$/.test(file))
    .map((file) => readFileSync(path.join(out, folder, file), 'utf8'))
    .join('\n');

describe('the build', () => {
  beforeAll(async () => expect(await ensureBuild()).toBe(true), 120_000);

  it('keeps zod out of the window, and the mark to know it by is right', () => {
    expect(scriptsUnder('renderer')).not.toMatch(ZOD);
    expect(readFileSync(path.resolve(import.meta.dirname, '../../node_modules/zod/v4/core/errors.js'), 'utf8') + readFileSync(path.resolve(import.meta.dirname, '../../node_modules/zod/v4/core/schemas.js'), 'utf8')).toMatch(ZOD);
  });

  it('gives the sandbox one plain script that requires Electron alone', () => {
    expect(readdirSync(path.join(out, 'preload'))).toEqual(['electron.cjs']);
    const bridge = scriptsUnder('preload');
    expect([...bridge.matchAll(/require\(["'`]([^"'`]+)["'`]\)/g)].map(([, name]) => name)).toEqual(['electron']);
    expect(bridge).not.toMatch(ZOD);
  });

  it('loads every part of the page from the page itself', () => {
    const page = readFileSync(path.join(out, 'renderer/index.html'), 'utf8');
    expect(page).not.toMatch(/<script(?![^>]*\bsrc=)/);
    expect(page).not.toMatch(/(src|href)="(https?:)?\/\//);
    expect(page).not.toMatch(/<style|\sstyle="|\son\w+="/);
  });
});
