// The named mutants must fit the code that they break: one that does not fit proves nothing.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { edited } from '../mutants/apply-edit.ts';
import { MUTANTS } from '../mutants/mutants.ts';

const root = path.join(import.meta.dirname, '../..');

it('every edit of a named mutant fits its file, in one place', () => {
  const unfit = MUTANTS.flatMap((mutant) => {
    const texts = new Map<string, string>();
    return [mutant, ...(mutant.and ?? [])].flatMap((edit) => {
      const after = edited(texts.get(edit.file) ?? readFileSync(path.join(root, edit.file), 'utf8'), edit);
      if (after === null) return [`${mutant.name}: ${edit.file}`];
      texts.set(edit.file, after);
      return [];
    });
  });

  expect(unfit).toEqual([]);
});

it('an edit fits however the lines are broken, and not where its code stands twice', () => {
  const broken = 'const a = make(\n  one,\n  two,\n);\nconst b = 1;';

  expect(edited(broken, { from: 'make(one, two)', to: 'made()' })).toBe('const a = made();\nconst b = 1;');
  expect(edited(`${broken}${broken}`, { from: 'make(one, two)', to: 'made()' })).toBeNull();
  expect(edited(broken, { from: 'make(one)', to: 'made()' })).toBeNull();
});
