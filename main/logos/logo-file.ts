// What a file chosen as a logo is, by its content, and why it is not taken.
import { extname } from 'node:path';
import type { LogoFile } from '@contract/logos.ts';
import type { Failure } from '@domain/failures.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import { lowerAscii } from '@domain/writing/ascii.ts';
import { isJpeg, jpegSize } from './jpeg.ts';
import { isPng, type PixelSize, pngFacts } from './png.ts';
import { svgDoubt, svgText } from './svg.ts';

/** The largest file that is read as a logo, and the largest drawing, in bytes. @source promises.md H4 */
export const LARGEST_LOGO_BYTES = 5_000_000;
export const LARGEST_DRAWING_BYTES = 1_000_000;
/** On each side, in pixels: unpacked, a picture of this size still fits into the memory of an old laptop. */
const WIDEST_LOGO = 6_000;

const TYPES = {
  PNG: { type: 'image/png', endings: ['png'] },
  JPEG: { type: 'image/jpeg', endings: ['jpg', 'jpeg', 'jpe', 'jfif'] },
  SVG: { type: 'image/svg+xml', endings: ['svg'] },
} as const satisfies Readonly<Record<string, { readonly type: LogoFile['type']; readonly endings: readonly string[] }>>;
type Kind = keyof typeof TYPES;
/** Of the files that may hold a logo, without their dots. */
export const LOGO_ENDINGS = [...TYPES.PNG.endings, ...TYPES.JPEG.endings, ...TYPES.SVG.endings] as const;

/**
 * @param name of the file, with its ending
 * @returns the file for the window to draw; or logo-no-picture, logo-other-type, logo-too-large, logo-too-wide, logo-animated, logo-active,
 * logo-broken
 */
export function readLogo(name: string, bytes: Buffer): Result<LogoFile> {
  const kind = kindOf(bytes);
  if (kind === null) return refuse({ code: 'logo-no-picture', name });
  const { type, endings } = TYPES[kind];
  const ending = lowerAscii(extname(name)).slice(1);
  if (!endings.some((one) => one === ending)) return refuse({ code: 'logo-other-type', name, found: kind });
  const failure = LOOKS[kind](name, bytes);
  return failure === null ? ok({ name, type, data: bytes.toString('base64') }) : refuse(failure);
}

function kindOf(bytes: Buffer): Kind | null {
  if (isPng(bytes)) return 'PNG';
  if (isJpeg(bytes)) return 'JPEG';
  return svgText(bytes) === null ? null : 'SVG';
}

type Look = (name: string, bytes: Buffer) => Failure | null;

const LOOKS: Readonly<Record<Kind, Look>> = {
  PNG: (name, bytes) => {
    const facts = pngFacts(bytes);
    if (facts === null) return { code: 'logo-broken', name };
    return facts.isAnimated ? { code: 'logo-animated', name } : tooWide(name, facts);
  },
  JPEG: (name, bytes) => {
    const size = jpegSize(bytes);
    return size === null ? { code: 'logo-broken', name } : tooWide(name, size);
  },
  SVG: (name, bytes) => {
    if (bytes.byteLength > LARGEST_DRAWING_BYTES)
      return { code: 'logo-too-large', name, bytes: bytes.byteLength, maximum: LARGEST_DRAWING_BYTES };
    const doubt = svgDoubt(svgText(bytes) ?? '');
    if (doubt === null) return null;
    return { code: `logo-${doubt}`, name };
  },
};

function tooWide(name: string, { width, height }: PixelSize): Failure | null {
  return Math.max(width, height) > WIDEST_LOGO ? { code: 'logo-too-wide', name, width, height, most: WIDEST_LOGO } : null;
}
