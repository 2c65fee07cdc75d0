// The world of one sequence: a disk, a clock, two computers on one library, and the windows that are open on them.
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
/** `start`: of the computer, as a power cut changes it. `data`: the application's own folder there. */
export type Computer = { readonly machine: string; readonly data: string; start: number };
export type Place = 'journals' | 'data' | 'library';

export class World {
  readonly clock: VirtualClock;
  readonly claims = new Claims();
  /** The disk as other programs see it: never ill, never slow. */
  readonly disk: WholeDisk;
  /** The same as ours sees it. */
  readonly moody: MoodyDisk;
  readonly memory: MemoryDisk | null;
  readonly root: string;
  readonly computers: readonly [Computer, Computer];
  /** Open windows, the longest open first. */
  windows: readonly ModelWindow[] = [];
  /** Of processes that live: a lock of another one is nobody's. */
  readonly alive = new Set<number>();
  /** Another person, program or computer has written into the file: steps that do not follow it are put aside, and no more is promised. */
  haveOthersWritten = false;
  /** Two windows of one computer have had the file open at once. */
  wasTakenOver = false;
  /** Somebody has removed the file, or a folder of ours. */
  wasSomethingRemoved = false;
  /** A window has died while its journal could not be told: what it saved last is in the file, and the journal may not know it. */
  diedIll = false;
  /** An opening has told that a journal was put aside of which nothing could be read under the keys of that file: of that nobody can make a copy. */
  wasSealedAside = false;
  /** What went wrong where nothing may be thrown. */
  readonly faults: string[] = [];
  /** Contents that the file once had, the oldest first. */
  readonly #earlier: Buffer[] = [];
  /** The file that the sequence is about, as it was last named. */
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
    world.memory?.flushAll(); // the home of a user is there before us
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

  /** Whether the file may hold anything but what the window has put there that has it open. */
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

  /** @returns a folder of the first computer, or the library that both have */
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
    this.diedIll ||= window.saveState?.where === 'failing'; // what its journal could not be told is still open
    window.die();
    this.moody.closeOf(window.process);
    this.windows = this.windows.filter((other) => other !== window);
  }

  /** To be asked before the disk is well again. */
  noteIllness(): void {
    this.diedIll ||= (['journals', 'data'] as const).some((place) => this.moody.isIll(this.folderOf(place)));
  }

  /** Remembers what stands in the file, so that it can be put back later. */
  async note(): Promise<void> {
    const bytes = await this.disk.readFile(this.path).catch(() => null);
    if (bytes !== null && this.#earlier.at(-1)?.equals(bytes) !== true) this.#earlier.push(bytes);
  }

  /** @returns those of the very file that stands there now */
  async earlierOfFile(): Promise<readonly Buffer[]> {
    const fileId = fileIdIn(await this.disk.readFile(this.path));
    return this.#earlier.filter((bytes) => fileIdIn(bytes) === fileId);
  }

  /**
   * Begins to watch how long a step takes: what is typed waits for the journal, and not for a slow file.
   * @returns what is called at its answer. @source features.md A2 (1 s)
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

  /** What was told safe comes back as steps: where nobody else had a hand in anything, and no journal was kept from hearing of it, there is nothing to put aside. */
  checkBroughtBack({ recovery }: OpenProject): void {
    this.wasSealedAside ||= recovery.setAside === 'sealed';
    if (this.isOursAlone && !this.diedIll && recovery.setAside !== 0)
      this.faults.push(`put aside, and nobody else had a hand in it: ${JSON.stringify(recovery)}`);
  }

  /**
   * What steps are made on must be among the backups before they are told safe: the clock has no say in which of them stay.
   * @param bases revisions of what the file has held since it was opened: from the one that is kept the journal leads on
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

  /** Said to be in the file: so it must be, also after a power cut. Where somebody else has a hand in it nothing can be told. */
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
