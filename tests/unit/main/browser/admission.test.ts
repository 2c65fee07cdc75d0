// Tests of each refusal of the loopback server.
import { describe, expect, it } from 'vitest';

import { admit, LARGEST_BODY_BYTES } from '../../../../main/browser/admission.ts';
import type { RequestFacts } from '../../../../main/browser/admission.ts';

const own = '127.0.0.1:5000';
const token = 'x'.repeat(43);
const page: RequestFacts = {
  method: 'GET',
  pathname: '/',
  host: own,
  origin: undefined,
  fetchSite: 'none',
  fetchMode: 'navigate',
  fetchDest: 'document',
  contentType: undefined,
  contentLength: undefined,
  authorization: undefined,
};
const call: RequestFacts = {
  ...page,
  method: 'POST',
  pathname: '/tierce/call',
  origin: `http://${own}`,
  fetchSite: 'same-origin',
  contentType: 'application/json',
  contentLength: '10',
  authorization: `Bearer ${token}`,
};

const asked = (request: RequestFacts) => admit(request, own, (given) => given === token);

describe('admit', () => {
  it('gives the page and its parts', () => {
    expect(asked(page)).toEqual({ road: 'asset' });
    expect(asked({ ...page, pathname: '/assets/a.js', fetchSite: 'same-origin', origin: `http://${own}` })).toEqual({ road: 'asset' });
  });

  it('hears the page', () => {
    expect(asked(call)).toEqual({ road: 'call' });
    expect(asked({ ...call, pathname: '/tierce/events' })).toEqual({ road: 'events' });
    expect(asked({ ...call, pathname: '/tierce/chooser' })).toEqual({ road: 'chooser' });
    expect(asked({ ...call, pathname: '/tierce/exchange', authorization: undefined })).toEqual({ road: 'exchange' });
  });

  it.each<[string, Partial<RequestFacts>, number]>([
    ['another host (rebinding)', { host: 'evil.example:5000' }, 403],
    ['the name of this computer', { host: 'localhost:5000' }, 403],
    ['another port', { host: '127.0.0.1:5001' }, 403],
    ['no host', { host: undefined }, 403],
    ['another origin', { origin: 'http://evil.example' }, 403],
    ['an opaque origin', { origin: 'null' }, 403],
    ['the own origin under https', { origin: `https://${own}` }, 403],
    ['no origin', { origin: undefined }, 403],
    ['a page of another site', { fetchSite: 'cross-site' }, 403],
    ['a page of another port', { fetchSite: 'same-site' }, 403],
    ['a form', { contentType: 'application/x-www-form-urlencoded' }, 415],
    ['plain text', { contentType: 'text/plain' }, 415],
    ['no length', { contentLength: undefined }, 400],
    ['a length that is no number', { contentLength: 'x' }, 400],
    ['a negative length', { contentLength: '-1' }, 400],
    ['a length of nothing', { contentLength: '0' }, 400],
    ['a length that is no whole number', { contentLength: '1.5' }, 400],
    ['too large a message', { contentLength: String(LARGEST_BODY_BYTES + 1) }, 413],
    ['no bearer', { authorization: undefined }, 401],
    ['a wrong bearer', { authorization: `Bearer ${'y'.repeat(43)}` }, 401],
    ['another scheme of authorization', { authorization: `Basic ${token}` }, 401],
    ['something before the bearer', { authorization: `Basic Bearer ${token}` }, 401],
    ['something behind the bearer', { authorization: `Bearer ${token} more` }, 401],
    ['a bearer in lower case', { authorization: `bearer ${token}` }, 401],
    ['another method', { method: 'GET' }, 405],
    ['a preflight', { method: 'OPTIONS' }, 405],
    ['an unknown road', { pathname: '/tierce/other' }, 404],
    ['a road of the prototype', { pathname: '/tierce/__proto__' }, 404],
  ])('refuses a call with %s', (_, change, status) => {
    expect(asked({ ...call, ...change })).toEqual({ status });
  });

  it('K2 hears a message of the largest size', () => {
    expect(asked({ ...call, contentLength: String(LARGEST_BODY_BYTES) })).toEqual({ road: 'call' });
  });

  it('lets the window arrive from the page with its code, which is a file and another site', () => {
    expect(asked({ ...page, fetchSite: 'cross-site' })).toEqual({ road: 'asset' });
  });

  it.each<[string, Partial<RequestFacts>, number]>([
    ['a part of it', { pathname: '/assets/a.js' }, 403],
    ['in a frame', { fetchDest: 'iframe' }, 403],
    ['as a picture', { fetchDest: 'image', fetchMode: 'no-cors' }, 403],
    ['by a script', { fetchMode: 'cors', fetchDest: 'empty' }, 403],
    ['for its code under a false destination', { fetchMode: 'cors' }, 403],
    ['from another port', { fetchSite: 'same-site', fetchDest: 'script' }, 403],
    ['without a word on where it goes', { fetchMode: undefined, fetchDest: undefined }, 403],
  ])('refuses the page to another site %s', (_, change, status) => {
    expect(asked({ ...page, fetchSite: 'cross-site', ...change })).toEqual({ status });
  });

  it('refuses the page to another method and under another name', () => {
    expect(asked({ ...page, method: 'HEAD' })).toEqual({ status: 405 });
    expect(asked({ ...page, host: 'evil.example' })).toEqual({ status: 403 });
  });
});
