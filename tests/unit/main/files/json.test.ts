// A11, A12: JSON that anybody may have written.
import { expect, it } from 'vitest';
import { isObject, jsonOf, objectIn, valueIn } from '../../../../main/files/json.ts';

it('A11 is its value, and undefined where it is none', () => {
  expect(['[1]', 'null', '{"a": 1}', '', 'nul', '{"a":'].map(valueIn)).toEqual([[1], null, { a: 1 }, undefined, undefined, undefined]);
});

it('A11 A12 is an object, or nothing: a list, a word and nothing at all are none', () => {
  expect(['{"a": 1}', '{}', '[1]', '"a"', '3', 'null', 'nul'].map(objectIn)).toEqual([{ a: 1 }, {}, null, null, null, null, null]);
  expect([{}, [], null, undefined, 'a'].map(isObject)).toEqual([true, false, false, false, false]);
});

it('A11 is text again, or nothing where it is nested deeper than text can be made of', () => {
  const deep = valueIn(`${'['.repeat(50_000)}${']'.repeat(50_000)}`);

  expect([jsonOf({ a: [1] }), jsonOf(null), jsonOf(deep)]).toEqual(['{"a":[1]}', 'null', null]);
});
