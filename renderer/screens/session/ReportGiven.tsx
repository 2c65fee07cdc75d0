// To whom the report of the session is given, and until when remarks on it are awaited: both are printed in it.
import { InlineField } from '../../forms/InlineField.tsx';
import { Card } from '../../kit/Card.tsx';
import { useTexts } from '../../state/texts.ts';
import type { SessionProps } from './SessionScreen.tsx';

/** Left without a date, the report asks for remarks all the same. */
export function ReportGiven({ session }: Pick<SessionProps, 'session'>) {
  const { session: texts } = useTexts();
  return (
    <Card title={texts.reportGiven}>
      <div className="field-stack">
        <InlineField of="sessions.givenTo" record={session} placeholder={texts.givenToEmpty} />
        <InlineField of="sessions.remarksBy" record={session} />
      </div>
    </Card>
  );
}
