// I5, A2: a failure of the disk names what Tierce keeps for itself in the language of the reader; main writes no such word.
import { OWN_PLACES } from '@domain/failures.ts';
import { catalogueOf } from '@domain/text/catalogue.ts';
import { failureText } from '@domain/text/failure-texts.ts';
import { LOCALES } from '@domain/text/locale.ts';
import { expect, it } from 'vitest';

it.each(LOCALES)('I5 A2 says in %s what is full, and leaves the name of a file as it is', (locale) => {
  const { failures } = catalogueOf(locale);
  const said = (name: string) => failureText(failures, { code: 'disk-full', name });

  for (const [place, name] of Object.entries(OWN_PLACES)) {
    expect(said(name)).toContain(failures.places[place as keyof typeof OWN_PLACES]);
    expect(said(name)).not.toContain(name);
  }
  expect(said('journal')).toContain('journal');
  expect(said('Offre.tierce')).toContain('Offre.tierce');
});
