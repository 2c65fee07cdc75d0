// Who may talk to the loopback server: a code that is good for one exchange, then one bearer at a time.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

export const CODE_LIFE_MS = 60_000;
/** For a page that has to be read first. In milliseconds. */
export const PATIENT_CODE_LIFE_MS = 30 * 60_000;

type Code = { readonly digest: Buffer; readonly expiresAt: number };

/** Digests make both sides the same length, which `timingSafeEqual` requires, and keep no secret longer than needed. */
const digestOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();
const newSecret = (): string => randomBytes(32).toString('base64url');

export type Sessions = {
  /** @returns a new code; the previous one becomes invalid. @param lifeMs for how long it can be exchanged, in milliseconds */
  readonly issueCode: (lifeMs?: number) => string;
  /** @returns a bearer for a fresh, unused code, else `null`; the previous bearer becomes invalid */
  readonly exchange: (code: string) => string | null;
  readonly isBearer: (token: string) => boolean;
};

/** @param now milliseconds of a monotonic clock */
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
