// Sequences that once broke a promise, as short as possible; `model.test.ts` found them.
import { expect, it, vi } from 'vitest';
import { wordOf, wordsIn } from '../../model/claims.ts';
import { type Act, type Ending, hold } from '../../model/sequence.ts';

vi.mock('../../../main/vault/derive-key.ts', async () => import('../../model/cheap-derivation.ts'));

const type = (who = 0): Act => ({ do: 'type', who, isNew: false, isHasty: false });
const attach = (who = 0): Act => ({ do: 'attach', who, isSame: false, isHasty: false });
const work = (name: 'save' | 'protect' | 'unprotect' | 'undo', who = 0): Act => ({ do: name, who, isHasty: false });
const fall = (place: string, illness: string, { after = 0, times = 999_999 } = {}): Act => ({ do: 'fall', place, illness, after, times });
const heal = (place: string): Act => ({ do: 'heal', place });
const edit = (isTwin = false): Act => ({ do: 'edit', isTwin });
const answer = (which: 'mine' | 'theirs' | 'both'): Act => ({ do: 'answer', who: 0, isHasty: false, answer: which });
const open = (which: number): Act => ({ do: 'open', isElsewhere: false, which });
const close: Act = { do: 'close', who: 0, evenUnsaved: false };
const disagree = (which: 'mine' | 'theirs' | 'both'): Act => ({ do: 'disagree', who: 0, isHasty: false, answer: which });
const dieDuring = (what: string, calls: number): Act => ({ do: 'dieDuring', who: 0, what, calls, isPowerCut: false });
const takeOver: Act = { do: 'takeOver', isElsewhere: false };
const pass = (ms: number): Act => ({ do: 'pass', ms });

type Case = { readonly title: string; readonly acts: readonly Act[]; readonly ending?: Ending };

