// I8: the sheet of shortcuts cannot lie: whoever presses the keys as they are printed on it gets what it says.
import { fr } from '@domain/text/fr.ts';
import { en } from '@domain/text/en.ts';
import { LOCALES } from '@domain/text/locale.ts';
import { describe, expect, it } from 'vitest';
import { guideIn } from '../../../../renderer/help/guide.ts';
import { FIELD_KEYS, shortcutGroups } from '../../../../renderer/help/shortcut-groups.ts';
import { ACTS, shortcutOf, type Shortcut } from '../../../../renderer/state/keys.ts';
import { NAVIGATION } from '../../../../renderer/state/screens.ts';

/** Presses keys as the sheet has them, `Ctrl K` for instance. */
function pressed(keys: string): Shortcut | null {
  const [key = '', modifier] = keys.split(' ').toReversed();
  const isDigit = /^\d$/.test(key);
  const event = { key: isDigit ? '&' : key, code: isDigit ? `Digit${key}` : '', keyCode: 0, isComposing: false };
  const shiftKey = key === '?';
  return shortcutOf({ ...event, shiftKey, ctrlKey: modifier === 'Ctrl', altKey: modifier === 'Alt', metaKey: false }, 'other');
}

describe('I8 the sheet of shortcuts', () => {
  const [everywhere, screens, fields] = shortcutGroups(fr, false);

  it('holds every act that has a shortcut, and its keys do it', () => {
    expect(everywhere?.lines.map(({ keys }) => pressed(keys))).toEqual(ACTS.map((act) => ({ act })));
  });

  it('holds every screen that has a digit, by its name', () => {
    const withDigit = NAVIGATION.filter(({ place }) => place.digit !== undefined);

    expect(screens?.lines.map(({ keys }) => pressed(keys))).toEqual(withDigit.map(({ place: { digit } }) => ({ digit })));
    expect(screens?.lines.map(({ words }) => words)).toEqual(withDigit.map(({ place: { title } }) => fr.navigation[title]));
  });

  it('E7 names no private screen in presentation mode, and no other loses its digit', () => {
    const [, presenting] = shortcutGroups(fr, true);

    expect(presenting?.lines).toEqual(screens?.lines.filter(({ id }) => id !== 'notebook'));
    expect(presenting?.lines).not.toEqual(screens?.lines);
  });

  it('holds the keys of fields, in both languages', () => {
    expect(fields?.lines.map(({ id }) => id)).toEqual([...FIELD_KEYS]);
    expect(shortcutGroups(en, false).map(({ lines }) => lines.map(({ id }) => id))).toEqual(
      shortcutGroups(fr, false).map(({ lines }) => lines.map(({ id }) => id)),
    );
  });
});

it.each(LOCALES)('I8 the guide in %s names no shortcut that is not on the sheet', (locale) => {
  const named = guideIn(locale).flatMap(({ text }) => text.match(/\b(?:(?:Ctrl|Shift) \S|Alt \d|F\d+)/g) ?? []);

  expect(new Set(named)).toEqual(new Set(['F1', 'F9', 'Ctrl ?', 'Ctrl K', 'Ctrl Z', 'Ctrl Y']));
  expect(named.filter((keys) => pressed(keys) === null)).toEqual([]);
});
