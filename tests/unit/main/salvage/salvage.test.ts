// A11: everything intact in a damaged file comes back, as a file that opens again, with a list of what is lost.
import { applyChanges, type Document, emptyDocument, everyRecord } from '@domain/document.ts';
import { historyOf } from '@domain/history/history.ts';
import type { KeyFailure } from '@domain/failures.ts';
import { expectOk, ok } from '@domain/result.ts';
import { describe, expect, it } from 'vitest';
import { FORMAT_VERSION, serialiseProject, type Writable } from '../../../../main/files/envelope.ts';
import { type KeyOf, parseProject } from '../../../../main/files/parse-project.ts';
import { salvageProject } from '../../../../main/salvage/salvage.ts';
import { FileSealer } from '../../../../main/vault/file-sealer.ts';
import { encodedContent } from '../../../../main/vault/reseal-contents.ts';
import { CHARTER, CHARTER_IN_FILE, CHARTER_SHA, projectWithCharter } from '../../../support/attached-charter.ts';
import { withDigest } from '../../../support/forged-file.ts';
import { HEADER, SEALED_HEADER, SEALING_KEY as KEY } from '../../../support/header.ts';
import { NADIA, recordFor, RENAMED, SMALL as document } from '../../../support/loose-pieces.ts';

const text = (project: Writable): string => serialiseProject(project, null).toString('utf8');
const MISSION_FILE = text({ header: HEADER, document, history: historyOf([RENAMED]) });
const PROFILE = recordFor('profile', 'single', { name: 'Inès', minutesPerDay: 420 });
const PERSON = applyChanges(emptyDocument('person'), [{ table: 'profile', id: 'single', before: null, after: PROFILE }]);
const PERSON_FILE = text({ header: HEADER, document: PERSON });

const tried = (damaged: string | Buffer, keyOf?: KeyOf) => salvageProject(Buffer.from(damaged), { name: 'Offre.tierce', keyOf });
const salvaged = async (damaged: string | Buffer, keyOf?: KeyOf) => expectOk(await tried(damaged, keyOf));
const count = (of: Document) => everyRecord(of).length;
const ofKind = ({ kind, ...sections }: Document) => (kind === 'person' ? sections.desk.profile : sections.accompaniment);
/** Its digest no longer fits. */
const touched = (whole: string) => whole.replace(/"digest": "./, '"digest": "x');
/** It is no longer JSON. */
const torn = (whole: string) => whole.replace(/\n\}\n$/, '\n');
const renamed = (name: string) => MISSION_FILE.replace(`"${name}": `, `"${name.slice(1)}": `);

describe('a file', () => {
  it('A11 that is whole is given as it is', async () => {
    const { project, lost, kept, key } = await salvaged(MISSION_FILE);

    expect([project.document, project.history.entries, lost, kept, key]).toEqual([document, [RENAMED], [], count(document), null]);
  });

  it.each([
    ['its digest is wrong', touched],
    ['its last bracket is gone', torn],
  ])('A11 comes back whole where %s', async (_, damage) => {
    const { project, lost, kept, key } = await salvaged(damage(MISSION_FILE));

    expect([project.document, project.header, project.history.entries]).toEqual([document, HEADER, [RENAMED]]);
    expect([lost, kept, key]).toEqual([[], count(document), null]);
  });

  it('A11 that comes back opens again', async () => {
    for (const damaged of [torn(MISSION_FILE), MISSION_FILE.slice(0, 2500), torn(PERSON_FILE), MISSION_FILE.replace('"org', '"ogr')]) {
      const { project } = await salvaged(damaged);

      expect(expectOk(await parseProject(serialiseProject(project, null), { name: 'x' })).document).toEqual(project.document);
    }
  });

  it.each(['', 'hello', '{}', '\0\0\0', MISSION_FILE.slice(0, 300)])('A11 with nothing left is refused as before (%#)', async (nothing) => {
    expect(await tried(nothing)).toEqual(await parseProject(Buffer.from(nothing), { name: 'Offre.tierce' }));
    expect((await tried(nothing)).ok).toBe(false);
  });

  it('A11 A7 of a newer version is left to a newer Tierce as long as it is whole', async () => {
    const newer = MISSION_FILE.replace(`"formatVersion": ${FORMAT_VERSION}`, `"formatVersion": ${FORMAT_VERSION + 1}`);
    const { project, lost } = await salvaged(newer);

    expect(await tried(withDigest(newer))).toMatchObject({ failure: { code: 'file-newer' } });
    expect([project.document, lost]).toEqual([document, [{ part: 'header', count: null }]]);
  });
});

