// Puts a mandate in a few words: its state, with whom, until when.
import { type Mandate, type MandateMatter, type Standing, standingOf } from '@domain/collective/mandates.ts';
import type { Catalogue } from '@domain/text/fr.ts';
import type { CalendarDate } from '@domain/units.ts';
import { useTexts } from '../../state/texts.ts';
import { useLocale } from '../../state/window-state.ts';
import type { CollectiveView } from './collective-view.ts';
import { nearDate } from './near-date.ts';

export type MandateWords = { readonly text: string; readonly detail: string; readonly tone: 'none' | 'plain' | 'good' | 'warn' | 'bad' };

const TONES: Readonly<Record<Standing, MandateWords['tone']>> = {
  todo: 'warn',
  late: 'warn',
  lapsed: 'warn',
  informed: 'plain',
  consulted: 'plain',
  agreed: 'good',
  refused: 'bad',
};

/** @returns a function that puts a mandate on the given matter in words, or says that there is none */
export function useMandateWords(view: CollectiveView): (about: MandateMatter, mandate: Mandate | undefined) => MandateWords {
  const catalogue = useTexts();
  const locale = useLocale();
  return (about, mandate) => {
    if (mandate === undefined) return { text: catalogue.collective.mandateNone, detail: '', tone: 'none' };
    const standing = standingOf(mandate, view.today);
    const person = mandate.personId === null ? '' : (view.accompaniment.people[mandate.personId]?.name ?? '');
    const isNamed = about === 'commitment' && standing === 'agreed' && person !== '';
    const when = dated(catalogue, { mandate, standing, date: (day) => nearDate(day, view.today, locale) });
    const text = isNamed ? person : when;
    return {
      text,
      detail: detailOf(catalogue, { mandate, standing, person: isNamed ? '' : person, date: (day) => nearDate(day, view.today, locale) }),
      tone: TONES[standing],
    };
  };
}

type Dated = { readonly mandate: Mandate; readonly standing: Standing; readonly date: (day: CalendarDate) => string };

function dated(catalogue: Catalogue, { mandate, standing, date }: Dated): string {
  const { collective: texts } = catalogue;
  const state = mandateState(catalogue, mandate.about, mandate.state);
  if (standing === 'lapsed' && mandate.until !== null) return texts.mandateOn(texts.mandateLapsed, date(mandate.until));
  if (mandate.on === null) return state;
  if (standing === 'late') return texts.mandateOverdue(state, date(mandate.on));
  return mandate.state === 'todo' ? texts.mandateBefore(state, date(mandate.on)) : texts.mandateOn(state, date(mandate.on));
}

function detailOf({ collective: texts }: Catalogue, { mandate, standing, person, date }: Dated & { readonly person: string }): string {
  const until = mandate.until === null || standing === 'lapsed' ? '' : texts.mandateUntil(date(mandate.until));
  return [person, mandate.limit, until].filter((part) => part !== '').join(', ');
}

/** @returns the state in the words of the trade, which differ for a team */
function mandateState({ collective: texts, tables }: Catalogue, about: MandateMatter, state: Mandate['state']): string {
  return about === 'team' ? texts.teamState[state] : tables.mandates.choices.state[state];
}
