// Damages a file as disks, USB sticks and other programs do, always the same way for the same seed.
export type Damage = { readonly bytes: Buffer; readonly kinds: readonly string[] };
type Chance = (below: number) => number;

/** @returns the file with one to three damages of different kinds */
export function damagedFile(base: Buffer, seed: number): Damage {
  const chance = seeded(seed);
  const kinds: string[] = [];
  let bytes = base;
  for (let left = 1 + (chance(4) === 0 ? chance(3) : 0); left > 0; left -= 1) {
    const kind = DAMAGE_KINDS[chance(DAMAGE_KINDS.length)] ?? 'cut';
    kinds.push(kind);
    bytes = DAMAGES[kind](bytes, chance);
  }
  return { bytes, kinds };
}

/** Numbers that depend only on the seed. @source mulberry32, Tommy Ettinger, public domain */
function seeded(seed: number): Chance {
  let state = (seed * 2_654_435_761) >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const DAMAGES = {
  'bits flipped': (bytes, chance) => {
    const damaged = Buffer.from(bytes);
    for (let left = 1 + chance(8); left > 0 && damaged.byteLength > 0; left -= 1) {
      const at = chance(damaged.byteLength);
      damaged.writeUInt8(damaged.readUInt8(at) ^ (1 << chance(8)), at);
    }
    return damaged;
  },
  cut: (bytes, chance) => bytes.subarray(0, chance(bytes.byteLength + 1)),
  'range doubled': (bytes, chance) => {
    const [from, to] = range(bytes, chance);
    const at = chance(3) === 0 ? chance(bytes.byteLength + 1) : to;
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(from, to), bytes.subarray(at)]);
  },
  'range lost': (bytes, chance) => {
    const [from, to] = range(bytes, chance);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
  },
  zeros: (bytes, chance) => {
    const [from, to] = range(bytes, chance);
    return Buffer.from(bytes).fill(0, from, to);
  },
  'key renamed': (bytes, chance) => edited(bytes, chance, /"([A-Za-z0-9-]+)":/g, (key) => key.replace(/.(?=":)/, 'Z')),
  'type changed': (bytes, chance) =>
    edited(
      bytes,
      chance,
      /":("[^"\n]*"|-?\d+|true|false|null)(?=[,}])/g,
      () => `":${['[]', '{}', '"x"', '7', 'true', 'null', '-0.5'][chance(7)] ?? 'null'}`,
    ),
  'deep nesting': (bytes, chance) => {
    const depth = 1 + chance(3000);
    return edited(
      bytes,
      chance,
      /":("[^"\n]*"|-?\d+|true|false|null)(?=[,}])/g,
      () => `":${'['.repeat(depth)}${chance(2) === 0 ? ']'.repeat(depth) : ''}`,
    );
  },
  'huge number': (bytes, chance) =>
    edited(
      bytes,
      chance,
      /":-?\d+(?=[,}])/g,
      () => `":${['1e999', '-1e999', '9'.repeat(400), '9007199254740993', '1e-7'][chance(5)] ?? '1e999'}`,
    ),
  'key twice': (bytes, chance) =>
    edited(bytes, chance, /"[A-Za-z0-9-]+":("[^"\n]*"|-?\d+|true|false|null),/g, (pair) => `${pair}${pair.replace(/:.*,$/, ':null,')}`),
  prototype: (bytes, chance) =>
    edited(
      bytes,
      chance,
      /\{(?=\n?")/g,
      () => `{"__proto__": ${['{}', '{"isAdmin":true}', 'null', '{"id":"single"}'][chance(4)] ?? '{}'},`,
    ),
} satisfies Readonly<Record<string, (bytes: Buffer, chance: Chance) => Buffer>>;

type DamageKind = keyof typeof DAMAGES;
export const DAMAGE_KINDS = Object.keys(DAMAGES) as readonly DamageKind[]; // its own keys

/** Mostly short ones, as from a bad sector or a lost packet. */
function range(bytes: Buffer, chance: Chance): readonly [number, number] {
  const from = chance(bytes.byteLength + 1);
  const length = chance(2) === 0 ? chance(64) : chance(4096);
  return [from, Math.min(bytes.byteLength, from + length)];
}

/** Edits one place in the text, found from a random position. */
function edited(bytes: Buffer, chance: Chance, place: RegExp, edit: (found: string) => string): Buffer {
  const text = bytes.toString('latin1');
  place.lastIndex = chance(text.length + 1);
  const found = place.exec(text) ?? ((place.lastIndex = 0), place.exec(text));
  place.lastIndex = 0;
  if (found === null) return bytes;
  return Buffer.from(text.slice(0, found.index) + edit(found[0]) + text.slice(found.index + found[0].length), 'latin1');
}
