// Draws a chosen logo small, as a plain PNG: whatever else was in the file stays outside.
import type { LogoFile } from '@contract/logos.ts';
import { refuse, ok, type Result } from '@domain/result.ts';
import { LONGEST_PICTURE } from '@domain/tables/forms.ts';

/** Longer side in pixels: as large as stays within what a record holds. A head of 46 mm is sharp from 600 on. */
const SIDES = [1200, 900, 700, 550, 400, 300, 200, 120] as const;
const HEAD = 'data:image/png;base64,';

/** @returns the picture in Base64; or logo-broken for one that cannot be drawn or shows nothing */
export async function drawnLogo({ name, type, data }: LogoFile): Promise<Result<string>> {
  const image = new Image();
  image.src = `data:${type};base64,${data}`;
  try {
    await image.decode();
  } catch {
    return refuse({ code: 'logo-broken', name });
  }
  for (const side of SIDES) {
    const picture = pictureOf(image, side, type === 'image/svg+xml');
    if (picture === null) break;
    if (picture.length <= LONGEST_PICTURE) return ok(picture);
  }
  return refuse({ code: 'logo-broken', name });
}

/** @param canGrow a drawing of lines is as sharp in any size; pixels are never enlarged */
function pictureOf(image: HTMLImageElement, side: number, canGrow: boolean): string | null {
  const { naturalWidth, naturalHeight } = image;
  const scale = side / Math.max(naturalWidth, naturalHeight);
  if (!Number.isFinite(scale)) return null;
  const by = canGrow ? scale : Math.min(1, scale);
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(naturalWidth * by));
  canvas.height = Math.max(1, Math.round(naturalHeight * by));
  const pen = canvas.getContext('2d');
  if (pen === null) return null;
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  if (isEmpty(pen.getImageData(0, 0, canvas.width, canvas.height).data)) return null;
  const url = canvas.toDataURL('image/png');
  return url.startsWith(HEAD) ? url.slice(HEAD.length) : null;
}

/** Whether every pixel is wholly transparent. */
function isEmpty(pixels: Uint8ClampedArray): boolean {
  for (let alpha = 3; alpha < pixels.length; alpha += 4) if (pixels[alpha] !== 0) return false;
  return true;
}
