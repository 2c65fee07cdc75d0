// Finds the file for a request of the window, and refuses anything outside the window's folder.
import path from 'node:path';
import { lowerAscii } from '@domain/writing/ascii.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json; charset=utf-8',
};

export type Asset = { readonly file: string; readonly contentType: string };

/**
 * Resolves the path of an address inside the window's folder.
 * @param folder the window's folder, absolute
 * @param pathname the path of the address, still percent-encoded; `/` means the page itself
 * @returns the file and its type, or `null` if the address matches nothing in there
 */
export function resolveAsset(folder: string, pathname: string): Asset | null {
  const decoded = decode(pathname);
  if (decoded === null) return null;
  const file = path.join(folder, decoded === '/' ? 'index.html' : decoded);
  const inside = path.relative(folder, file);
  if (inside === '' || inside.startsWith('..') || path.isAbsolute(inside)) return null;
  const contentType = TYPES[lowerAscii(path.extname(file))];
  return contentType === undefined ? null : { file, contentType };
}

function decode(pathname: string): string | null {
  try {
    const decoded = decodeURIComponent(pathname);
    // A NUL ends a path early for the system; a backslash is a separator on Windows only, where a colon marks a drive or a stream.
    return /[\0\\:]/.test(decoded) ? null : decoded;
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}
