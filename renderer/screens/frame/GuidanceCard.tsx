// The guidance of the method for a phase, in our own words, with its sources.
import { frenchSpaces } from '@domain/format/typography.ts';
import type { Guidance } from '@domain/method/method.ts';
import { Card } from '../../kit/Card.tsx';
import { useTexts } from '../../state/texts.ts';
import { useLocale } from '../../state/window-state.ts';

/** The texts of the method are in French, whatever the language of the window. */
export function GuidanceCard({ guidance }: { readonly guidance: Guidance }) {
  const { frame } = useTexts();
  const locale = useLocale();
  const parts = [
    [frame.guidanceObjectives, guidance.objectives],
    [frame.guidanceMeans, guidance.means],
    [frame.guidanceBrakes, guidance.brakes],
    [frame.guidanceAdvice, guidance.advice],
  ] as const;
  return (
    <Card title={frame.guidance} tone="sunken">
      <div className="guidance">
        {locale === 'fr' ? null : <p className="small quiet">{frame.methodInFrench}</p>}
        {parts
          .filter(([, sentences]) => sentences.length > 0)
          .map(([name, sentences]) => (
            <p key={name}>
              <b>{name}</b> <span lang="fr">{oneSentence(sentences)}</span>
            </p>
          ))}
        {guidance.sources.length === 0 ? null : (
          <p className="small quiet">{frame.guidanceSources(guidance.sources.map(frenchSpaces).join('\u202f; '))}</p>
        )}
      </div>
    </Card>
  );
}

/** @returns short notes joined into one sentence */
function oneSentence(notes: readonly string[]): string {
  return frenchSpaces(`${notes.map((note) => note.replace(/\.$/u, '')).join(' ; ')}.`);
}
