// Tests of the code and the bearer token of the browser shell.
import { describe, expect, it } from 'vitest';

import { CODE_LIFE_MS, createSessions, PATIENT_CODE_LIFE_MS } from '../../../../main/browser/sessions.ts';

function withClock() {
  let time = 0;
  return { sessions: createSessions(() => time), pass: (milliseconds: number) => void (time += milliseconds) };
}

describe('createSessions', () => {
  it('gives a bearer for a fresh code', () => {
    const { sessions, pass } = withClock();
    const code = sessions.issueCode();
    pass(CODE_LIFE_MS);

    const bearer = sessions.exchange(code);

    expect(bearer).toMatch(/^[\w-]{43}$/);
    expect(sessions.isBearer(bearer ?? '')).toBe(true);
  });

  it('takes a code once', () => {
    const { sessions } = withClock();
    const code = sessions.issueCode();
    sessions.exchange(code);

    expect(sessions.exchange(code)).toBeNull();
  });

  it('refuses a code after its minute', () => {
    const { sessions, pass } = withClock();
    const code = sessions.issueCode();
    pass(CODE_LIFE_MS + 1);

    expect(sessions.exchange(code)).toBeNull();
  });

  it('keeps a code longer where somebody has to read first, and no longer than that', () => {
    const { sessions, pass } = withClock();
    const first = sessions.issueCode(PATIENT_CODE_LIFE_MS);
    expect(PATIENT_CODE_LIFE_MS, 'time to read').toBeGreaterThan(10 * CODE_LIFE_MS);
    pass(PATIENT_CODE_LIFE_MS);
    expect(sessions.exchange(first)).not.toBeNull();

    const second = sessions.issueCode(PATIENT_CODE_LIFE_MS);
    pass(PATIENT_CODE_LIFE_MS + 1);
    expect(sessions.exchange(second)).toBeNull();
  });

  it('refuses a wrong code and keeps the right one good', () => {
    const { sessions } = withClock();
    const code = sessions.issueCode();

    expect(sessions.exchange('')).toBeNull();
    expect(sessions.exchange(`${code}x`)).toBeNull();
    expect(sessions.exchange(code)).not.toBeNull();
  });

  it('forgets a code when another is issued, and a bearer when another is given', () => {
    const { sessions } = withClock();
    const first = sessions.issueCode();
    const second = sessions.issueCode();
    expect(sessions.exchange(first)).toBeNull();
    const bearer = sessions.exchange(second) ?? '';

    sessions.exchange(sessions.issueCode());

    expect(sessions.isBearer(bearer)).toBe(false);
  });

  it('knows no bearer at the start', () => {
    expect(withClock().sessions.isBearer('')).toBe(false);
  });
});
