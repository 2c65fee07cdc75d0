// I4 E-14: the palette puts what is called so first, and none of its groups is called as another.
import { beforeAll, describe, expect, it } from 'vitest';
import { fr } from '@domain/text/fr.ts';
import { paletteGroups } from '../../../renderer/shell/palette-items.ts';
import { adopt } from '../../../renderer/state/project.ts';
import { bringTexts } from '../../../renderer/state/texts.ts';
import { windowStore } from '../../../renderer/state/window-state.ts';
import { openProject } from '../../support/open-project.ts';
import { recordFor } from '../../support/loose-pieces.ts';

const opened = openProject();
const { accompaniment } = opened.document;
const person = recordFor('people', 'per-traore', { name: 'Awa Traoré' });
const timeShare = recordFor('organisations', 'org-temps', { name: 'Temps partagé 77' });
const decision = recordFor('decisions', 'dec-charte', { title: 'Signer la charte', number: '2026-01' });
const action = (id: string) => recordFor('actions', id, { title: `Rappeler Mme Traoré au sujet du budget ${id}` });
const six = Object.fromEntries(['a1', 'a2', 'a3', 'a4', 'a5', 'a6'].map((id) => [id, action(id)]));

beforeAll(async () => {
  await bringTexts('fr');
  windowStore.set({ settings: { ...windowStore.get().settings, theme: 'light' } });
  adopt({
    ...opened,
    document: {
      ...opened.document,
      accompaniment: {
        ...accompaniment,
        people: { ...accompaniment.people, [person.id]: person },
        organisations: { ...accompaniment.organisations, [timeShare.id]: timeShare },
        actions: six,
        decisions: { [decision.id]: decision },
      } as typeof accompaniment,
    },
  });
});

const idsOf = (sought: string): readonly string[] => paletteGroups(sought, fr).map(({ id }) => id);

describe('the palette', () => {
  it.each(['traoré', 'TRAORE', 'awa traore'])('I4 shows the person who is called %s above the actions that name her', (sought) => {
    expect(idsOf(sought)[0]).toBe('found-people');
  });

  it('I4 shows a structure that is called so above the screens and commands that only hold the word', () => {
    expect(idsOf('temps').slice(0, 2)).toEqual(['found-organisations', 'go']);
  });

  it('I4 shows a screen that begins with the words above every record', () => {
    expect(idsOf('séances')[0]).toBe('go');
  });

  it('I4 I8 tells groups and items apart, so that nothing stays that was found for other words', () => {
    for (const sought of ['', 'a', 'actions', 'traoré', 'rappeler']) {
      const groups = paletteGroups(sought, fr);
      const ids = [...groups, ...groups.flatMap(({ items }) => items)].map(({ id }) => id);
      expect(ids).toEqual([...new Set(ids)]);
    }
  });

  it.each([
    ['avenant', 'Jours et temps', 'ajouter un avenant'],
    ['compte rendu', 'Documents', 'compte rendu'],
    ['reunion', 'Séances', 'réunions'],
  ])('I4 leads from “%s” to the screen where it is done', (sought, label, aside) => {
    const screens = paletteGroups(sought, fr).find(({ id }) => id === 'go');

    expect(screens?.items.map((item) => [item.label, item.aside])).toEqual([[label, aside]]);
  });

  it('I3 finds a decision by its number, and shows it', () => {
    const [first] = paletteGroups('d-2026-01', fr);

    expect(first?.id).toBe('found-decisions');
    expect(first?.items[0]?.aside).toMatch(/^D-2026-01/);
  });

  it('I4 has no two groups of one name', () => {
    for (const sought of ['', 'a', 'actions', 'traoré']) {
      const titles = paletteGroups(sought, fr).map(({ title }) => title);
      expect(new Set(titles).size).toBe(titles.length);
    }
  });

  it.each(['\u00ad', '\u200b \ufeff', ' '])('I3 takes a search of nothing that one can see (%j) for none', (sought) => {
    expect(idsOf(sought)).toEqual(idsOf(''));
  });
});
