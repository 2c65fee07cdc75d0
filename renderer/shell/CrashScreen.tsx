// Shown instead of a screen that broke, or instead of everything when the window has lost main.
import { Component, type ReactNode } from 'react';
import { Button } from '../kit/Button.tsx';
import { texts, useTexts } from '../state/texts.ts';

type CrashProps = {
  readonly title: string;
  readonly text: string;
  readonly onResume: (() => void) | null;
  readonly children?: ReactNode;
};

/** Says what happened, what is safe, and offers to go on. */
export function CrashScreen({ title, text, onResume, children }: CrashProps) {
  const { crash } = useTexts();
  return (
    <div className="crash" role="alert">
      <h1>{title}</h1>
      <p className="crash-words">{text}</p>
      {children}
      {onResume ? (
        <Button kind="main" onPress={onResume}>
          {crash.restart}
        </Button>
      ) : null}
    </div>
  );
}

type BoundaryProps = {
  readonly children: ReactNode;
  /** What to do on resuming, besides drawing again. */
  readonly onResume?: () => void;
};
type BoundaryState = { readonly isBroken: boolean };

/** Keeps a broken screen from breaking the whole window. Mounted again for another screen, it starts fresh. */
export class ErrorBoundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { isBroken: false };

  static getDerivedStateFromError(): Partial<BoundaryState> {
    return { isBroken: true };
  }

  resume(): void {
    this.props.onResume?.();
    this.setState({ isBroken: false });
  }

  override render(): ReactNode {
    if (!this.state.isBroken) return this.props.children;
    const { crash } = texts();
    return <CrashScreen title={crash.title} text={crash.explanation} onResume={() => this.resume()} />;
  }
}
