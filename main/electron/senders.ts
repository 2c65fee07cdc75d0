// Decides whether a message comes from the window's own page: its main frame, at its own address.
import { isOwnAddress } from './requests.ts';

export type SenderFacts = {
  /** Address of the frame; empty or `null` once it has navigated away or is being torn down. */
  readonly frameUrl: string | null;
  readonly isMainFrame: boolean;
  readonly isOwnWindow: boolean;
};

/** @returns whether to accept the message; one with an unknown address is refused. */
export function isTrustedSender({ frameUrl, isMainFrame, isOwnWindow }: SenderFacts): boolean {
  return isOwnWindow && isMainFrame && frameUrl !== null && isOwnAddress(frameUrl);
}
