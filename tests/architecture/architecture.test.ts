// The sources follow the rules of the house, and each rule is shown to fail on a small tree that breaks it.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { RULES } from './rules.ts';
import { importsOf, readSources, withoutComments } from './source-tree.ts';

const root = path.resolve(import.meta.dirname, '../..');
const fixtures = path.join(import.meta.dirname, 'fixtures');
const slug = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');

describe('the sources', () => {
  const sources = readSources(root);

  it('are all there to be judged', () => {
    for (const room of ['domain/', 'main/', 'preload/', 'renderer/'])
      expect(sources.filter(({ file }) => file.startsWith(room)).length).toBeGreaterThan(2);
    expect(sources.flatMap(({ imports }) => imports).length).toBeGreaterThan(sources.length);
  });

  it('import files that exist', () => {
    const missing = sources.flatMap(({ file, imports }) =>
      imports
        .filter((one) => one.file !== null && !existsSync(path.join(root, one.file.replace(/\?.*$/, ''))))
        .map((one) => `${file} imports ${one.from}`),
    );

    expect(missing).toEqual([]);
  });

  it.each(Object.entries(RULES))('%s', (_, rule) => {
    expect(rule(sources)).toEqual([]);
  });
});

describe('each rule can fail', () => {
  it.each(Object.entries(RULES))('%s', (name, rule) => {
    const sources = readSources(path.join(fixtures, slug(name)));
    const breaking = sources.map(({ file }) => file).filter((file) => file.includes('breaks'));

    const broken = rule(sources);

    expect(breaking.length).toBeGreaterThan(0);
    expect(breaking.filter((file) => !broken.some((one) => one.includes(file)))).toEqual([]);
    expect(broken.every((one) => one.includes('breaks'))).toBe(true);
  });

  it('has no fixture without a rule', () => {
    expect(readdirSync(fixtures).toSorted()).toEqual(Object.keys(RULES).map(slug).toSorted());
  });
});

describe('the reader of imports', () => {
  const read = (code: string) => importsOf(withoutComments(code), 'renderer/kit/A.tsx');

  it('sees every form of import', () => {
    const found = read(`import a, { b as c } from './b.ts';
      import type { D } from "@contract/d.ts";
      import { type E, type F } from '@domain/e.ts';
      import {
        G,
        type H,
      } from '../g.ts';
      export * from './h.ts';
      export { i } from './i.ts';
      import './j.css';
      const k = await import('k');
      import * as l from 'l';`);

    expect(found.map(({ from, isTypeOnly }) => [from, isTypeOnly])).toEqual([
      ['./b.ts', false],
      ['@contract/d.ts', true],
      ['@domain/e.ts', true],
      ['../g.ts', false],
      ['./h.ts', false],
      ['./i.ts', false],
      ['l', false],
      ['./j.css', false],
      ['k', false],
    ]);
    expect(found[0]).toMatchObject({ file: 'renderer/kit/b.ts', names: ['a', 'b'] });
    expect(found[1]?.file).toBe('preload/contract/d.ts');
  });

  it('does not take comments and texts for imports', () => {
    expect(read("// import a from 'a';\n/* import b from 'b'; */ const c = 'http://x'; const d = `it says: nothing`;")).toEqual([]);
  });
});
