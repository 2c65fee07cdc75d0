// D12: what an empty field shows asks for something, and cannot be taken for what was noted.
import { readFileSync } from 'node:fs';
import { type Catalogue } from '@domain/text/fr.ts';
import { catalogueOf } from '@domain/text/catalogue.ts';
import { describe, expect, it } from 'vitest';

/** What the user is asked to do, or what is missing. */
const ASKS = {
  fr: /^(?:L’abréger|Ajouter|Compter|Dire|Donner|Écrire|Noter|Nommer)\P{L}|à préciser$/u,
  en: /^(?:Add|Count|Give|Name|Note|Say|Shorten|Write)\P{L}|to be stated$/u,
} as const;

const shownIn = ({ session, frame, collective, logos, report, start, attachments }: Catalogue): readonly string[] => [
  session.adoptionPlaceholder,
  session.purposeEmpty,
  session.givenToEmpty,
  session.accountEmpty,
  session.actionPlaceholder,
  session.personPlaceholder,
  session.placeEmpty,
  session.linkEmpty,
  collective.shortNameEmpty,
  collective.legalFormEmpty,
  collective.sectorEmpty,
  collective.jobsEmpty,
  collective.fteHundredthsEmpty,
  collective.territoryEmpty,
  collective.noteEmpty,
  ...Object.values(collective.portraitEmpty),
  frame.needEmpty,
  frame.orderEmpty,
  frame.expectedResultsEmpty,
  frame.inheritedDiagnosticEmpty,
  frame.commissionerEmpty,
  frame.territoryEmpty,
  frame.circulationEmpty,
  frame.kickOffNoteEmpty,
  frame.followUpNoteEmpty,
  frame.objectiveEmpty,
  frame.meansEmpty,
  frame.synthesisEmpty,
  logos.letterheadEmpty,
  report.forWhomEmpty,
  start.structureFormPlaceholder,
  attachments.notePlaceholder,
];

describe('what an empty field shows', () => {
  it('D12 asks for something in French', () => {
    expect(shownIn(catalogueOf('fr')).filter((text) => !ASKS.fr.test(text))).toEqual([]);
  });

  it('D12 asks for something in English', () => {
    expect(shownIn(catalogueOf('en')).filter((text) => !ASKS.en.test(text))).toEqual([]);
  });

  it('D12 is written otherwise than what stands in a field', () => {
    expect(readFileSync('renderer/styles/base.css', 'utf8')).toMatch(/::placeholder \{[^}]*font-style: italic;/);
  });
});
