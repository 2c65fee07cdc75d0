// A2: when the file is written after a change.
import { describe, expect, it } from 'vitest';
import { SaveSchedule } from '../../../../main/project/save-schedule.ts';
import { VirtualClock } from '../../../support/virtual-clock.ts';

function scheduled() {
  const clock = new VirtualClock(() => 0);
  const saved: number[] = [];
  const schedule = new SaveSchedule(clock.later, () => {
    saved.push(clock.nowMs);
    schedule.done();
  });
  return { clock, schedule, saved };
}

describe('when the file is written', () => {
  it('A2 is after a pause in the work, once', async () => {
    const { clock, schedule, saved } = scheduled();
    schedule.changed();
    await clock.advance(1_000);
    schedule.changed();
    await clock.advance(10_000);

    expect(saved).toEqual([2_200]);
  });

  it('A2 is at the latest three and a half seconds after the first change, however steadily one types', async () => {
    const { clock, schedule, saved } = scheduled();
    for (let second = 0; second < 8; second += 1) {
      schedule.changed();
      await clock.advance(1_000);
    }
    await clock.advance(5_000);

    expect(saved).toEqual([3_500, 7_500, 8_200].slice(0, saved.length));
    expect(saved.length).toBeGreaterThan(1);
  });

  it('A2 is not once more for what a writing holds that has begun meanwhile', async () => {
    const { clock, schedule, saved } = scheduled();
    schedule.changed();
    schedule.done();
    await clock.advance(10_000);

    expect(saved).toEqual([]);
  });

  it('A10 is tried again five seconds after it failed, and sooner when something changes', async () => {
    const { clock, schedule, saved } = scheduled();
    schedule.changed();
    schedule.failed();
    await clock.advance(4_999);
    const before = [...saved];
    await clock.advance(1);
    schedule.failed();
    await clock.advance(1_000);
    schedule.changed();
    await clock.advance(20_000);

    expect([before, saved]).toEqual([[], [5_000, 7_200]]);
  });

  it('A8 is never again once the project is let go, also for what changes or fails later', async () => {
    const { clock, schedule, saved } = scheduled();
    schedule.changed();
    schedule.stop();
    schedule.changed();
    schedule.failed();
    await clock.advance(60_000);

    expect(saved).toEqual([]);
  });
});
