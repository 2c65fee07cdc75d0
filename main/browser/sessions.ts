// Who may speak to the loopback server: a code good for one exchange, then one bearer at a time.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

export const CODE_LIFE_MS = 60_000;
/** Where somebody has to read first. */
export const PATIENT_CODE_LIFE_MS = 30 * 60_000;

type Code = { readonly digest: Buffer; readonly expiresAt: number };

/** Digests make both sides the same length, which `timingSafeEqual` asks for, and keep no secret longer than needed. */
const digestOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();
const newSecret = (): string => randomBytes(32).toString('base64url');

export type Sessions = {
  /** @returns a new code; the one before is worth nothing from then on. @param lifeMs for how long it can be exchanged, in milliseconds */
  readonly issueCode: (lifeMs?: number) => string;
  /** @returns a bearer for a code that is fresh and unused, else `null`; the bearer before is worth nothing from then on. */
  readonly exchange: (code: string) => string | null;
  readonly isBearer: (token: string) => boolean;
};

/** @param now milliseconds of a clock that only goes forward */
export function createSessions(now: () => number): Sessions {
  let code: Code | null = null;
  let bearer: Buffer | null = null;
  return {
    issueCode(lifeMs = CODE_LIFE_MS) {
      const secret = newSecret();
      code = { digest: digestOf(secret), expiresAt: now() + lifeMs };
      return secret;
    },
    exchange(given) {
      const held = code;
      if (held === null || now() > held.expiresAt || !timingSafeEqual(held.digest, digestOf(given))) return null;
      code = null;
      const token = newSecret();
      bearer = digestOf(token);
      return token;
    },
    isBearer: (token) => bearer !== null && timingSafeEqual(bearer, digestOf(token)),
  };
}
