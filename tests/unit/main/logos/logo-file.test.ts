// H4: what a file chosen as a logo is, by its content, and which files are not taken.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLogo } from '../../../../main/logos/logo-file.ts';
import { isSoundPicture } from '../../../../main/logos/png.ts';
import { chunk, png, TINY_PICTURE } from '../../../support/pictures.ts';

const svg = (inside: string): Buffer => Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">${inside}</svg>`, 'utf8');
const RECT = '<rect width="10" height="10" fill="url(#a)"/>';
const DECLARED =
  '<?xml version="1.0"?>\n<!-- made by hand, <b> -->\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n';

/** A JPEG as far as its size, with a comment before it. */
function jpeg(width: number, height: number): Buffer {
  const frame = Buffer.from([0xff, 0xc0, 0, 11, 8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0]);
  return Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xfe, 0, 4, 1, 2, 0xff]), frame, Buffer.from([0xff, 0xd9])]);
}

const codeOf = (name: string, bytes: Buffer): string | null => {
  const read = readLogo(name, bytes);
  return read.ok ? null : read.failure.code;
};

describe('a file chosen as a logo', () => {
  it.each([
    ['logo.png', png({ width: 3, height: 2 }), 'image/png'],
    ['LOGO.PNG', png({ width: 3, height: 2 }), 'image/png'],
    ['logo.jpg', jpeg(300, 200), 'image/jpeg'],
    ['logo.jpeg', jpeg(6000, 6000), 'image/jpeg'],
    ['logo.svg', svg(RECT), 'image/svg+xml'],
    ['logo.svg', Buffer.concat([Buffer.from(`\ufeff${DECLARED}`), svg(RECT)]), 'image/svg+xml'],
    ['logo.svg', svg('<image href="data:image/png;base64,iVBORw0KGgo="/><use href="#a"/><style>.b{fill:url(#a)}</style>'), 'image/svg+xml'],
    ['logo.svg', Buffer.from('<svg:svg xmlns:svg="http://www.w3.org/2000/svg"><svg:g/></svg:svg>\n<!-- end -->\n'), 'image/svg+xml'],
  ])('H4 %s is taken for what it is', (name, bytes, type) => {
    expect(readLogo(name, bytes)).toEqual({ ok: true, value: { name, type, data: bytes.toString('base64') } });
  });

  it.each([
    ['logo.png', Buffer.alloc(0)],
    ['logo.png', Buffer.from('%PDF-1.7')],
    ['logo.gif', Buffer.from('GIF89a')],
    ['logo.svg', Buffer.from('<html><body/></html>')],
    ['logo.svg', Buffer.from('<!-- <svg> --><p>')],
    ['logo.svg', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('<svg/>', 'utf16le')])],
    ['logo.svg', Buffer.from(' '.repeat(2_000_000))],
  ])('H4 %s that is no picture at all is refused', (name, bytes) => {
    expect(codeOf(name, bytes)).toBe('logo-no-picture');
  });

  it.each([
    ['logo.jpg', png({ width: 1, height: 1 }), 'PNG'],
    ['logo.png', jpeg(1, 1), 'JPEG'],
    ['logo.png', svg(RECT), 'SVG'],
    ['logo', png({ width: 1, height: 1 }), 'PNG'],
  ])('H4 %s that says another type than it has is refused, and what it is is told', (name, bytes, found) => {
    expect(readLogo(name, bytes)).toEqual({ ok: false, failure: { code: 'logo-other-type', name, found } });
  });

  it.each([
    ['a PNG', 'logo.png', png({ width: 1, height: 1, announced: { width: 6001, height: 1 } })],
    ['a tall PNG', 'logo.png', png({ width: 1, height: 1, announced: { width: 1, height: 4_000_000_000 } })],
    ['a JPEG', 'logo.jpg', jpeg(1, 6001)],
  ])('H4 %s of too many pixels is refused by its head alone', (_, name, bytes) => {
    expect(codeOf(name, bytes)).toBe('logo-too-wide');
  });

  it.each([
    ['a PNG that moves', 'logo.png', png({ width: 1, height: 1, before: [chunk('acTL', Buffer.alloc(8))] })],
    ['an SVG that moves', 'logo.svg', svg('<circle r="1"><animate attributeName="r" to="4"/></circle>')],
    ['an SVG that is set in motion', 'logo.svg', svg('<set attributeName="x" to="1"/>')],
    ['an SVG with a moving style', 'logo.svg', svg('<style>@keyframes a{from{x:0}}</style>')],
  ])('H4 %s is refused', (_, name, bytes) => {
    expect(codeOf(name, bytes)).toBe('logo-animated');
  });

  it.each([
    ['a script', '<script>alert(1)</script>'],
    ['a script under a prefix', '<s:script xmlns:s="http://www.w3.org/2000/svg"/>'],
    ['an act on loading', '<g onload="alert(1)"/>'],
    ['an act after a line', '<g\nonclick = "alert(1)"/>'],
    ['an address that runs', '<a href="javascript:alert(1)"/>'],
    ['an address in references', '<a href="&#106;avascript:alert(1)"/>'],
    ['a page inside', '<foreignObject/>'],
    ['a picture from the network', '<image href="https://example.org/a.png"/>'],
    ['a picture from the disk', "<image xlink:href='file:///etc/passwd'/>"],
    ['a drawing in an address', '<image href="data:image/svg+xml;base64,AAAA"/>'],
    ['a style from elsewhere', '<style>@import "a.css";</style>'],
    ['a paint from elsewhere', '<rect fill="url( https://example.org/#a )"/>'],
  ])('H4 an SVG with %s is refused', (_, inside) => {
    expect(codeOf('logo.svg', svg(inside))).toBe('logo-active');
  });

  it('H4 an SVG that defines its own words, or has a style beside it, is refused', () => {
    const entity = Buffer.concat([Buffer.from('<!DOCTYPE svg [<!ENTITY a "b">]>'), svg('&a;')]);
    const sheet = Buffer.concat([Buffer.from('<?xml-stylesheet href="a.css"?>'), svg(RECT)]);

    expect([entity, sheet].map((bytes) => codeOf('logo.svg', bytes))).toEqual(['logo-active', 'logo-active']);
  });

  it('H4 an SVG that repeats its parts too often, is too large or is cut is refused', () => {
    expect(codeOf('logo.svg', svg('<use href="#a"/>'.repeat(40)))).toBeNull();
    expect(codeOf('logo.svg', svg('<use href="#a"/>'.repeat(41)))).toBe('logo-intricate');
    expect(codeOf('logo.svg', svg(' '.repeat(1_000_000)))).toBe('logo-too-large');
    expect(codeOf('logo.svg', svg(RECT).subarray(0, -3))).toBe('logo-broken');
  });

  it.each([
    ['logo.png', png({ width: 2, height: 2 }).subarray(0, -20)],
    ['logo.png', png({ width: 2, height: 2, announced: { width: 0, height: 2 } })],
    ['logo.jpg', jpeg(2, 2).subarray(0, 12)],
    ['logo.jpg', jpeg(0, 2)],
    ['logo.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff])],
    ['logo.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])],
  ])('H4 a broken %s is refused', (name, bytes) => {
    expect(codeOf(name, bytes)).toBe('logo-broken');
  });

  it('H4 whatever the bytes, they are read or refused, and in the end', () => {
    const beginnings = fc.constantFrom(Buffer.alloc(0), png({ width: 1, height: 1 }).subarray(0, 40), jpeg(1, 1), Buffer.from('<svg '));
    const hostile = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.string({ maxLength: 300 }).map((text) => Buffer.from(text)),
    );
    fc.assert(
      fc.property(beginnings, hostile, fc.constantFrom('a.png', 'a.jpg', 'a.svg'), (beginning, rest, name) => {
        expect(['boolean']).toContain(typeof readLogo(name, Buffer.concat([beginning, rest])).ok);
      }),
    );
  });
});

