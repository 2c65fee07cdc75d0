// Tests of which files the window's addresses may refer to.
import { describe, expect, it } from 'vitest';

import { resolveAsset } from '../../../../main/window/asset-path.ts';

const folder = '/opt/tierce/out/renderer';

describe('resolveAsset', () => {
  it('gives the page for the root address', () => {
    expect(resolveAsset(folder, '/')).toEqual({ file: `${folder}/index.html`, contentType: 'text/html; charset=utf-8' });
  });

  it('gives a file inside the folder with its type', () => {
    expect(resolveAsset(folder, '/assets/a%20b.js')?.file).toBe(`${folder}/assets/a b.js`);
    expect(resolveAsset(folder, '/assets/inter.woff2')?.contentType).toBe('font/woff2');
  });

  it.each([
    '/../secret.js',
    '/%2e%2e/secret.js',
    '/assets/../../secret.js',
    '/%2e%2e%2f%2e%2e%2fetc%2fpasswd.js',
    '/..%5csecret.js',
    '/C:/windows/win.js',
    '/index.html%00.js',
    '/%E0%A4%A',
    '/..',
  ])('refuses %s', (pathname) => {
    expect(resolveAsset(folder, pathname)).toBeNull();
  });

  it('refuses a type that the window has no use for', () => {
    expect(resolveAsset(folder, '/notes.tierce')).toBeNull();
    expect(resolveAsset(folder, '/assets')).toBeNull();
  });
});
