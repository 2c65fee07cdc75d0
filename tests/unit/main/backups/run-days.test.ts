// A9: the days on which Tierce has run, which measure the age of backups; no clock and no disk can make them up.
import { describe, expect, it } from 'vitest';
import { DAYS_REMEMBERED, readRegister, type Register, RunDays, withDay } from '../../../../main/backups/run-days.ts';
import { BUG, failing } from '../../../support/backup-world.ts';
import { DAY, dayOf, momentAt, START } from '../../../support/computer-with-backups.ts';
import { countedIds } from '../../../support/context.ts';
import { troubledMemory } from '../../../support/troubled-memory.ts';

const PATH = '/data/tierce/days.json';
const MOST = 999_999_999;
const manyDays = (count: number) => Array.from({ length: count }, (_, day) => dayOf(momentAt(START + day * DAY)));

function computer() {
  const world = troubledMemory();
  const say = { today: '2026-04-14' };
  const days = new RunDays({ files: world.files, path: PATH, today: () => say.today, newId: countedIds('n') });
  const register = async (text: string) => {
    await world.well.mkdir('/data/tierce', { recursive: true });
    await world.well.writeFile(PATH, text);
  };
  const noted = () => world.well.readFile(PATH, 'utf8');
  return { ...world, say, days, register, noted };
}

describe('the days on which Tierce has run', () => {
  it('A9 are counted from the first one on, and noted with it in a folder that is made', async () => {
    const { days, noted } = computer();

    expect(await days.count()).toBe(1);
    expect(await noted()).toBe('{"count":1,"days":["2026-04-14"]}\n');
  });

  it('A9 are one more with each new day, and no more with one that the clock comes back to', async () => {
    const { days, say, noted } = computer();
    const counts: (number | null)[] = [];
    for (const day of ['2026-04-14', '2026-04-15', '2026-04-14', '2027-01-01', '2026-04-15']) {
      say.today = day;
      counts.push(await days.count());
    }

    expect(counts).toEqual([1, 2, 2, 3, 3]);
    expect(JSON.parse(await noted())).toEqual({ count: 3, days: ['2026-04-14', '2027-01-01', '2026-04-15'] });
  });

  it('A9 ask the disk once a day, and write nothing when that day is noted already', async () => {
    const { days, register, trouble, noted } = computer();
    const before = '{"count": 7, "days": ["2026-04-13", "2026-04-14"]}';
    await register(before);
    const calls: string[] = [];
    trouble.before = (call) => calls.push(call);

    const counts = [await days.count(), await days.count()];

    expect([counts, await noted(), calls.filter((call) => call !== 'stat')]).toEqual([[7, 7], before, ['readFile']]);
  });

  it.each(['{"count":', 'null', ' '.repeat(65 * 1024)])('A9 begin anew with a register that says nothing sensible', async (text) => {
    const { days, register, noted } = computer();
    await register(text);

    expect(await days.count()).toBe(1);
    expect(await noted()).toBe('{"count":1,"days":["2026-04-14"]}\n');
  });

  it('A9 are unknown while the register cannot be read, which is left as it is', async () => {
    const { days, register, trouble, noted } = computer();
    await register('{"count":41,"days":["2026-04-13"]}');
    trouble.before = failing('readFile', 'EACCES');
    const unknown = await days.count();
    const before = await noted();
    trouble.before = () => undefined;

    expect([unknown, before, await days.count()]).toEqual([null, '{"count":41,"days":["2026-04-13"]}', 42]);
  });

  it('A9 are unknown when a folder stands in the place of the register', async () => {
    const { days, well } = computer();
    await well.mkdir(PATH, { recursive: true });

    expect(await days.count()).toBeNull();
  });

  it.each(['mkdir', 'rename'])('A9 are told when they cannot be noted too (%s), and are noted at the next asking', async (call) => {
    const { days, register, trouble, noted } = computer();
    await register('{"count":41,"days":["2026-04-13"]}');
    trouble.before = failing(call, 'EROFS');
    const told = await days.count();
    const before = await noted();
    trouble.before = () => undefined;

    expect([told, before, await days.count()]).toEqual([42, '{"count":41,"days":["2026-04-13"]}', 42]);
    expect(JSON.parse(await noted())).toEqual({ count: 42, days: ['2026-04-13', '2026-04-14'] });
  });

  it('A9 let a bug through', async () => {
    const { days, trouble } = computer();
    trouble.before = BUG;
    await expect(days.count()).rejects.toThrow('a bug');
    trouble.before = (call, path) => (call === 'mkdir' ? BUG(call, path) : undefined);
    await expect(days.count()).rejects.toThrow('a bug');
  });
});

describe('the register of the days', () => {
  it('A9 counts a day once, however often the clock goes to and fro', () => {
    const days = Array.from({ length: 50 }, (_, time) => ['2026-04-14', '2027-04-14', '2026-04-15'][time % 3] ?? '');

    expect(days.reduce<Register | null>(withDay, null)).toMatchObject({ count: 3 });
  });

  it('A9 remembers a bounded number of days, and reads whatever it writes', () => {
    const register = manyDays(400).reduce<Register | null>(withDay, null);

    expect([register?.count, register?.days]).toEqual([400, manyDays(400).slice(-DAYS_REMEMBERED)]);
    expect(readRegister(JSON.stringify(register))).toEqual(register);
  });

  it('A9 is the very same with a day that was the latest', () => {
    const [one, three] = [
      { count: 5, days: ['2026-04-14'] },
      { count: 5, days: ['2026-04-13', '2026-04-15', '2026-04-14'] },
    ];

    for (const register of [one, three]) expect(withDay(register, '2026-04-14')).toBe(register);
  });

  it('A9 holds as the latest a day that the clock came back to', () => {
    const days = ['2026-04-13', '2026-04-14', '2026-04-15'];

    expect(withDay({ count: 5, days }, '2026-04-14')).toEqual({ count: 5, days: ['2026-04-13', '2026-04-15', '2026-04-14'] });
  });

  it('A9 counts no further than it can be read', () => {
    const most = { count: MOST, days: ['2026-04-14'] };

    expect([readRegister(JSON.stringify(most)), withDay(most, '2026-04-15').count]).toEqual([most, MOST]);
  });

  it.each([
    '',
    '{}',
    'null',
    '{"count":0,"days":["2026-04-14"]}',
    '{"count":1,"days":["2026-04-14","2026-04-15"]}',
    '{"count":1,"days":[]}',
    '{"count":1.5,"days":["2026-04-14"]}',
    '{"count":1,"days":["hier"]}',
    '{"count":1,"days":["2026-04-14"],"x":1}',
    '{"count":1,"days":["2026-04-14 "]}',
    '{"count":1,"days":[" 2026-04-14"]}',
    '{"count":1,"days":["26-04-14"]}',
    '{"count":1,"days":["2026-4-14"]}',
    '{"count":1,"days":["2026-04-1"]}',
    `{"count":${MOST + 1},"days":["2026-04-14"]}`,
    '{"count":1}',
    '{"days":["2026-04-14"]}',
    JSON.stringify({ count: 400, days: manyDays(DAYS_REMEMBERED + 1) }),
  ])('A9 takes %j for none', (text) => {
    expect(readRegister(text)).toBeNull();
  });
});
