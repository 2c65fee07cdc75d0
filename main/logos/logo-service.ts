// The logos of a file: chosen by the user, looked into here, drawn small by the window, looked into again and kept.
import { basename } from 'node:path';
import type { Args } from '@contract/channels.ts';
import type { LogoFile } from '@contract/logos.ts';
import type { Applied } from '@contract/project.ts';
import { creation, newRecord } from '@domain/commands/record-commands.ts';
import { shortTitle } from '@domain/commands/step.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import { MOST_LOGOS } from '@domain/tables/logos.ts';
import { catalogueOf } from '@domain/text/catalogue.ts';
import type { Handlers } from '../contract/dispatch.ts';
import { diskFailure, orThrow } from '../files/disk-failure.ts';
import type { FileSystem } from '../files/file-system.ts';
import { readRegularFile } from '../machine/regular-file.ts';
import type { OpenProjects } from '../project/open-projects.ts';
import type { Shell } from '../shell.ts';
import { LARGEST_LOGO_BYTES, LOGO_ENDINGS, readLogo } from './logo-file.ts';
import { isSoundPicture } from './png.ts';

export type LogoOptions = {
  readonly shell: Pick<Shell, 'dialogs' | 'folders'>;
  readonly files: FileSystem;
  readonly projects: OpenProjects;
  readonly locale: () => 'fr' | 'en';
};

export class LogoService {
  readonly #options: LogoOptions;

  constructor(options: LogoOptions) {
    this.#options = options;
  }

  handlers(): Pick<Handlers, 'logo.choose' | 'logo.add'> {
    return { 'logo.choose': () => this.#choose(), 'logo.add': (args) => this.#add(args) };
  }

  async #choose(): Promise<Result<LogoFile>> {
    const { shell, files, locale } = this.#options;
    const { logos } = catalogueOf(locale());
    const [first, ...others] = LOGO_ENDINGS;
    const path = await shell.dialogs.chooseFile({
      title: logos.chooseTitle,
      folder: shell.folders.documents,
      filter: { name: logos.pictures, extension: first, others },
    });
    if (path === null) return refuse({ code: 'cancelled' });
    const name = basename(path);
    try {
      const content = await readRegularFile(files, path, LARGEST_LOGO_BYTES);
      if (!('not' in content)) return readLogo(name, content);
      if (content.not === 'bounded') return refuse({ code: 'logo-too-large', name, bytes: content.bytes, maximum: LARGEST_LOGO_BYTES });
      return refuse({ code: 'logo-no-picture', name });
    } catch (error) {
      return refuse(diskFailure(orThrow(error), name));
    }
  }

  /** Repeated with the same id it acts once. Refused as logo-broken, logos-full, file-read-only, disk-*. */
  async #add({ documentId, commandId, of, name, picture }: Args<'logo.add'>): Promise<Result<Applied>> {
    const session = this.#options.projects.session(documentId);
    if (!isSoundPicture(picture)) return refuse({ code: 'logo-broken', name });
    const reply = await session.runPlanned(commandId, (document, context) => {
      if (Object.keys(document.accompaniment.logos).length >= MOST_LOGOS) return refuse({ code: 'logos-full', most: MOST_LOGOS });
      return ok({
        changes: [creation('logos', newRecord(document, 'logos', { of, name, picture }, context))],
        isAct: false,
        label: { command: 'record.create', table: 'logos', title: shortTitle(name) },
      });
    });
    return this.#options.projects.applied(documentId, reply);
  }
}