const CASES: readonly Case[] = [
  {
    title: 'A2 a step is safe although the save before it could not be noted',
    acts: [type(), fall('journals', 'full'), work('save'), heal('journals'), type()],
  },
  {
    title: 'A2 a step is safe although the journal noted nothing of the file',
    acts: [fall('journals', 'full'), work('protect'), heal('journals'), type()],
  },
  { title: 'A2 A8 who has lost the file to another window displaces none of its steps', acts: [takeOver, type(0), type(1)] },
  { title: 'A2 A8 who has lost the file to another window is told no work as safe that is not', acts: [takeOver, type(1), type(0)] },
  { title: 'A2 A8 A9 two lines of work that a third has overtaken are both kept', acts: [takeOver, type(1), edit(), type(0)] },
  { title: 'A2 A8 nor when the other window has begun a new journal', acts: [edit(), takeOver, type(0)] },
  {
    title: 'A2 A8 who has lost the file protects nothing any more, and displaces no step',
    acts: [takeOver, work('protect', 0), type(1)],
  },
  {
    title: 'A2 a step is safe although the folder of the journals was cleaned away',
    acts: [{ do: 'removeFolder', place: 'journals' }, type()],
  },
  { title: 'A2 A14 and so is an attachment', acts: [{ do: 'removeFolder', place: 'journals' }, attach()] },
  {
    title: 'A2 what is typed does not wait for a slow file',
    acts: [type(), { do: 'slow', place: 'library', ms: 3000 }, pass(1500), type()],
  },
  {
    title: 'A4 A9 the other person’s text stays, however often mine is kept in a day',
    acts: [disagree('mine'), disagree('mine'), disagree('mine')],
  },
  {
    title: 'A4 A9 it stays when the clock is put back between two answers',
    acts: [disagree('mine'), { do: 'jump', hours: -2 }, disagree('mine')],
  },
  { title: 'A9 a file whose date alone was touched is not taken for another person’s', acts: [{ do: 'touch' }, type(), work('save')] },
  {
    title: 'A9 nor is one whose bytes have come back as they were',
    acts: [{ do: 'rewriteSame', isInPlace: false }, type(), work('save')],
  },
  { title: 'A9 another person’s content of the same size and date is not written over', acts: [edit(true), type()], ending: 'close' },
  {
    title: 'A9 the file cannot be read any more while mine is kept, and that is told',
    acts: [work('undo'), { do: 'putBack', which: 0 }, work('save'), fall('library', 'broken', { after: 2 }), answer('mine')],
  },
  {
    title: 'A2 a step into a file that was renamed meanwhile is found, whichever of its names is opened first',
    acts: [type(), { do: 'rename' }, close, open(0), attach(), { do: 'cut', seed: 0, isOpenedAgain: false }, open(1)],
    ending: 'cut',
  },
  {
    title: 'A2 A8 who has lost the file is told nothing as safe, also where the folder of the journal took no lock',
    acts: [
      fall('journals', 'full', { times: 2 }),
      { do: 'elsewhere', who: 0, isHasty: false },
      { do: 'slow', place: 'data', ms: 3 },
      disagree('mine'),
      takeOver,
      { do: 'disagree', who: 1, isHasty: true, answer: 'theirs' },
      disagree('mine'),
    ],
  },
  {
    title: 'A2 A4 what was made on a content that had to be made again is found once the file is gone, whatever one who was displaced does',
    acts: [takeOver, disagree('mine'), attach(1), { do: 'remove' }, disagree('mine')],
  },
  {
    title: 'A2 a folder that could not be flushed when it was made is flushed before anything in it is called safe',
    acts: [fall('data', 'unflushed'), { do: 'removeFolder', place: 'data' }, { ...dieDuring('type', 0), isPowerCut: true }, attach()],
    ending: 'cut',
  },
  {
    title: 'A2 what the last of three who took the file over was told is found, although the others go on',
    acts: [takeOver, type(), takeOver, type(1), type(2), edit()],
    ending: 'close',
  },
  {
    title: 'A12 A14 what was attached is there although the application died while the file was protected',
    acts: [dieDuring('type', 0), attach(), dieDuring('protect', 44)],
    ending: 'cut',
  },
  {
    title: 'A9 what an answer replaces is not asked of a folder that was cleaned away meanwhile',
    acts: [
      { do: 'slow', place: 'library', ms: 900 },
      { do: 'disagree', who: 0, isHasty: true, answer: 'theirs' },
      { do: 'removeFolder', place: 'data' },
    ],
    ending: 'kill',
  },
  {
    title: 'A9 A12 nor is it when the file, and with it that copy, is protected',
    acts: [
      { do: 'slow', place: 'journals', ms: 900 },
      work('protect'),
      { do: 'disagree', who: 0, isHasty: true, answer: 'mine' },
      { do: 'removeFolder', place: 'data' },
    ],
    ending: 'kill',
  },
  {
    title: 'A12 A14 who has lost the file and would protect it takes nothing from what the others keep',
    acts: [attach(), pass(1500), { do: 'outrun', who: 0 }, { do: 'outrun', who: 0 }, work('protect', 1)],
    ending: 'kill',
  },
  {
    title: 'A2 A10 a copy made elsewhere goes on being safe after its computer took nothing for a while',
    acts: [
      { do: 'elsewhere', who: 0, isHasty: false },
      { do: 'ailAWhile', who: 0, place: 'data', illness: 'full' },
    ],
    ending: 'kill',
  },
  {
    title: 'A2 A8 two windows whose journal failed at first lose nothing to each other',
    acts: [fall('journals', 'full', { times: 2 }), { do: 'outrun', who: 0 }],
    ending: 'kill',
  },
  {
    title: 'A2 A8 who holds no lock at all hears from the journal that another has taken the file over',
    acts: [
      fall('journals', 'full', { after: 7, times: 2 }),
      disagree('mine'),
      fall('library', 'full', { after: 3 }),
      { do: 'outrun', who: 0 },
      { do: 'outrun', who: 1 },
    ],
    ending: 'kill',
  },
  {
    title: 'A4 what a routine backup held alone is not asked for once it has made room for newer ones',
    acts: [
      edit(),
      { do: 'removeFolder', place: 'journals' },
      type(),
      { do: 'removeFolder', place: 'journals' },
      { do: 'kill', who: 0, isOpenedAgain: true },
      { do: 'workDays', days: 3, hours: 1 },
    ],
    ending: 'kill',
  },
  {
    title: 'A2 A8 nothing is taken over from somebody whose lock cannot even be read just now',
    acts: [fall('journals', 'broken', { after: 4, times: 2 }), { do: 'outrun', who: 0 }],
    ending: 'kill',
  },
  {
    title: 'A2 a step that the history of the file tells of is not put aside as missing',
    acts: [fall('data', 'full', { after: 7 }), { do: 'workDays', days: 3, hours: 1 }],
    ending: 'kill',
  },
  {
    title: 'A2 A8 nor from somebody whose lock cannot be replaced in a folder that lets nothing be changed for a while',
    acts: [
      { do: 'cut', seed: 0, isOpenedAgain: true },
      fall('journals', 'read-only'),
      { do: 'outrun', who: 0 },
      { do: 'outrun', who: 0 },
      heal('journals'),
      pass(960_000),
    ],
    ending: 'kill',
  },
  {
    title: 'A2 A9 what one computer alone has noted is not taken for what the same person did on another',
    acts: [
      { do: 'workDays', days: 1, hours: 1 },
      { do: 'kill', who: 0, isOpenedAgain: false },
      { do: 'open', isElsewhere: true, which: 0 },
      disagree('mine'),
    ],
    ending: 'kill',
  },
  {
    title: 'A2 A12 no journal follows a seal that a power cut takes back, since the application died before its name was flushed',
    acts: [dieDuring('protect', 25), { ...dieDuring('type', 5), isPowerCut: true }],
    ending: 'kill',
  },
  {
    title: 'A2 A8 half a line of a window that was displaced swallows nothing of the one that took over',
    acts: [
      { do: 'restore', who: 0, isHasty: false, which: 0 },
      fall('library', 'unflushed'),
      { do: 'outrun', who: 0 },
      { do: 'ailAWhile', who: 0, place: 'journals', illness: 'full' },
      attach(1),
    ],
    ending: 'kill',
  },
  {
    title: 'A2 A10 nothing is lost of a window that died while it said that its journal could not be told',
    acts: [
      { do: 'ailAWhile', who: 0, place: 'journals', illness: 'full' },
      fall('journals', 'full'),
      { do: 'fall', place: 'data', illness: 'full', after: 0, times: 2 },
      { do: 'ailAWhile', who: 0, place: 'journals', illness: 'full' },
    ],
    ending: 'kill',
  },
  {
    title: 'A2 A8 A9 who has no lock of the journal hears of a taking over of the file under its new name',
    acts: [
      { do: 'fall', place: 'journals', illness: 'full', after: 1, times: 1 },
      { do: 'kill', who: 0, isOpenedAgain: false },
      { do: 'open', isElsewhere: false, which: 0 },
      { do: 'rename' },
      { do: 'outrun', who: 0 },
      { do: 'outrun', who: 0 },
    ],
    ending: 'kill',
  },
  {
    title: 'A2 A12 A4 what this computer alone had noted in the clear is kept when the file comes protected from another one',
    acts: [type(), { do: 'kill', who: 0, isOpenedAgain: false }, { do: 'rekey' }, open(0)],
    ending: 'kill',
  },
  {
    title: 'A12 A4 what was kept of a protected file is found once an older one without protection was accepted in its place',
    acts: [edit(), dieDuring('type', 4), { do: 'rekey' }, dieDuring('type', 0), { do: 'putBack', which: 0 }],
    ending: 'kill',
  },
  {
    title: 'A12 A4 so is what was given up in an answer under a passphrase that was changed',
    acts: [
      { do: 'newKey', who: 0, isHasty: false, isNewKey: false },
      { do: 'outrun', who: 0 },
      { do: 'putBack', which: 0 },
    ],
    ending: 'kill',
  },
  {
    title: 'A9 A12 A4 and what was given up under a key that was made elsewhere',
    acts: [{ ...disagree('mine'), isRekeyed: true }, { do: 'putBack', which: 0 }, disagree('both')],
    ending: 'kill',
  },
  {
    title: 'A5 A4 a note that a restored content does not have is kept as long as the backup before it, and no longer',
    acts: [
      { do: 'line', who: 0, isHasty: false },
      { do: 'restore', who: 0, isHasty: false, which: 0 },
      { do: 'removeFolder', place: 'data' },
    ],
    ending: 'close',
  },
  {
    title:
      'A2 A12 A4 what nothing could read when it was put aside is found once the key is back, also when the protection is then taken off',
    acts: [
      { ...disagree('mine'), isRekeyed: true },
      { do: 'putBack', which: 0 },
      dieDuring('type', 76),
      { do: 'putBack', which: 3 },
      disagree('mine'),
      disagree('mine'),
      work('unprotect'),
    ],
    ending: 'kill',
  },
  {
    title: 'A2 E1 a line of a notebook is found after an older file was put back, in which another computer made a notebook of its own',
    acts: [
      { do: 'line', who: 0, isHasty: false },
      { do: 'putBack', which: 0 },
      { do: 'takeOver', isElsewhere: true },
      { do: 'takeOver', isElsewhere: true },
      { do: 'newNotebookKey', who: 2, isHasty: false, isNewKey: false },
    ],
    ending: 'kill',
  },
];

it.each(CASES.map((one) => [one.title, one] as const))('%s', async (_title, { acts, ending = 'kill' }) => {
  await hold({ disk: 'memory', acts, ending });
});

it('A2 what was never typed is not taken for a word: neither in what is sealed nor in a digest', () => {
  const word = wordOf('w', 212);
  const sealed = ['Kd+w212/9c==', 'K_n007-a', 'f123', 'w/n212+'];

  expect([...wordsIn(sealed), ...wordsIn({ title: word, sealed })]).toEqual([word]);
});
