// Tests of what the Electron window may request.
import { describe, expect, it } from 'vitest';

import { answerRequest, isOwnAddress, mayRequest } from '../../../../main/electron/requests.ts';

describe('isOwnAddress', () => {
  it('knows the window', () => {
    expect(isOwnAddress('tierce://app/')).toBe(true);
    expect(isOwnAddress('tierce://app/assets/index.js#x')).toBe(true);
  });

  it.each([
    '',
    'about:blank',
    'tierce://other/',
    'tierce://app:80/',
    'tierce://user@app/',
    'https://app/',
    'file:///etc/passwd',
    'tierce.example://app/',
  ])('does not take %j for it', (address) => {
    expect(isOwnAddress(address)).toBe(false);
  });
});

describe('mayRequest', () => {
  it.each(['tierce://app/index.html', 'blob:tierce://app/1', 'data:image/png;base64,AA=='])('lets %s through', (address) => {
    expect(mayRequest(address, false)).toBe(true);
  });

  it.each([
    'http://127.0.0.1:8080/',
    'https://example.org/',
    'ws://127.0.0.1/',
    'wss://example.org/',
    'ftp://example.org/',
    'file:///etc/passwd',
    'devtools://devtools/',
    'chrome-extension://a/',
    'nonsense',
  ])('refuses %s', (address) => {
    expect(mayRequest(address, false)).toBe(false);
  });

  it('lets the developer tools load while the application is developed', () => {
    expect(mayRequest('devtools://devtools/bundled/index.html', true)).toBe(true);
    expect(mayRequest('http://127.0.0.1/', true)).toBe(false);
  });
});

describe('answerRequest', () => {
  it('gives a file of the window', () => {
    expect(answerRequest('/w', { method: 'GET', url: 'tierce://app/assets/a.css' })).toEqual({
      status: 200,
      asset: { file: '/w/assets/a.css', contentType: 'text/css; charset=utf-8' },
    });
  });

  it('refuses another method, another host, a path outside', () => {
    expect(answerRequest('/w', { method: 'POST', url: 'tierce://app/index.html' }).status).toBe(405);
    expect(answerRequest('/w', { method: 'GET', url: 'tierce://elsewhere/index.html' }).status).toBe(400);
    expect(answerRequest('/w', { method: 'GET', url: 'tierce://app/%2e%2e%2fsecret.js' }).status).toBe(404);
  });
});
