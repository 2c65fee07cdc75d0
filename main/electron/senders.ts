// Decides whether a message comes from the window's own page: its main frame, at the own address.
import { isOwnAddress } from './requests.ts';

export type SenderFacts = {
  /** Address of the frame; empty or `null` once it has navigated away or is being torn down. */
  readonly frameUrl: string | null;
  readonly isMainFrame: boolean;
  readonly isOwnWindow: boolean;
};

/** @returns whether the message may be heard; an unknown address is a refusal. */
export function isTrustedSender({ frameUrl, isMainFrame, isOwnWindow }: SenderFacts): boolean {
  return isOwnWindow && isMainFrame && frameUrl !== null && isOwnAddress(frameUrl);
}
