// What a commit redraws: the row of the changed field, and what sums it; React itself is asked what it has drawn.
import type { Page } from '@playwright/test';

import { expect, test } from '../journey.ts';
import { HomePage } from '../pages/home-page.ts';
import { FramePage } from '../pages/frame-page.ts';
import { SessionPage } from '../pages/session-page.ts';
import { SessionsPage } from '../pages/sessions-page.ts';
import { WelcomePage } from '../pages/welcome-page.ts';
import type { TestApp } from '../shells/test-app.ts';

test.use({ now: '2026-06-15T08:00:00.000Z' });

/** Counts how often each component is drawn with new properties, as the developer tools of React do: through the hook that React calls at each commit. */
async function countDrawings(page: Page): Promise<void> {
  await page.addInitScript(() => {
    type Fiber = {
      readonly tag: number;
      readonly flags: number;
      readonly memoizedProps: object | null;
      readonly type: {
        readonly name?: string;
        readonly type?: { readonly name?: string };
        readonly render?: { readonly name?: string };
      } | null;
      readonly child: Fiber | null;
      readonly sibling: Fiber | null;
      readonly alternate: Fiber | null;
    };
    const drawn: Record<string, number> = {};
    const seen = new WeakSet<object>(); // a fiber is met again in a later commit that did not draw it
    const COMPONENTS = [0, 11, 14, 15]; // functions, with a reference or a memory or without
    const PERFORMED_WORK = 1;
    const tools = {
      supportsFiber: true,
      renderers: new Map(),
      inject: () => 1,
      onCommitFiberUnmount: () => undefined,
      onCommitFiberRoot(_: number, root: { readonly current: Fiber }) {
        tools.walk(root.current);
      },
      walk(fiber: Fiber | null) {
        for (let one = fiber; one !== null; one = one.sibling) {
          const isNew = one.memoizedProps !== null && !seen.has(one.memoizedProps);
          const isDrawn = COMPONENTS.includes(one.tag) && (one.flags & PERFORMED_WORK) !== 0 && isNew;
          if (isDrawn && one.memoizedProps !== null) seen.add(one.memoizedProps);
          const name = one.type?.name ?? one.type?.type?.name ?? one.type?.render?.name ?? '';
          if (isDrawn && name !== '') drawn[name] = (drawn[name] ?? 0) + 1;
          if (one.alternate === null || one.alternate.child !== one.child) tools.walk(one.child);
        }
      },
    };
    Object.assign(window, { __REACT_DEVTOOLS_GLOBAL_HOOK__: tools, drawnComponents: drawn });
  });
}

const drawnIn = (page: Page): Promise<Readonly<Record<string, number>>> =>
  page.evaluate(() => ({ ...(window as unknown as { readonly drawnComponents: Record<string, number> }).drawnComponents }));

const counted = async (page: Page, names: readonly string[]): Promise<readonly number[]> => {
  const drawn = await drawnIn(page);
  return names.map((name) => drawn[name] ?? 0);
};

const forget = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const { drawnComponents } = window as unknown as { readonly drawnComponents: Record<string, number> };
    for (const name of Object.keys(drawnComponents)) delete drawnComponents[name];
  });

async function startCounting(tierce: TestApp): Promise<void> {
  await new WelcomePage(tierce).introduce();
  await tierce.close();
  await tierce.start({ beforeLoad: countDrawings });
  await new HomePage(tierce).exploreExample();
}

test('L3 a changed decision redraws its own row, and no other part of the session', async ({ tierce }) => {
  await startCounting(tierce);
  const sessions = new SessionsPage(tierce);
  await sessions.goTo('Séances');
  await sessions.open('Enjeux de chaque structure');
  const session = new SessionPage(tierce);
  const decision = session.text('Décision').first();
  await decision.click();
  const parts = ['DecisionRow', 'ActionRow', 'Participants', 'Account', 'SessionAgenda', 'NextSession'];
  await expect.poll(() => counted(tierce.page, parts), 'each is counted when the screen is drawn').not.toContain(0);
  await forget(tierce.page);
  await decision.press('End');
  await decision.press('x');
  await session.expectSafe();
  await decision.blur();
  const { DecisionRow = 0, ActionRow = 0, Participants = 0, Account = 0, SessionAgenda = 0, NextSession = 0 } = await drawnIn(tierce.page);

  expect({ ActionRow, Participants, Account, SessionAgenda, NextSession }).toEqual({
    ActionRow: 0,
    Participants: 0,
    Account: 0,
    SessionAgenda: 0,
    NextSession: 0,
  });
  expect(DecisionRow).toBe(1);
});

test('L3 a ticked step redraws its own line, and what counts the steps', async ({ tierce }) => {
  await startCounting(tierce);
  const frame = new FramePage(tierce);
  await frame.goTo('Cadre et phases');
  const steps = frame.card('Étapes').locator('.checkbox');
  await expect(steps.first()).toBeVisible();
  const count = await steps.count();
  expect(await counted(tierce.page, ['CheckLine', 'DeliverableLine']), 'each is counted when the screen is drawn').not.toContain(0);
  await forget(tierce.page);
  await steps.last().click();
  await frame.expectSafe();
  await expect.poll(async () => (await drawnIn(tierce.page))['CheckLine'] ?? 0).toBeGreaterThan(0);
  const { CheckLine = 0, DeliverableLine = 0 } = await drawnIn(tierce.page);

  expect(count).toBeGreaterThan(1);
  expect({ CheckLine, DeliverableLine }).toEqual({ CheckLine: 1, DeliverableLine: 0 });
});
