// `tierce report`: writes documents of a file into a folder.
import { basename, join } from 'node:path';
import type { Accompaniment } from '@domain/document.ts';
import type { Failure } from '@domain/failures.ts';
import { beginningOf, fittingName, inCharacters, partsAtDot, partsOf } from '@domain/file-name.ts';
import { isWithin } from '@domain/report/days-statement.ts';
import type { DocumentRequest } from '@domain/report/document-request.ts';
import { compareSessions } from '@domain/ordering.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import { catalogueOf } from '@domain/text/catalogue.ts';
import { signName } from '@domain/writing/drawable.ts';
import { renderDocument } from '../documents/document-service.ts';
import { errnoOf, folderFailure } from '../files/disk-failure.ts';
import { FILE_ENDING } from '../files/envelope.ts';
import type { FileSystem } from '../files/file-system.ts';
import { ON_DISK, stemFor } from '../files/new-name.ts';
import type { ReadProject } from '../files/read-project-file.ts';
import { replaceFile } from '../files/replace-file.ts';
import type { ReportRequest } from './arguments.ts';
import type { CliWorld, Told } from './cli-world.ts';

/**
 * @returns the files written; or record-missing if there is no such session, file-wrong-kind, render-failed,
 * render-too-long, disk-*
 */
export async function writeReports({ document }: ReadProject, request: ReportRequest, world: CliWorld): Promise<Result<Told>> {
  if (document.kind !== 'accompaniment') return refuse({ code: 'file-wrong-kind', name: basename(request.file) });
  const requests = requestsOf(document.accompaniment, request);
  if (requests.length === 0) return refuse({ code: 'record-missing', table: 'sessions', id: request.session ?? '' });
  const written: string[] = [];
  const missing = new Set<string>();
  for (const each of requests) {
    const rendered = await renderDocument(world.renderer, {
      accompaniment: document.accompaniment,
      request: each,
      locale: request.locale,
      today: world.today,
    });
    if (!rendered.ok) return rendered;
    const name = nameFor(rendered.value.fileName, basename(request.file));
    const failure = await writeOut(request, name, rendered.value.bytes, world);
    if (failure !== null) return refuse(failure);
    written.push(join(request.out, name));
    for (const sign of rendered.value.missing) missing.add(sign);
  }
  return ok({ lines: written, warnings: warningsOf([...missing], world), data: { files: written, missing: [...missing] } });
}

function warningsOf(missing: readonly string[], { locale }: CliWorld): readonly string[] {
  return missing.length === 0 ? [] : [catalogueOf(locale).report.undrawable(missing.map(signName).join(', '))];
}

/** One document per session of the period, or one for the whole period. */
function requestsOf(accompaniment: Accompaniment, { report, session, period }: ReportRequest): readonly DocumentRequest[] {
  if (report === 'days' || report === 'workbook') return [{ kind: report, ...period }];
  const wanted = Object.values(accompaniment.sessions).filter((each) =>
    session === null ? each.status !== 'cancelled' && isWithin(period, each.date) : each.id === session,
  );
  return wanted.toSorted(compareSessions).map(({ id }) => ({ kind: report, sessionId: id }));
}

/** Enough of a file's name to distinguish it from others. In characters. */
const LONGEST_MISSION = 60;

/**
 * Reports of several missions may go into one folder, and their sessions may share date and title: so the name includes that of the file.
 */
function nameFor(documentName: string, fileName: string): string {
  const { stem, ending } = partsAtDot(documentName);
  const mission = beginningOf(stemFor(partsOf(fileName, FILE_ENDING).stem), inCharacters(LONGEST_MISSION)).trim();
  return stem.includes(mission) ? documentName : fittingName(stem, (fitting) => `${fitting} (${mission})${ending}`, ON_DISK);
}

async function writeOut(
  { out: folder, isForced }: ReportRequest,
  name: string,
  bytes: Uint8Array,
  { files, newId }: CliWorld,
): Promise<Failure | null> {
  try {
    await files.mkdir(folder, { recursive: true });
    if (!isForced && (await stands(files, join(folder, name)))) return { code: 'file-exists-here', name };
  } catch (error) {
    return folderFailure(error, basename(folder));
  }
  const written = await replaceFile(files, { path: join(folder, name), parts: [bytes], nonce: newId() });
  return written.ok ? null : written.failure;
}

/** Whether anything has that name, even a link that leads nowhere. */
async function stands(files: FileSystem, path: string): Promise<boolean> {
  try {
    await files.lstat(path);
    return true;
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return false;
    throw error;
  }
}
