// I4: how the palette calls the last places: by their record, with the screen that it stands under.
import { beforeAll, expect, it } from 'vitest';
import { fr } from '@domain/text/fr.ts';
import { lastPlaces } from '../../../renderer/shell/palette-records.ts';
import { adopt } from '../../../renderer/state/project.ts';
import type { Route } from '../../../renderer/state/route.ts';
import { bringTexts } from '../../../renderer/state/texts.ts';
import { windowStore } from '../../../renderer/state/window-state.ts';
import { firstId } from '../../support/documents.ts';
import { openProject } from '../../support/open-project.ts';

const opened = openProject();
const { sessions, phases, organisations } = opened.document.accompaniment;
const phase = Object.values(phases)[0]?.title ?? '';
const organisation = Object.values(organisations)[0]?.name ?? '';

beforeAll(() => bringTexts('fr'));

function namesAfter(...routes: readonly Route[]): readonly string[] {
  adopt(opened);
  windowStore.set({ route: { screen: 'home' }, visited: { documentId: opened.documentId, routes } });
  return lastPlaces(fr).map(({ label, aside }) => `${label} | ${aside}`);
}

it('I4 are called by their record', () => {
  expect(
    namesAfter(
      { screen: 'session', sessionId: firstId(sessions) },
      { screen: 'documents', sessionId: firstId(sessions) },
      { screen: 'frame', phaseId: firstId(phases) },
      { screen: 'collective', organisationId: firstId(organisations) },
    ),
  ).toEqual([
    'Enjeux de chaque structure | Séances · jeu. 2 avr. 2026',
    'Enjeux de chaque structure | Documents · jeu. 2 avr. 2026',
    `${phase} | Cadre et phases`,
    `${organisation} | Collectif`,
  ]);
});

it('I4 are called by their screen without one, and not at all when it is gone', () => {
  expect(
    namesAfter(
      { screen: 'overview' },
      { screen: 'collective', organisationId: '-' },
      { screen: 'frame' },
      { screen: 'session', sessionId: 'gone' },
    ),
  ).toEqual(['Vue d’ensemble | ', 'Sans structure | Collectif', 'Cadre et phases | ']);
});
