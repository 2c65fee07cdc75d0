// Saves a backup elsewhere, as the file it was taken from: to keep it separately, or to go back to an older Tierce with it.
import { dirname } from 'node:path';
import type { Exported } from '@contract/leaving.ts';
import type { VaultSecret } from '@contract/vault.ts';
import { fittingName, partsOf } from '@domain/file-name.ts';
import { refuse, type Result } from '@domain/result.ts';
import { catalogueOf } from '@domain/text/catalogue.ts';
import type { Locale } from '@domain/text/locale.ts';
import type { Handlers } from '../contract/dispatch.ts';
import { FILE_ENDING } from '../files/envelope.ts';
import { ON_DISK } from '../files/new-name.ts';
import type { KeyOf } from '../files/parse-project.ts';
import type { OpenProjects } from '../project/open-projects.ts';
import { openingBy } from '../project/opening-by.ts';
import type { ProjectSession } from '../project/project-session.ts';
import type { SessionServices } from '../project/session-services.ts';
import { writeApart } from '../project/write-apart.ts';
import type { Shell } from '../shell.ts';
import { backupIdOf, SEALED } from './backup-service.ts';
import { wholeBackup } from './whole-backup.ts';

export type BackupExportOptions = {
  readonly services: SessionServices;
  readonly projects: OpenProjects;
  readonly dialogs: Pick<Shell['dialogs'], 'saveFile'>;
  readonly locale: () => Locale;
};

export class BackupExport {
  readonly #options: BackupExportOptions;

  constructor(options: BackupExportOptions) {
    this.#options = options;
  }

  handlers(): Pick<Handlers, 'backups.save'> {
    return {
      'backups.save': ({ documentId, backupId, secret }) => this.#saved(this.#options.projects.session(documentId), backupId, secret),
    };
  }

  #saved(session: ProjectSession, backupId: string, secret: VaultSecret | undefined): Promise<Result<Exported>> {
    return openingBy(session, { secret, missing: SEALED }, (keyOf) => this.#save(session, backupId, keyOf));
  }

  /** Read before the user is asked for a destination: an unreadable backup cannot be saved anywhere. */
  async #save({ header: { fileId }, fileName, path }: ProjectSession, backupId: string, keyOf: KeyOf): Promise<Result<Exported>> {
    const { services, dialogs, locale } = this.#options;
    const stored = await services.backups.list(fileId);
    if (!stored.ok) return stored;
    const backup = stored.value.find((each) => backupIdOf(each.fileName) === backupId);
    if (backup === undefined) return refuse({ code: 'token-unknown' });
    const whole = await wholeBackup(services, { fileId, fileName: backup.fileName, keyOf });
    // its own file name would mean nothing to the user
    if (!whole.ok) return refuse('name' in whole.failure ? { ...whole.failure, name: fileName } : whole.failure);
    const { backups: texts } = catalogueOf(locale());
    const { stem } = partsOf(fileName, FILE_ENDING);
    const name = fittingName(stem, (fitting) => `${texts.copyName(fitting, services.dayOf(backup.takenAt))}${FILE_ENDING}`, ON_DISK);
    const target = await dialogs.saveFile({
      title: texts.saveTitle,
      folder: dirname(path),
      name,
      filter: { name: 'Tierce', extension: FILE_ENDING.slice(1) },
    });
    return target === null ? refuse({ code: 'cancelled' }) : writeApart(this.#options, target, [whole.value]);
  }
}
