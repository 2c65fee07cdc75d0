// A preview of what the form will create: the phases with their dates and days.
import { formatPeriod } from '@domain/format/dates.ts';
import { formatDays } from '@domain/format/durations.ts';
import { planPhases } from '@domain/method/plan-phases.ts';
import { methodOf } from '../../state/methods.ts';
import { useTexts } from '../../state/texts.ts';
import { useLocale } from '../../state/window-state.ts';
import { grantOf, type NewForm } from './new-form.ts';

/** Follows the form as the user types. */
export function Ahead({ form }: { readonly form: NewForm }) {
  const { start } = useTexts();
  const locale = useLocale();
  const method = methodOf(form.scheme);
  const grant = grantOf(form);
  const planned = planPhases(method, form, grant);
  const isDated = planned.some((phase) => phase.startsOn !== null);
  return (
    <aside className="new-ahead" aria-label={start.ahead}>
      <h2 className="new-ahead-title">{start.ahead}</h2>
      <ol>
        {planned.map(({ phase, startsOn, endsOn, minutes }, index) => (
          <li key={phase.key} className="ahead-phase">
            <b className="ahead-name">
              {index + 1}. {phase.shortTitle}
            </b>
            <span className="number">{grant === null ? '' : formatDays(minutes / grant.minutesPerDay, locale)}</span>
            <span className="small quiet number ahead-dates">
              {startsOn === null || endsOn === null ? phase.objective : formatPeriod(startsOn, endsOn, locale)}
            </span>
          </li>
        ))}
      </ol>
      <p className="small quiet">
        {planned.length === 0 ? start.aheadBlank : isDated ? start.aheadNote(planned.length) : start.aheadNoDates}{' '}
        {planned.length > 0 ? start.usualMonths(method.usualMonths.from, method.usualMonths.to) : ''}
      </p>
    </aside>
  );
}
