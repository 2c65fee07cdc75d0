// The four steps, with what was answered so far.
import { formatDays } from '@domain/format/durations.ts';
import { parseDays } from '@domain/time/parse-days.ts';
import { Icon } from '../../kit/Icon.tsx';
import { useTexts } from '../../state/texts.ts';
import { useLocale } from '../../state/window-state.ts';
import { type NewForm, organisationsOf, type Problems, STEPS, stepOf, type StepName } from './new-form.ts';

type StepListProps = {
  readonly form: NewForm;
  readonly problems: Problems;
  readonly step: StepName;
  readonly onStep: (step: StepName) => void;
};

/** The user can go to any step at any time. */
export function StepList({ form, problems, step, onStep }: StepListProps) {
  const { start } = useTexts();
  const answers = useAnswers(form);
  const names = { scheme: start.schemeStep, mission: start.missionStep, collective: start.collectiveStep, days: start.daysStep };
  const wrong = new Set((Object.keys(problems) as readonly (keyof NewForm)[]).map(stepOf)); // keys of a form's problems are its fields
  return (
    <ol aria-label={start.steps}>
      {STEPS.map((name, index) => {
        const isCurrent = name === step;
        const isAnswered = answers[name] !== '' && !isCurrent && !wrong.has(name);
        return (
          <li key={name}>
            <button
              type="button"
              className={`step${isCurrent ? ' step-current' : ''}`}
              aria-current={isCurrent ? 'step' : undefined}
              onClick={() => onStep(name)}
            >
              <span className={`step-mark${isAnswered ? ' step-done' : ''}${wrong.has(name) ? ' step-wrong' : ''}`} aria-hidden="true">
                {isAnswered ? <Icon name="check" size={12} /> : wrong.has(name) ? '!' : index + 1}
              </span>
              <span className="step-words">
                <span className="step-name">{names[name]}</span>
                <span className="step-answer">{answers[name] === '' ? (isCurrent ? '\u00a0' : start.later) : answers[name]}</span>
              </span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}

function useAnswers(form: NewForm): Readonly<Record<StepName, string>> {
  const { start, tables } = useTexts();
  const locale = useLocale();
  const days = parseDays(form.days);
  const structures = organisationsOf(form).length;
  return {
    scheme: tables.mission.choices.scheme[form.scheme],
    mission: form.title.trim() || form.territory.trim() || form.commissioner.trim(),
    collective: structures === 0 ? '' : start.structuresCount(structures),
    days: days === null || days === 0 ? '' : formatDays(days, locale),
  };
}