describe('what is lost of a file', () => {
  it('A11 is told with what needed it, and what only named it stays', async () => {
    const { project, lost, kept } = await salvaged(MISSION_FILE.replace('"per-1": {"id"', '"per-1": {"ix"'));

    expect([lost, kept]).toEqual([[{ part: 'people', count: 1 }], count(document) - 1]);
    expect(project.document.accompaniment.mission.single).toEqual({ ...document.accompaniment.mission.single, officerId: null });
  });

  it('A11 is the only record of a table, which is then blank and counts as none that was kept', async () => {
    const { project, lost, kept } = await salvaged(MISSION_FILE.replace('{"id":"single","title"', '{"id":"single","titel"'));

    expect([lost, kept, project.document.accompaniment.mission.single?.title]).toEqual([
      [{ part: 'mission', count: 1 }],
      count(document) - 1,
      'Offre',
    ]);
  });

  it('A11 A13 is an entry of the history that is none; one that stands there twice is told once', async () => {
    const lines = [RENAMED, { ...RENAMED, by: 1 }, RENAMED].map((entry) => JSON.stringify(entry));
    const twice = MISSION_FILE.replace(JSON.stringify(RENAMED), lines.join(',\n'));
    const { project, lost } = await salvaged(twice);

    expect([project.history.entries, lost]).toEqual([[RENAMED], [{ part: 'history', count: 1 }]]);
  });

  it('A11 E1 is the use of sealed notes whose keys are gone: the notes stay', async () => {
    const note = { id: 'note-1', box: `s.${'A'.repeat(64)}` };
    const noted = { ...document, vault: { privateNotes: { 'note-1': note }, privateConflicts: {} } };
    const { project, lost } = await salvaged(touched(text({ header: HEADER, document: noted })));

    expect([project.document.vault.privateNotes, lost]).toEqual([{ 'note-1': note }, [{ part: 'vault', count: null }]]);
  });
});

