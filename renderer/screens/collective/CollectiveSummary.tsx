// Shown beside the map while no structure is chosen: which structures nobody may commit, and the latest moves.
import { firstOf } from '@domain/first-of.ts';
import { passages } from '@domain/collective/circles.ts';
import { openMatters } from '@domain/collective/mandates.ts';
import { Button } from '../../kit/Button.tsx';
import { goTo } from '../../state/navigation.ts';
import { useTexts } from '../../state/texts.ts';
import { useLocale } from '../../state/window-state.ts';
import { type CollectiveView, type Organisation, shortNameOf, type ViewProps } from './collective-view.ts';
import { nearDate } from './near-date.ts';
import { by, lastFirst } from '@domain/ordering.ts';

const MOST_MOVES = 5;
const MOST_NAMES = 4;

/** Each move leads to its structure. */
export function CollectiveSummary({ view }: ViewProps) {
  const { collective: texts } = useTexts();
  return (
    <>
      <h2 className="panel-title">{texts.nothingChosen}</h2>
      <p className="quiet small">{texts.nothingChosenText}</p>
      <section className="panel-part">
        <h3>{texts.mandates}</h3>
        <p className="summary-words">{useCommitments(view)}</p>
      </section>
      <section className="panel-part">
        <h3>{texts.lastMoves}</h3>
        <LastMoves view={view} />
      </section>
    </>
  );
}

function useCommitments(view: CollectiveView): string {
  const { collective: texts } = useTexts();
  const lacking = view.organisations.filter(
    ({ id }) =>
      ['core', 'partners'].includes(view.circleOf(id) ?? '') && openMatters(view.mandatesOf, id, view.today).includes('commitment'),
  );
  if (lacking.length === 0) return texts.allCommit;
  const { shown, others } = firstOf(lacking, MOST_NAMES);
  const names = shown.map(shortNameOf).join(', ');
  return texts.nobodyCommits(others > 0 ? texts.andOthers(names, others) : names);
}

function LastMoves({ view }: ViewProps) {
  const { collective: texts } = useTexts();
  const locale = useLocale();
  const latest = view.organisations
    .flatMap((organisation) => passages(view.movesOf(organisation.id)).map((passage) => ({ organisation, ...passage })))
    .filter(({ move }) => move.on <= view.today)
    .toSorted(lastFirst(by(({ move }) => move.on)))
    .slice(0, MOST_MOVES);
  if (latest.length === 0) return <p className="quiet small">{texts.noMoves}</p>;
  return (
    <ul>
      {latest.map(({ organisation, move, from }) => (
        <li key={move.id} className="summary-move small">
          <span className="number quiet">{nearDate(move.on, view.today, locale)}</span>
          <span>
            <NameButton organisation={organisation} />{' '}
            {from === null
              ? texts.arrival(texts.toCircle[move.circle])
              : texts.passage(texts.fromCircle[from], texts.toCircle[move.circle])}
          </span>
        </li>
      ))}
    </ul>
  );
}

function NameButton({ organisation }: { readonly organisation: Organisation }) {
  return (
    <Button kind="quiet" onPress={() => goTo({ screen: 'collective', organisationId: organisation.id })}>
      {shortNameOf(organisation)}
    </Button>
  );
}
