// Whether presentation mode is on, and what it holds back: the one judge of what the window is told and of who may see its pixels.
import type { Channel } from '@contract/channels.ts';
import type { UnnotedKey } from '@contract/presentation.ts';
import type { Failure } from '@domain/failures.ts';
import { isOfNotebook, namesPrivateTable, SEALING_CHANNEL, shownReply } from '@domain/presentation/withhold.ts';
import { refuse, type Result } from '@domain/result.ts';
import type { Dispatch } from '../contract/dispatch.ts';

/** off; sealing: on, and what was being typed may still be sealed; on. */
type Stage = 'off' | 'sealing' | 'on';

/** Besides the whole notebook. Recovery keys of the file would be shown once, and to everybody; the profile here has lost its words. */
const WAITING: readonly Channel[] = ['profile.save', 'protection.set', 'protection.change', 'protection.renew', 'protection.remove'];

export class Presentation {
  readonly #applyShield: (isShielded: boolean) => void;
  #stage: Stage = 'off';
  /** Files whose notebook was open when the mode began, or was made while it did. */
  readonly #held = new Set<string>();
  #unnoted: UnnotedKey | null = null;
  #isShieldWanted = false;
  /** Whether the window still shows what it showed before, as far as is known. */
  #isUnclear = false;
  #isShielded = false;

  /** @param applyShield hides the window from captures, or shows it to them */
  constructor(applyShield: (isShielded: boolean) => void) {
    this.#applyShield = applyShield;
  }

  get isOn(): boolean {
    return this.#stage !== 'off';
  }

  /** Files whose passphrase is asked for before the mode ends, if they are still open then. */
  get held(): readonly string[] {
    return [...this.#held];
  }

  get unnoted(): UnnotedKey | null {
    return this.#unnoted;
  }

  /** @param open files whose notebook is open */
  begin(open: readonly string[], unnoted: UnnotedKey | null): void {
    if (this.isOn) return;
    this.#stage = 'sealing';
    this.#isUnclear = this.#isShielded;
    for (const documentId of open) this.#held.add(documentId);
    this.#unnoted = unnoted;
  }

  /** Keeps a recovery key that was made while the mode began: nobody has seen it. */
  keepUnseen(key: UnnotedKey): void {
    this.#held.add(key.documentId);
    this.#unnoted = key;
  }

  /** The window shows nothing private any more: only now may it be captured. */
  cleared(): void {
    this.#isUnclear = false;
    this.#shield();
  }

  /** Nothing more is to be sealed. */
  sealed(): void {
    if (this.isOn) this.#stage = 'on';
  }

  end(): void {
    this.#stage = 'off';
    this.#held.clear();
    this.#unnoted = null;
    this.#shield();
  }

  /** Takes whether anything private may be on the screen. Content protection blackens a shared window: in the mode it is off. */
  shield(isWanted: boolean): void {
    this.#isShieldWanted = isWanted;
    this.#shield();
  }

  /** @returns why a message is refused in the mode; `null` if it is not */
  refusalOf(channel: unknown, args: unknown): Failure | null {
    if (!this.isOn || typeof channel !== 'string') return null;
    if (channel === SEALING_CHANNEL && this.#stage === 'sealing') return null;
    const isWaiting = isOfNotebook(channel) || WAITING.some((one) => one === channel);
    return isWaiting || asksOfPrivate(args) ? { code: 'presenting' } : null;
  }

  /** @returns a reply as the window may have it now */
  shown(channel: unknown, reply: Result<unknown>): Result<unknown> {
    return this.isOn ? shownReply(String(channel), reply) : reply;
  }

  #shield(): void {
    const isShielded = this.isOn ? this.#isUnclear : this.#isShieldWanted;
    if (isShielded === this.#isShielded) return;
    this.#isShielded = isShielded;
    this.#applyShield(isShielded);
  }
}

/** A command on a record, or the history of one. */
function asksOfPrivate(args: unknown): boolean {
  if (typeof args !== 'object' || args === null) return false;
  return Object.entries(args).some(([key, part]) => (key === 'table' ? namesPrivateTable(part) : asksOfPrivate(part)));
}

/** @returns the same dispatch, which in the mode refuses what is private and lets nothing of it out */
export function withholding(presentation: Presentation, dispatch: Dispatch): Dispatch {
  return async (channel, args) => {
    const refusal = presentation.refusalOf(channel, args);
    return refusal === null ? presentation.shown(channel, await dispatch(channel, args)) : refuse(refusal);
  };
}
