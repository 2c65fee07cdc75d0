// What a form sends to main, and what it gets back.
import type { Bridge } from '@contract/channels.ts';
import { refuse } from '@domain/result.ts';
import { beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { keepRecord } from '../../../../renderer/forms/keep-record.ts';
import { adopt } from '../../../../renderer/state/project.ts';
import { bringTexts } from '../../../../renderer/state/texts.ts';
import { windowStore } from '../../../../renderer/state/window-state.ts';
import { openProject } from '../../../support/open-project.ts';

const call = vi.fn();

beforeAll(() => bringTexts('fr'));
beforeEach(() => {
  call.mockReset().mockResolvedValue(refuse({ code: 'record-invalid', table: 'people', field: 'name' }));
  vi.stubGlobal('window', { tierce: { call, on: () => () => undefined } as unknown as Bridge });
  adopt(openProject());
  windowStore.set({ messages: [] });
});

const sent = (): unknown => (call.mock.calls[0]?.[1] as { readonly command: unknown } | undefined)?.command;

it('creates a record when there is none', async () => {
  await keepRecord({ name: 'Awa' }, { table: 'people', before: null });

  expect(sent()).toEqual({ name: 'record.create', args: { table: 'people', fields: { name: 'Awa' } } });
});

it('changes the fields that differ, and asks for nothing when none does', async () => {
  await keepRecord({ name: 'Awa' }, { table: 'people', before: { id: 'p1' } });
  expect(sent()).toEqual({ name: 'record.update', args: { table: 'people', id: 'p1', fields: { name: 'Awa' } } });

  call.mockClear();
  expect(await keepRecord({}, { table: 'people', before: { id: 'p1' } })).toEqual({ ok: true, value: [] });
  expect(call).not.toHaveBeenCalled();
});

it('sends the command that the form has of its own', async () => {
  const args = { phaseId: 'f1', on: null, byId: null, reason: '' } as never; // its matter is not looked at
  await keepRecord({}, { table: 'gates', before: null, command: () => ({ name: 'gate.pass', args }) });

  expect(sent()).toEqual({ name: 'gate.pass', args });
});

it('leaves a refusal to the form, which still holds what was typed', async () => {
  const reply = await keepRecord({ name: 'Awa' }, { table: 'people', before: null });

  expect(reply).toEqual(refuse({ code: 'record-invalid', table: 'people', field: 'name' }));
  expect(windowStore.get()).toMatchObject({ messages: [], unsent: 0 });
});
