// A button that chooses another library folder, and what Home shows when the chosen one cannot be listed.
import type { Library } from '@contract/library.ts';
import type { Result } from '@domain/result.ts';
import { Button } from '../../kit/Button.tsx';
import { Card } from '../../kit/Card.tsx';
import { EmptyState } from '../../kit/EmptyState.tsx';
import { call } from '../../state/bridge.ts';
import { sayFailure } from '../../state/messages.ts';
import { useTexts } from '../../state/texts.ts';
import { FindGone } from './GoneFiles.tsx';

type ChooseProps = { readonly onListed: (reply: Result<Library>) => void };

/** If the choice is cancelled or cannot be kept, the previous folder stays. */
export function ChooseFolder({ onListed }: ChooseProps) {
  const { home } = useTexts();
  const choose = async (): Promise<void> => {
    const reply = await call('library.choose', {});
    if (reply.ok) onListed(reply);
    else sayFailure(reply.failure);
  };
  return (
    <Button kind="quiet" onPress={() => void choose()}>
      {home.library}
    </Button>
  );
}

type TroubleProps = ChooseProps & { readonly title: string; readonly text: string; readonly onRetry: () => void };

/** Does not suggest a first accompaniment: the folder may hold years of work that is only out of reach. */
export function FolderTrouble({ title, text, onRetry, onListed }: TroubleProps) {
  const { shell } = useTexts();
  return (
    <Card>
      <EmptyState title={title} text={text}>
        <Button onPress={onRetry}>{shell.tryAgain}</Button>
        <ChooseFolder onListed={onListed} />
        <FindGone />
      </EmptyState>
    </Card>
  );
}
