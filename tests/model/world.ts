// The world of one sequence: a disk, a clock, two computers with one library, and the windows that are open on them.
import { mkdtemp, rm } from 'node:fs/promises';
import * as promises from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OpenProject } from '@contract/project.ts';
import { expectOk } from '@domain/result.ts';
import { digestOf, digestWrittenIn, DIGEST_LINE_BYTES } from '../../main/files/envelope.ts';
import { realFileSystem } from '../../main/files/file-system.ts';
import { DRAFT, SESSION } from '../support/documents.ts';
import { type MemoryDisk, memoryDisk, type WholeDisk } from '../support/memory-disk.ts';
import { MoodyDisk } from '../support/moody-disk.ts';
import { VirtualClock } from '../support/virtual-clock.ts';
import { Claims, type WordKind, wordOf } from './claims.ts';
import { ModelWindow } from './model-window.ts';

export type DiskKind = 'memory' | 'real';
/** `start`: which start of the computer this is; a power cut changes it. `data`: the application's own folder there. */
export type Computer = { readonly machine: string; readonly data: string; start: number };
export type Place = 'journals' | 'data' | 'library';

export class World {
  readonly clock: VirtualClock;
  readonly claims = new Claims();
  /** The disk as other programs see it: never failing, never slow. */
  readonly disk: WholeDisk;
  /** The same as our program sees it. */
  readonly moody: MoodyDisk;
  readonly memory: MemoryDisk | null;
  readonly root: string;
  readonly computers: readonly [Computer, Computer];
  /** Open windows, the longest open first. */
  windows: readonly ModelWindow[] = [];
  /** The numbers of living processes: a lock of any other has no holder. */
  readonly alive = new Set<number>();
  /**
   * Another person, program or computer has written to the file: steps that do not follow from it are set aside, and nothing more is
   * promised.
   */
  haveOthersWritten = false;
  /** Two windows of one computer have had the file open at once. */
  wasTakenOver = false;
  /** Somebody has removed the file, or a folder of ours. */
  wasSomethingRemoved = false;
  /** A window has died while its journal could not be written: its last save is in the file, and the journal may not know it. */
  diedIll = false;
  /**
   * An opening has reported that a journal was set aside of which nothing could be read with the keys of that file: nobody can make a
   * copy of it.
   */
  wasSealedAside = false;
  /** What went wrong in places where nothing may be thrown. */
  readonly faults: string[] = [];
  /** Contents that the file once had, the oldest first. */
  readonly #earlier: Buffer[] = [];
  /** The file of the sequence, by its latest name. */
  fileName = '';
  #last = 0;

  private constructor(root: string, kind: DiskKind) {
    this.root = root;
    this.clock = new VirtualClock(() => this.moody.underWay);
    this.memory = kind === 'memory' ? memoryDisk(() => this.clock.wallMs()) : null;
    const disk = this.memory?.files ?? { ...promises, ...realFileSystem };
    this.moody = new MoodyDisk(disk, (ms) => this.clock.sleep(ms));
    this.disk = this.moody.seenByOthers(disk);
    this.computers = [
      { machine: 'portable', data: join(root, 'data'), start: 1 },
      { machine: 'fixe', data: join(root, 'data-fixe'), start: 1 },
    ];
  }

  /** A world with one accompaniment in its library, open and saved. */
  static async begin(kind: DiskKind): Promise<World> {
    const world = new World(kind === 'memory' ? '/home/sonia' : await mkdtemp(join(tmpdir(), 'tierce-model-')), kind);
    await world.disk.mkdir(world.root, { recursive: true });
    world.memory?.flushAll(); // the home folder of the user existed before us
    const window = await ModelWindow.start(world, world.computers[0]);
    await window.adopt(
      expectOk(
        await window.ask('project.create', { draft: { ...DRAFT, scheme: 'blank', title: 'Mission', organisations: [], envelope: null } }),
      ),
    );
    const title = world.newWord();
    world.claims.titled(title);
    await window.step('project.run', {
      command: { name: 'session.create', args: { ...SESSION, phaseId: null, title } },
    });
    await window.ask('project.save', { documentId: window.documentId ?? '' });
    world.memory?.flushAll();
    await world.note();
    return world;
  }

  async end(): Promise<void> {
    for (const window of this.windows) this.kill(window);
    if (this.memory === null) await rm(this.root, { recursive: true, force: true });
  }

  /** Whether the file may hold anything else than what the window that has it open has written. */
  get isChanged(): boolean {
    return this.haveOthersWritten || this.wasTakenOver;
  }

