// L6: the index is accepted as it was written, or not at all.
import type { Summary } from '@domain/summary.ts';
import { calendarDate, clockTime } from '@domain/units.ts';
import { describe, expect, it } from 'vitest';
import { type Indexed, indexText, readIndex } from '../../../../main/library/index-schema.ts';

const ON = calendarDate('2026-03-10');
const SUMMARY: Summary = {
  title: 'Offre commune',
  scheme: 'coorace',
  organisations: 5,
  phase: 'Diagnostic',
  phaseKey: 'diagnostic',
  phaseStatus: 'running',
  closedOn: ON,
  days: { granted: 7.5, counted: 6, remaining: 1.5 },
  forecast: { state: 'missing', days: 2 },
  late: { count: 1, longest: { table: 'actions', reason: 'due', title: 'Convention', days: 3 } },
  toConfirm: 2,
  upcoming: [{ sessionId: 's-1', title: 'Séance', date: ON, startsAt: clockTime('09:30'), place: 'Melun' }],
  lastSessionOn: ON,
  quietDays: 4,
};
const BARE: Summary = {
  ...SUMMARY,
  phase: null,
  phaseKey: '',
  phaseStatus: null,
  closedOn: null,
  days: null,
  forecast: { state: 'none' },
  late: { count: 0, longest: null },
  toConfirm: 0,
  upcoming: [],
  lastSessionOn: null,
  quietDays: null,
};
const readable = (summary: Summary): Indexed => ({
  name: 'a.tierce',
  look: '1/2/3',
  on: ON,
  state: 'readable',
  fileId: 'file-0001',
  summary,
});
const FILES: readonly Indexed[] = [
  readable(SUMMARY),
  readable(BARE),
  { name: 'b.tierce', look: '1', on: ON, state: 'sealed', fileId: 'file-0002' },
  { name: 'c.tierce', look: '1', on: ON, state: 'person' },
];

/** What an index of one file says once its text is altered. */
const altered = (alter: (data: { version: unknown; folder: unknown; files: Record<string, unknown>[] }) => void) => {
  const data = JSON.parse(indexText({ folder: '/b', files: [readable(SUMMARY)] })) as {
    version: unknown;
    folder: unknown;
    files: Record<string, unknown>[];
  };
  alter(data);
  return readIndex(JSON.stringify(data));
};
const summaryOf = (file: Record<string, unknown> | undefined) => file?.['summary'] as Record<string, unknown>;

describe('the index', () => {
  it('L6 comes back as it was written', () => {
    expect(readIndex(indexText({ folder: '/b', files: FILES }))).toEqual({ folder: '/b', files: FILES });
    for (const scheme of ['dla', 'blank'] as const)
      expect(readIndex(indexText({ folder: '', files: [readable({ ...SUMMARY, scheme })] }))).not.toBeNull();
    for (const phaseStatus of ['planned', 'done', 'skipped'] as const)
      expect(readIndex(indexText({ folder: '', files: [readable({ ...SUMMARY, phaseStatus })] }))).not.toBeNull();
    for (const [table, reason] of [
      ['phases', 'start'],
      ['phases', 'end'],
      ['deliverables', 'due'],
      ['sessions', 'unsaid'],
      ['followUps', 'due'],
    ] as const)
      expect(
        readIndex(
          indexText({ folder: '', files: [readable({ ...SUMMARY, late: { count: 1, longest: { table, reason, title: '', days: 1 } } })] }),
        ),
      ).not.toBeNull();
    for (const forecast of [{ state: 'enough' }, { state: 'over', days: 1 }] as const)
      expect(readIndex(indexText({ folder: '', files: [readable({ ...SUMMARY, forecast })] }))).not.toBeNull();
  });

  it('L6 writes of a very large folder as much as it would read', () => {
    const many = Array.from({ length: 10_001 }, (_, index): Indexed => ({
      name: `${String(index)}.tierce`,
      look: '1',
      on: ON,
      state: 'person',
    }));
    expect(readIndex(indexText({ folder: '/b', files: many }))?.files).toHaveLength(10_000);
  });

  it.each(['', 'null', '[]', '{', '{}', '"x"'])('A11 L6 is not taken from %j', (text) => {
    expect(readIndex(text)).toBeNull();
  });

  it.each<[string, Parameters<typeof altered>[0]]>([
    ['another version', (data) => (data.version = 1)],
    ['no folder', (data) => (data.folder = null)],
    ['a word too many', (data) => Object.assign(data, { more: 1 })],
    ['a file with a word too many', (data) => Object.assign(data.files[0] ?? {}, { more: 1 })],
    ['a state that is none', (data) => Object.assign(data.files[0] ?? {}, { state: 'open' })],
    ['an id that is none', (data) => Object.assign(data.files[0] ?? {}, { fileId: '../x' })],
    ['a day that is none', (data) => Object.assign(data.files[0] ?? {}, { on: '2026-02-30' })],
    ['a day that is no text, though it reads as one', (data) => Object.assign(data.files[0] ?? {}, { on: ['2026-03-10'] })],
    ['a name that is no text', (data) => Object.assign(data.files[0] ?? {}, { name: 7 })],
    ['a name beyond measure', (data) => Object.assign(data.files[0] ?? {}, { name: 'x'.repeat(1001) })],
    ['a summary with a word too many', (data) => Object.assign(summaryOf(data.files[0]), { notes: 'x' })],
    ['a scheme that is none', (data) => Object.assign(summaryOf(data.files[0]), { scheme: 'other' })],
    ['a negative count', (data) => Object.assign(summaryOf(data.files[0]), { organisations: -1 })],
    ['half a count', (data) => Object.assign(summaryOf(data.files[0]), { quietDays: 1.5 })],
    ['days that are no number', (data) => Object.assign(summaryOf(data.files[0]), { days: { granted: '1', counted: 1, remaining: 1 } })],
    ['a forecast without its days', (data) => Object.assign(summaryOf(data.files[0]), { forecast: { state: 'over' } })],
    ['a forecast with days that it has not', (data) => Object.assign(summaryOf(data.files[0]), { forecast: { state: 'none', days: 1 } })],
    [
      'a kind of lateness that is none',
      (data) =>
        Object.assign(summaryOf(data.files[0]), { late: { count: 1, longest: { table: 'mission', reason: 'due', title: '', days: 1 } } }),
    ],
    [
      'a time that is none',
      (data) => Object.assign(summaryOf(data.files[0]), { upcoming: [{ ...SUMMARY.upcoming[0], startsAt: '25:00' }] }),
    ],
    [
      'a time that is no text, though it reads as one',
      (data) => Object.assign(summaryOf(data.files[0]), { upcoming: [{ ...SUMMARY.upcoming[0], startsAt: ['09:30'] }] }),
    ],
    [
      'too many sessions to come',
      (data) => Object.assign(summaryOf(data.files[0]), { upcoming: Array.from({ length: 11 }, () => SUMMARY.upcoming[0]) }),
    ],
  ])('A11 L6 is not taken with %s', (_, alter) => {
    expect(altered(alter)).toBeNull();
  });

  it('L6 takes ten sessions to come, and a name of a thousand signs', () => {
    expect(
      altered((data) => void Object.assign(summaryOf(data.files[0]), { upcoming: Array.from({ length: 10 }, () => SUMMARY.upcoming[0]) })),
    ).not.toBeNull();
    expect(altered((data) => void Object.assign(data.files[0] ?? {}, { name: 'x'.repeat(1000) }))).not.toBeNull();
  });
});