describe('a file that is JSON as a whole', () => {
  it('A11 gives the records of both tables that stand there under one name', async () => {
    const other = JSON.stringify({ ...NADIA, id: 'per-2' });
    const twice = MISSION_FILE.replace('"people": {', `"people": {\n"per-2": ${other}\n},\n"people": {`);
    const { project, lost } = await salvaged(twice);

    expect([Object.keys(project.document.accompaniment.people), lost]).toEqual([['per-2', 'per-1'], []]);
  });

  it('A11 gives each record once, and tells once what is lost', async () => {
    const { kept } = await salvaged(touched(MISSION_FILE));
    const { lost } = await salvaged(MISSION_FILE.replace('"reason":', '"raison":'));

    expect([kept, lost]).toEqual([count(document), [{ part: 'circleMoves', count: 1 }]]);
  });

  /** The head has lost its end, and goes on where that of the table was: it swallows what follows, and all is JSON still. */
  const swallowed = (whole: string, table: string) =>
    whole.replace(new RegExp(`"vault":null\\},\n[^]*"${table}": (?=\\{\n)`), '"vassion": ');

  it.each([
    ['mission', MISSION_FILE, document.accompaniment.mission],
    ['portrait', MISSION_FILE, document.accompaniment.portrait],
    ['people', MISSION_FILE, { 'per-1': { ...NADIA, organisationId: null } }],
    ['profile', PERSON_FILE, PERSON.desk.profile],
  ] as const)('A11 gives what the head has swallowed with the heading: %s', async (table, whole, rows) => {
    const damaged = swallowed(whole, table);
    const { project, lost } = await salvaged(damaged);
    const { accompaniment, desk } = project.document;

    expect(JSON.parse(damaged)).toMatchObject({ keys: { vassion: {} } });
    expect({ ...accompaniment, ...desk }[table]).toEqual(rows);
    expect(lost.filter(({ part }) => part === table)).toEqual([]);
  });

  it('A11 gives what stands under a damaged heading, where one further down bears the name and holds less', async () => {
    const twice = MISSION_FILE.replace(
      /"people": (\{[^]*?\n\},\n)/,
      (_, rows: string) => `"people": {"x":0,${rows.slice(1)}"people": ${rows.replace('"name"', '"naZe"')}`,
    );
    const { project, lost } = await salvaged(twice);

    expect(JSON.parse(twice)).toMatchObject({ accompaniment: { people: { 'per-1': { naZe: NADIA['name'] } } } });
    expect([project.document.accompaniment.people, lost]).toEqual([document.accompaniment.people, []]);
  });

  it('A11 tells once what is lost under a heading that the lines do not know', async () => {
    const { lost } = await salvaged(MISSION_FILE.replace('"circleMoves": ', '"circleMoves" : ').replace('"reason":', '"raison":'));

    expect(lost).toEqual([{ part: 'circleMoves', count: 1 }]);
  });

  it('A11 A13 gives its history under a heading that is damaged', async () => {
    const { project, lost } = await salvaged(renamed('history'));

    expect([project.history.entries, lost]).toEqual([[RENAMED], [{ part: 'history', count: null }]]);
  });

  it('A11 A14 gives what is attached under a heading that is damaged', async () => {
    const whole = text(projectWithCharter(document));
    const { project, lost } = await salvaged(whole.replace(/"attachments": (?=\{\n"[0-9a-f]{64}")/, '"attachmentz": '));

    expect([[...project.contents.keys()], Object.keys(project.document.accompaniment.attachments), lost]).toEqual([
      [CHARTER_SHA],
      ['id-attached'],
      [],
    ]);
  });
});

describe('a record that is nested beyond measure', () => {
  const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
  const nested = MISSION_FILE.replace('"reason":"Au départ"', `"reason":${deep}`);

  it.each([
    ['in a file that is JSON as a whole', nested],
    ['under a heading that the lines do not know', nested.replace('"circleMoves": ', '"circleMoves" : ')],
    ['in one that is none', torn(nested)],
  ])('A11 is lost alone, and stops nothing: %s', async (_, damaged) => {
    const { lost, kept } = await salvaged(damaged);

    expect([lost, kept]).toEqual([[{ part: 'circleMoves', count: 1 }], count(document) - 1]);
  });
});

describe('what is attached to a file', () => {
  it('A11 A14 comes back with the record that names it, and neither does where its content is broken', async () => {
    const whole = text(projectWithCharter(document));
    const [kept, broken] = [await salvaged(torn(whole)), await salvaged(whole.replace(CHARTER_IN_FILE, 'AAAAAAAA'))];

    expect([[...kept.project.contents.keys()], kept.lost]).toEqual([[CHARTER_SHA], []]);
    expect([broken.project.contents.size, broken.project.document.accompaniment.attachments, broken.lost]).toEqual([
      0,
      {},
      [{ part: 'attachments', count: 1 }],
    ]);
  });

  it('A11 A14 is nothing in a personal file', async () => {
    const charter = `"${CHARTER_SHA}": {"bytes":6,"data":"${CHARTER_IN_FILE}"}`;
    const stray = PERSON_FILE.replace('"attachments": {}', `"attachments": {\n${charter}\n}`);

    expect((await salvaged(stray)).project.contents.size).toBe(0);
  });
});

describe('the kind of a file', () => {
  const nameless = (whole: string) => whole.replace('"kind"', '"kinf"');

  it.each([
    ['a personal file', PERSON_FILE, 'person'],
    ['an accompaniment', MISSION_FILE, 'accompaniment'],
  ])('A11 is told by what it holds where it does not say it: %s', async (_, whole, kind) => {
    const { project, lost } = await salvaged(nameless(whole));

    expect([project.document.kind, ofKind(project.document), lost]).toEqual([
      kind,
      ofKind(kind === 'person' ? PERSON : document),
      [{ part: 'header', count: null }],
    ]);
  });

  it('A11 is told by a profile, also by its form alone', async () => {
    const { project } = await salvaged(nameless(PERSON_FILE).replace('"profile": {', '"prof\0le": {'));

    expect([project.document.kind, project.document.desk.profile]).toEqual(['person', PERSON.desk.profile]);
  });

  it('A11 is as the file says, whatever else it holds', async () => {
    const { project } = await salvaged(torn(MISSION_FILE.replace('"desk": {', '"desk": {\n"profile": {},')));

    expect(project.document.kind).toBe('accompaniment');
  });
});

describe('a damaged file under a passphrase', () => {
  const contents = new Map([[CHARTER_SHA, encodedContent(CHARTER_SHA, CHARTER, { fileId: HEADER.fileId, key: KEY })]]);
  const project = { ...projectWithCharter(document), header: SEALED_HEADER, history: historyOf([RENAMED]), contents };
  const sealed = serialiseProject(project, new FileSealer(HEADER.fileId, KEY)).toString('utf8');
  const keyOf: KeyOf = () => Promise.resolve(ok(KEY));

  it('A11 A12 comes back with its key, under which it is to be sealed again', async () => {
    const { project: back, lost, key, kept } = await salvaged(touched(sealed), keyOf);

    expect([back.document, back.history.entries, back.header, [...back.contents.keys()]]).toEqual([
      project.document,
      [RENAMED],
      project.header,
      [CHARTER_SHA],
    ]);
    expect([lost, key, kept]).toEqual([[], KEY, count(project.document)]);
    expect((await salvaged(sealed, keyOf)).key).toBe(KEY);
  });

  it('A11 A12 says who saved it as its manifest does, also where it is no JSON any more', async () => {
    const { project: back, lost } = await salvaged(torn(sealed), keyOf);

    expect([back.header, lost]).toEqual([project.header, []]);
  });

  it('A11 A12 comes back whole where the heading of its blocks is damaged, and all is JSON still', async () => {
    const damaged = sealed.replace('"blocks": ', '"blockZ": ');
    const { project: back, lost } = await salvaged(damaged, keyOf);

    expect(JSON.parse(damaged)).toMatchObject({ blockZ: {} });
    expect([back.document, back.history.entries, lost]).toEqual([project.document, [RENAMED], []]);
  });

  it('A11 A12 loses the part whose seal is broken', async () => {
    const [, desk = ''] = [...sealed.matchAll(/^"([0-9a-f]{32})": /gm)].map(([, name]) => name);
    const { lost } = await salvaged(sealed.replace(new RegExp(`"${desk}": "....`), `"${desk}": "AAAA`), keyOf);

    expect(lost).toEqual([{ part: 'desk', count: null }]);
  });

  /** A way to get the key that fails like this, and how often it was asked for. */
  const refusing = (failure: KeyFailure): { readonly keyOf: KeyOf; asked: number } => {
    const way = { asked: 0, keyOf: () => Promise.resolve({ ok: false as const, failure: ((way.asked += 1), failure) }) };
    return way;
  };

  it('A11 A12 asks for its secret', async () => {
    const { keyOf: wrong } = refusing({ code: 'passphrase-wrong' });

    for (const file of [sealed, touched(sealed)]) {
      expect(await tried(file)).toEqual({ ok: false, failure: { code: 'file-sealed', name: 'Offre.tierce' } });
      expect(await tried(file, wrong)).toEqual({ ok: false, failure: { code: 'passphrase-wrong' } });
    }
  });

  it.each<KeyFailure>([{ code: 'passphrase-wrong' }, { code: 'key-cost-refused', cost: 9 }])(
    'A11 A12 asks once where that answers $code',
    async (failure) => {
      const way = refusing(failure);

      expect([await tried(sealed, way.keyOf), way.asked]).toEqual([{ ok: false, failure }, 1]);
    },
  );

  it('A11 A12 is told as closed for ever where its keys are gone', async () => {
    const closed = sealed.replace('"slots"', '"slotz"');

    for (const damaged of [closed, torn(sealed).replace('"keys"', '"keyz"'), closed.replace('"manifest"', '"manifezt"')]) {
      expect(await tried(damaged, keyOf)).toEqual({ ok: false, failure: { code: 'file-damaged', name: 'Offre.tierce', where: 'keys' } });
    }
  });

  it('A11 A12 of a version before 4 is known by its sections', async () => {
    const earlier = torn(MISSION_FILE).replace('"vault": {', '"vault": {"sealedAt":1,"data":"AAAA"},\n"gone": {');

    expect(await tried(earlier, keyOf)).toMatchObject({ failure: { code: 'file-damaged', where: 'keys' } });
  });
});