  /** Whether only Tierce, one window at a time on one computer, has ever written or removed anything. */
  get isOursAlone(): boolean {
    return !this.isChanged && !this.wasSomethingRemoved;
  }

  get library(): string {
    return join(this.root, 'Documents', 'Tierce');
  }

  get path(): string {
    return join(this.library, this.fileName);
  }

  /** @returns a folder of the first computer, or the library that both share */
  folderOf(place: Place): string {
    const [{ data }] = this.computers;
    return { journals: join(data, 'journals'), data, library: this.library }[place];
  }

  newNumber(): number {
    return (this.#last += 1);
  }

  newWord(kind: WordKind = 'w'): string {
    return wordOf(kind, this.newNumber());
  }

  kill(window: ModelWindow): void {
    this.noteIllness();
    this.diedIll ||= window.saveState?.where === 'failing'; // what its journal could not record is still pending
    window.die();
    this.moody.closeOf(window.process);
    this.windows = this.windows.filter((other) => other !== window);
  }

  /** Must be called before the disk works again. */
  noteIllness(): void {
    this.diedIll ||= (['journals', 'data'] as const).some((place) => this.moody.isIll(this.folderOf(place)));
  }

  /** Remembers what is in the file, so that it can be put back later. */
  async note(): Promise<void> {
    const bytes = await this.disk.readFile(this.path).catch(() => null);
    if (bytes !== null && this.#earlier.at(-1)?.equals(bytes) !== true) this.#earlier.push(bytes);
  }

  /** @returns the earlier contents of the very file that is there now */
  async earlierOfFile(): Promise<readonly Buffer[]> {
    const fileId = fileIdIn(await this.disk.readFile(this.path));
    return this.#earlier.filter((bytes) => fileIdIn(bytes) === fileId);
  }

  /**
   * Starts timing a step: typing waits for the journal, but not for a slow file.
   * @returns a function to call at its answer. @source promises.md A2 (1 s)
   */
  watchStep(): () => void {
    const {
      moody,
      clock: { nowMs },
    } = this;
    const { pace } = moody;
    const isFast = !moody.isSlow(this.folderOf('data')) && !moody.isSlow(this.folderOf('journals'));
    return () => {
      const ms = this.clock.nowMs - nowMs;
      if (isFast && pace === moody.pace && ms > 1000) this.faults.push(`a step was answered after ${ms} ms`);
    };
  }

  /**
   * What was reported safe comes back as steps: if nobody else changed anything and no journal missed anything, there is nothing to set
   * aside.
   */
  checkBroughtBack({ recovery }: OpenProject): void {
    this.wasSealedAside ||= recovery.setAside === 'sealed';
    if (this.isOursAlone && !this.diedIll && recovery.setAside !== 0)
      this.faults.push(`put aside, and nobody else had a hand in it: ${JSON.stringify(recovery)}`);
  }

  /**
   * What steps are made on must be among the backups before they are reported safe, whatever the clock says about which backups stay.
   * @param bases revisions that the file has held since it was opened: the journal leads on from the one that is kept
   */
  async checkBase(window: ModelWindow, bases: readonly number[]): Promise<void> {
    if (!this.isOursAlone) return;
    const folder = join(window.computer.data, 'backups');
    const names = (
      await Promise.all((await this.disk.readdir(folder).catch(() => [])).map((fileId) => this.disk.readdir(join(folder, fileId))))
    ).flat();
    if (!bases.some((revision) => names.some((name) => name.includes(`~r${revision}~`))))
      this.faults.push(`told safe, and no backup holds what it was made on: revision ${bases.join(' or ')}`);
  }

  /** Reported to be in the file: so it must be, even after a power cut. If somebody else changes it, nothing can be said. */
  checkSaved(window: ModelWindow): void {
    const isShared = this.windows.some((other) => other !== window && other.fileName === window.fileName);
    if (this.memory === null || isShared) return;
    const bytes = this.memory.surely(join(this.library, window.fileName));
    const text = bytes?.toString('utf8') ?? '';
    const revision = Number(/^"revision": (\d+),$/m.exec(text)?.[1] ?? -1);
    const isWhole = bytes !== null && digestWrittenIn(bytes) === digestOf(bytes.subarray(0, -DIGEST_LINE_BYTES));
    const holds = isWhole && revision >= window.revision && (text.includes('"manifest": "') || text.includes(window.title));
    if (!holds)
      this.faults.push(
        `said saved, and is not: revision ${window.revision}, ${window.title}; on the disk ${bytes === null ? 'nothing sure' : revision}`,
      );
  }
}

function fileIdIn(bytes: Buffer): string | undefined {
  return /^"fileId": "([^"]+)"/m.exec(bytes.toString('utf8'))?.[1];
}