describe('a picture that a record may hold', () => {
  const picture = (options: Parameters<typeof png>[0]): string => png(options).toString('base64');

  it('H4 is a small plain PNG with exactly its pixels', () => {
    expect(isSoundPicture(TINY_PICTURE)).toBe(true);
    expect(isSoundPicture(picture({ width: 1, height: 3 }))).toBe(true);
    expect(isSoundPicture(picture({ width: 2000, height: 1 }))).toBe(true);
  });

  it.each([
    ['of more pixels than announced', { width: 9, height: 9, announced: { width: 9, height: 8 } }],
    ['of fewer pixels than announced', { width: 9, height: 9, announced: { width: 9, height: 10 } }],
    ['that is too wide', { width: 2001, height: 1 }],
    ['of deep colours', { width: 1, height: 1, depth: 16 }],
    ['of a palette', { width: 1, height: 1, colour: 3 }],
    ['that comes in turns', { width: 1, height: 1, interlace: 1 }],
    ['that moves', { width: 1, height: 1, before: [chunk('acTL', Buffer.alloc(8))] }],
  ])('H4 is none %s', (_, options) => {
    expect(isSoundPicture(picture(options))).toBe(false);
  });

  it('H4 is none that is empty, cut, damaged within, or too large', () => {
    const damaged = png({ width: 9, height: 9 });
    damaged.fill(0, 45, 60);
    const large = png({ width: 1, height: 1, before: [chunk('tEXt', Buffer.alloc(90_000))] });

    expect(['', TINY_PICTURE.slice(0, 80), damaged.toString('base64'), large.toString('base64')].map(isSoundPicture)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});
