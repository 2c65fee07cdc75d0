// The named mutants: each breaks one safety rule by one edit, and must turn a test red.

export type Mutant = {
  readonly name: string;
  readonly promise: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  /** Test files that must notice. */
  readonly tests: readonly string[];
};

const WRITER = 'main/files/replace-file.ts';
const WRITER_TESTS = ['tests/integration/main/replace-file.test.ts'];
const SESSION_TESTS = ['tests/integration/main/project-session.test.ts'];
const PARSE = 'main/files/parse-project.ts';
const PARSE_TESTS = ['tests/integration/main/parse-project.test.ts'];
const GUARD_TESTS = ['tests/unit/domain/guards.test.ts'];
const VAULT_TESTS = ['tests/unit/main/vault.test.ts'];
const NOTEBOOK_TESTS = ['tests/integration/main/vault.test.ts'];
const LOCK_TESTS = ['tests/integration/main/locks.test.ts'];
const BACKUP_TESTS = ['tests/integration/main/backups.test.ts'];
const SALVAGE_TESTS = ['tests/integration/main/salvage.test.ts'];
const LEDGER_TESTS = ['tests/unit/domain/ledger.test.ts'];
const CONTRACT_TESTS = ['tests/integration/main/dispatch.test.ts'];

export const MUTANTS: readonly Mutant[] = [
  { name: 'skip the flush of the new bytes', promise: 'A3', file: WRITER, from: '    await file.sync();', to: '', tests: WRITER_TESTS },
  { name: 'skip the size check', promise: 'A3', file: WRITER, from: 'throw new ShortFile(\'size differs after writing\');', to: 'await file.stat();', tests: WRITER_TESTS },
  { name: 'write only once, however short it comes', promise: 'A3', file: WRITER, from: '    written += bytesWritten;', to: '    written = bytes.byteLength + (bytesWritten - bytesWritten);', tests: WRITER_TESTS },
  { name: 'remove the old content before the new one is in place', promise: 'A3', file: WRITER, from: '    await renameWithPatience(files, temporary, path);', to: '    await removeQuietly(files, path);\n    await renameWithPatience(files, temporary, path);', tests: WRITER_TESTS },
  { name: 'skip the flush of the folder', promise: 'A3', file: WRITER, from: '    await flushFolder(files, dirname(path));', to: '', tests: WRITER_TESTS },
  { name: 'leave the temporary file behind', promise: 'A3', file: WRITER, from: '    if (temporary !== null) await removeQuietly(files, temporary);', to: '', tests: WRITER_TESTS },
  { name: 'write over a file that another hand changed', promise: 'A9', file: 'main/files/project-adapter.ts', from: "return { code: before === null ? 'file-exists' : 'file-changed-underneath', name };", to: "return before === null ? { code: 'file-exists', name } : null;", tests: SESSION_TESTS },
  { name: 'create over a file that is there', promise: 'A3', file: 'main/files/project-adapter.ts', from: "return { code: before === null ? 'file-exists' : 'file-changed-underneath', name };", to: "return before === null ? null : { code: 'file-changed-underneath', name };", tests: SESSION_TESTS },
  { name: 'take our own bytes for another hand’s after a failed flush', promise: 'A3', file: 'main/files/project-adapter.ts', from: 'if (isSame || (await this.#holdsOwn())) return null;', to: 'if (isSame) return null;', tests: SESSION_TESTS },
  { name: 'skip the flush of the journal', promise: 'A2', file: 'main/journal/journal.ts', from: '(file) => file.datasync()', to: '() => Promise.resolve()', tests: SESSION_TESTS },
  { name: 'say journal when the journal failed', promise: 'A2', file: 'main/project/project-session.ts', from: "else this.#tell({ where: 'failing', at: this.#saveState.at, failure: written.failure satisfies Failure });", to: "else this.#tell({ where: 'journal', at: now, failure: null });", tests: SESSION_TESTS },
  { name: 'skip the check sum of journal lines', promise: 'A2', file: 'main/journal/journal.ts', from: "line !== '' && line.slice(0, SUM_LENGTH) === sumOf(content) ? [content] : []", to: "line !== '' ? [content] : []", tests: ['tests/integration/main/journal.test.ts'] },
  { name: 'replay the journal into an older copy', promise: 'A2', file: 'main/journal/recover.ts', from: "const confirmed = Math.max(0, entries.findLastIndex((entry) => entry.kind === 'saved'));", to: 'const confirmed = 0;', tests: SESSION_TESTS },
  { name: 'shorten a journal by steps that no file has', promise: 'A2', file: 'main/journal/journal.ts', from: 'Math.min(firstKept, standing)', to: 'firstKept', tests: ['tests/integration/main/journal.test.ts'] },
  { name: 'write over a journal under another seal', promise: 'A2', file: 'main/project/open-session.ts', from: ' || isForeign', to: '', tests: ['tests/integration/main/protection.test.ts'] },
  { name: 'write over a journal that cannot be read', promise: 'A2', file: 'main/journal/journal-of-file.ts', from: '  if (!read.ok) return read;\n  const own = { journal, entries: read.value };', to: '  const own = { journal, entries: read.ok ? read.value : [] };\n  if (!read.ok) return ok(own);', tests: SESSION_TESTS },
  { name: 'forget steps that an older copy does not hold', promise: 'A2', file: 'main/journal/recover.ts', from: ' || step.revision > revision', to: '', tests: SESSION_TESTS },
  { name: 'let go of what would be lost', promise: 'A10', file: 'main/project/project-session.ts', from: '!(evenUnsaved && this.isSafeHere)', to: '!evenUnsaved', tests: ['tests/integration/main/application.test.ts'] },
  { name: 'forget the undo history at closing', promise: 'A6', file: 'main/journal/recover.ts', from: 'steps: [...past, ...applied]', to: 'steps: applied', tests: SESSION_TESTS },
  { name: 'let acts be undone', promise: 'A6', file: 'domain/commands/undo-stack.ts', from: 'done: step.isAct ? stack.done.filter((earlier) => !hasSealed(step, earlier)) : [...stack.done, step]', to: 'done: [...stack.done, step]', tests: SESSION_TESTS },
  { name: 'skip the guards on the road "undo"', promise: 'A6', file: 'main/project/project-session.ts', from: 'judge(this.document, planned.changes, today);', to: "judge(this.document, planned.changes, today, ...(planned.kind === 'undo' ? [[]] : []));", tests: GUARD_TESTS },
  { name: 'skip the guards on the road "recovery"', promise: 'A2', file: 'main/journal/recover.ts', from: 'advance(document, step.changes, dayOf(step.at)) : null', to: 'advance(document, step.changes, dayOf(step.at), []) : null', tests: GUARD_TESTS },
  { name: 'drop the guard of overruns', promise: 'F6', file: 'domain/guards/advance.ts', from: 'envelopeNotNegative, overrunAsAgreed,\n', to: 'envelopeNotNegative,\n', tests: GUARD_TESTS },
  { name: 'apply changes to a record that is not as it was', promise: 'A6', file: 'domain/guards/advance.ts', from: 'if (changed !== undefined) return', to: 'if (changed !== undefined && changes.length < 0) return', tests: GUARD_TESTS },
  { name: 'skip the digest', promise: 'A11', file: PARSE, from: "return written === digestOf(head) ? ok(data) : damaged(name, 'digest');", to: 'return ok(data);', tests: PARSE_TESTS },
  { name: 'read a file of a newer version', promise: 'A7', file: 'main/files/migrations.ts', from: 'return version > target ?', to: 'return version > target + 100 ?', tests: PARSE_TESTS },
  { name: 'take a record that points to nobody', promise: 'A1', file: PARSE, from: 'return dangling === undefined ? ok(read)', to: 'return dangling === undefined || name.length >= 0 ? ok(read)', tests: PARSE_TESTS },
  { name: 'take unknown fields of a record', promise: 'A1', file: 'domain/tables/sound-record.ts', from: ' || Object.keys(fields).length !== checks.length + 1', to: '', tests: PARSE_TESTS },
  { name: 'widen the schema of a message', promise: 'K1', file: 'preload/contract/schemas.ts', from: 'const ofDocument = z.strictObject({ documentId });', to: 'const ofDocument = z.object({ documentId });', tests: CONTRACT_TESTS },
  { name: 'hear messages about documents that are not open', promise: 'K1', file: 'main/contract/dispatch.ts', from: 'if (failure !== null) return refuse(failure);', to: 'if (failure !== null && channel === channel.toUpperCase()) return refuse(failure);', tests: CONTRACT_TESTS },
  { name: 'log what was typed with a bug', promise: 'K5', file: 'main/bug.ts', from: "return [error.name, ...frames", to: 'return [error.name, error.message, ...frames', tests: ['tests/integration/main/application.test.ts'] },
  { name: 'show the window the vault', promise: 'E1', file: 'main/project/open-projects.ts', from: 'document: { kind, accompaniment, desk },', to: 'document: Object.assign({}, session.document, { kind, accompaniment, desk }),', tests: ['tests/integration/main/application.test.ts'] },
  { name: 'print a sealed value', promise: 'E1', file: 'main/vault/sealed.ts', from: '  toJSON(): string {\n    return MASK;', to: '  toJSON(): string {\n    return JSON.stringify(this.#value);', tests: VAULT_TESTS },
  { name: 'open a box at another record', promise: 'E1', file: 'main/vault/vault.ts', from: 'privateNotes/${recordId}`', to: 'privateNotes/`', tests: VAULT_TESTS },
  { name: 'derive keys at whatever cost a file asks', promise: 'A12', file: 'main/vault/key-slots.ts', from: 'if (!isBearable(slot))', to: 'if (!isBearable({ ...SCRYPT }))', tests: VAULT_TESTS },
  { name: 'tell apart two Unicode forms of a passphrase', promise: 'A12', file: 'main/vault/key-slots.ts', from: "return passphrase.normalize('NFKC');", to: 'return passphrase;', tests: VAULT_TESTS },
  { name: 'keep the key after the lock', promise: 'E11', file: 'main/vault/unlocked-vaults.ts', from: '    forget(unlocked.vault);\n    this.#unlocked.delete(documentId);', to: '    this.#unlocked.delete(unlocked.vault.keys.id);', tests: NOTEBOOK_TESTS },
  { name: 'leave the bytes of the key behind', promise: 'E11', file: 'main/vault/vault.ts', from: '  key.fill(0);', to: '  key.fill(0, 0, 0);', tests: VAULT_TESTS },
  { name: 'send the notes while the vault is locked', promise: 'E1', file: 'main/vault/vault-service.ts', from: "    if (vault === null) return refuse({ code: 'vault-locked' });\n    const { document, revision }", to: '    if (vault === null) return ok({ notes: [], unreadable: 0, revision: 0, vault: this.status(documentId) });\n    const { document, revision }', tests: NOTEBOOK_TESTS },
  { name: 'write a note in the clear', promise: 'E1', file: 'main/vault/vault.ts', from: 'return `s.${seal(vault.key, padded(note), notePlace(vault.keys, recordId), random).toString(\'base64\')}`;', to: 'return `s.${padded(note).toString(\'base64\')}`;', tests: NOTEBOOK_TESTS },
  { name: 'forget to lock at closing', promise: 'E11', file: 'main/project/open-projects.ts', from: '    this.#onClosed(documentId);\n    return closed;', to: '    return closed;', tests: NOTEBOOK_TESTS },
  { name: 'never lock by the clock', promise: 'E11', file: 'main/vault/auto-lock.ts', from: 'return Math.max(0, Math.min(IDLE_MS, IDLE_MS - idle));', to: 'return Math.max(1, Math.min(IDLE_MS, IDLE_MS - idle));', tests: NOTEBOOK_TESTS },
  { name: 'call keys done before the file holds them', promise: 'E1', file: 'main/project/project-session.ts', from: "      const { where, failure } = await this.#write();\n      if (where === 'file') return this", to: "      const { where, failure } = this.#saveState;\n      if (where !== 'failing') return this", tests: NOTEBOOK_TESTS },
  { name: 'let the earlier passphrase open a changed vault', promise: 'A12', file: 'main/vault/vault.ts', from: "...keys.slots.filter(({ kind }) => kind !== 'passphrase')", to: '...keys.slots', tests: NOTEBOOK_TESTS },
  { name: 'show in the list of undo that a line was written', promise: 'E1', file: 'main/vault/vault-service.ts', from: "const LINE = { isAct: true,", to: 'const LINE = { isAct: false,', tests: NOTEBOOK_TESTS },
  { name: 'leave the window open to captures', promise: 'E1', file: 'main/vault/unlocked-vaults.ts', from: '    this.#surroundings.shield(true);\n', to: '', tests: NOTEBOOK_TESTS },
  { name: 'keep the notes in the window after the lock', promise: 'E11', file: 'renderer/state/notebook.ts', from: "notebookStore.set({ state: 'locked', ...CLOSED });", to: "notebookStore.set({ state: 'locked' });", tests: ['tests/unit/renderer/notebook.test.ts'] },
  { name: 'keep private notes in the palette after the lock', promise: 'I3', file: 'renderer/shell/palette-private.ts', from: "if (state !== 'open' || documentId !== openDocument()) return 'closed';", to: "if (documentId !== openDocument()) return 'closed';", tests: ['tests/unit/renderer/palette-private.test.ts'] },
  { name: 'keep notes that arrive after the lock', promise: 'E11', file: 'renderer/state/notebook.ts', from: 'if (!reply.ok || locks !== locksBefore) {', to: 'if (!reply.ok || locks < locksBefore) {', tests: ['tests/unit/renderer/palette-private.test.ts'] },
  { name: 'send a sealed record to the window', promise: 'E1', file: 'main/project/open-projects.ts', from: 'changes: reply.value.changes.filter(isForTheWindow),', to: 'changes: reply.value.changes.filter((change) => isForTheWindow(change) || true),', tests: NOTEBOOK_TESTS },
  { name: 'put the desk into the list of the library', promise: 'E1', file: 'main/library/library.ts', from: '{ summary: summaryOf(read.value.document.accompaniment, today),', to: '{ summary: { ...summaryOf(read.value.document.accompaniment, today), ...read.value.document.desk },', tests: ['tests/integration/main/canary.test.ts'] },
  { name: 'let planned time reduce what remains', promise: 'F4', file: 'domain/ledger/ledger.ts', from: 'remaining: minutes(granted - counted) };', to: "remaining: minutes(granted - counted - consumed('planned')) };", tests: LEDGER_TESTS },
  { name: 'count an amendment before it is in force', promise: 'F1', file: 'domain/ledger/ledger.ts', from: '.filter((amendment) => amendment.on <= on)', to: '', tests: LEDGER_TESTS },
  { name: 'let time that is not eligible consume days', promise: 'F3', file: 'domain/ledger/ledger.ts', from: ' && accompaniment.kinds[entry.kindId]?.isEligible === true', to: '', tests: LEDGER_TESTS },
  { name: 'answer under another host name', promise: 'K2', file: 'main/browser/admission.ts', from: 'if (request.host !== own) return { status: 403 };', to: '', tests: ['tests/unit/main/browser/admission.test.ts'] },
  { name: 'let the code of the browser shell serve twice', promise: 'K2', file: 'main/browser/sessions.ts', from: '      code = null;\n      const token', to: '      const token', tests: ['tests/unit/main/browser/sessions.test.ts'] },
  { name: 'trust a message of a subframe', promise: 'K1', file: 'main/electron/senders.ts', from: 'isOwnWindow && isMainFrame && frameUrl', to: 'isOwnWindow && (isMainFrame || !isMainFrame) && frameUrl', tests: ['tests/unit/main/electron/senders.test.ts'] },
  { name: 'let a structure move before it arrived', promise: 'C2', file: 'domain/guards/advance.ts', from: 'oneAttendance, movesAfterArrival, timeOfADay,', to: 'oneAttendance, timeOfADay,', tests: GUARD_TESTS },
  { name: 'leave the changes of an older journal as they were', promise: 'A7', file: 'main/files/migrations.ts', from: "  if (Object.keys(missing).length === 0) return change;", to: "  if (Object.keys(missing).length === 0 || change.table !== '') return change;", tests: PARSE_TESTS },
  { name: 'forget what lies outside the period in the days of the workbook', promise: 'H2', file: 'domain/report/workbook-days.ts', from: 'Math.abs(outside) < LESS_THAN_A_MINUTE ? [] :', to: 'Math.abs(outside) < 1e9 ? [] :', tests: ['tests/unit/domain/report/days-documents.test.ts'] },
  { name: 'list planned time as done in the statement', promise: 'F4', file: 'domain/report/days-statement.ts', from: "entry.status === 'done' && isWithin(period, entry.date)", to: 'isWithin(period, entry.date)', tests: ['tests/unit/domain/report/days-documents.test.ts'] },
  { name: 'think the window done before it says so', promise: 'A2', file: 'main/window/traffic.ts', from: 'if (ask()) setTimeout(resolve, PATIENCE_MS);', to: 'if (ask()) setTimeout(resolve, 150);', tests: ['tests/unit/main/window/traffic.test.ts'] },
  { name: 'take over the lock of a living holder', promise: 'A8', file: 'main/locks/file-lock.ts', from: 'return found.instance === running.instance ? !live.has(found.token) : running.isSurelyGone(found.process);', to: 'return found.instance === running.instance ? !live.has(found.token) : true;', tests: LOCK_TESTS },
  { name: 'write after the lock was lost', promise: 'A8', file: 'main/files/project-adapter.ts', from: 'return (await this.#lost()) ?? this.#changedUnderneath();', to: 'return this.#changedUnderneath();', tests: LOCK_TESTS },
  { name: 'sweep the temporary files of a writer that may live', promise: 'A3', file: 'main/project/session-locks.ts', from: 'return !this.#isTakingOver && ', to: 'return ', tests: LOCK_TESTS },
  { name: 'let go of backups before the new one is safe', promise: 'A4', file: 'main/backups/backup-store.ts', from: '      await files.mkdir(folder, { recursive: true });\n', to: '      await files.mkdir(folder, { recursive: true });\n      for (const old of await namesIn(files, folder)) await files.unlink(join(folder, old));\n', tests: BACKUP_TESTS },
  { name: 'migrate without a backup', promise: 'A7', file: 'main/backups/backup-rhythm.ts', from: "return reason === 'migration' ? taken : ok(null);", to: 'return ok(null);', tests: BACKUP_TESTS },
  { name: 'let a restored backup turn a register back', promise: 'A5', file: 'domain/changes-between.ts', from: '(isRegister(table) ? before === null : !kept.has(placeOf(table, id)))', to: '!kept.has(placeOf(table, id)) || isRegister(table)', tests: BACKUP_TESTS },
  { name: 'salvage an unsound record', promise: 'A11', file: 'main/salvage/place-records.ts', from: 'return isSoundRecord(table, id, record) ? [{ table, record }] : [];', to: 'return isData(record) ? [{ table, record: record as AnyRecord }] : [];', tests: SALVAGE_TESTS },
  { name: 'leave a dangling reference in what is salvaged', promise: 'A11', file: 'main/salvage/salvage.ts', from: 'const dropped = repairReferences(placed);', to: 'const dropped = repairReferences(new Map<never, never>());', tests: SALVAGE_TESTS },
  { name: 'write what was under a seal in the clear', promise: 'A12', file: 'main/project/file-recovery.ts', from: 'keys: key === null ? { ...keys, file: null } : keys };', to: 'keys: { ...keys, file: null } };\n    if (key !== null) return ok(serialiseProject({ ...project, header }, null));', tests: SALVAGE_TESTS },
  { name: 'leave plain backups after protecting', promise: 'A12', file: 'main/project/reseal-copies.ts', from: 'const left = await resealBackups(services, resealed);', to: 'const left = 0;', tests: ['tests/integration/main/protection.test.ts'] },
  { name: 'let the history tell of the notebook', promise: 'A13', file: 'domain/history/history.ts', from: "step.changes.filter(({ table }) => declarationOf(table).class === 'accompaniment')", to: "step.changes.filter(({ table }) => declarationOf(table).class !== 'desk')", tests: ['tests/unit/domain/history.test.ts'] },
  { name: 'forget the folder of a journal that is begun', promise: 'A2', file: 'main/journal/journal.ts', from: "if (end === 'none') await flushFolder(this.#files, dirname(this.#path));", to: '', tests: ['tests/integration/main/power-cut.test.ts'] },
  { name: 'name a backup by what was read before', promise: 'A4', file: 'main/backups/backup-rhythm.ts', from: 'digestWrittenIn(bytes) ?? digest;', to: 'digest;', tests: BACKUP_TESTS },
  { name: 'look for a gone file by its name alone', promise: 'A4', file: 'main/project/file-recovery.ts', from: 'const known = fileId ?? own.head?.fileId', to: 'const known = own.head?.fileId', tests: ['tests/integration/main/gone-files.test.ts'] },
  { name: 'fail to open over a content that cannot be let go', promise: 'A14', file: 'main/attachments/content-store.ts', from: 'orThrow(error); // one that cannot be removed', to: 'throw error; // one that cannot be removed', tests: ['tests/integration/main/attachments.test.ts'] },
  { name: 'drop lines under another seal', promise: 'A12', file: 'main/journal/journal.ts', from: "entry === null ? lineOf(content) : this.#line(entry)", to: "entry === null ? '' : this.#line(entry)", tests: ['tests/integration/main/journal.test.ts'] },
  { name: 'keep the sums of before a change', promise: 'F4', file: 'domain/tally.ts', from: 'keep(tally, to, sumsAfter(tally, from, changes));', to: 'keep(tally, to, sumsOf(tally, from));', tests: ['tests/unit/domain/tally.test.ts'] },
  { name: 'remove whatever lock stands in the place of the one that was judged', promise: 'A8', file: 'main/locks/file-lock.ts', from: 'if (JSON.stringify(await read(files, path)) === JSON.stringify(found)) await', to: 'await', tests: LOCK_TESTS },
  { name: 'put a recovered file over one that has come back', promise: 'A3', file: 'main/project/file-recovery.ts', from: ', lastCheck: () => whatStandsAt(services.files, target.value) }', to: ' }', tests: ['tests/integration/main/gone-files.test.ts'] },
  { name: 'keep no backup of new keys', promise: 'E1', file: 'main/project/project-session.ts', from: "this.#rhythm.keep(this.#adapter.contentOf(this.project), 'keys').then(() => reply)", to: 'reply', tests: ['tests/integration/main/gone-files.test.ts'] },
  { name: 'give back in the clear what was protected since its backup', promise: 'A12', file: 'main/project/backup-recovery.ts', from: 'if (ring === null) return', to: 'if (ring === null || sealing === null) return', tests: ['tests/integration/main/gone-files.test.ts'] },
  { name: 'forget a file that is open elsewhere', promise: 'A16', file: 'main/project/traces-service.ts', from: 'return held.ok ? await removeTraces(services, fileId) : held;', to: 'return held.ok ? await removeTraces(services, fileId) : await removeTraces(services, fileId);', tests: ['tests/integration/main/gone-files.test.ts'] },
  { name: 'say that nothing is lost with a torn journal', promise: 'A11', file: 'main/project/backup-recovery.ts', from: 'Math.max(0, kept.last - revision)', to: '0', tests: ['tests/integration/main/gone-files.test.ts'] },
  { name: 'leave a journal in the clear beside a sealed file', promise: 'A12', file: 'main/journal/journal-of-file.ts', from: 'if (key === null || !journal.holdsForeign) return ok(own);', to: 'if (key === null || journal !== null) return ok(own);', tests: ['tests/integration/main/protection.test.ts'] },
  { name: 'make a file again that has come back', promise: 'A9', file: 'main/project/file-recovery.ts', from: 'return (await isBack(services.files, file)) ? refuse', to: 'return (await isBack(services.files, { ...file, fileId: null })) ? refuse', tests: ['tests/integration/main/recovery-accidents.test.ts'] },
  { name: 'put the journal aside before the file is made again', promise: 'A2', file: 'main/project/file-recovery.ts', from: "if (kind === 'saved' && lost", to: "if (kind === 'saving' && lost", tests: ['tests/integration/main/recovery-accidents.test.ts'] },
  { name: 'leave out the steps of a journal that cannot be read just now', promise: 'A11', file: 'main/project/backup-recovery.ts', from: '  if (!read.ok) return read;\n  const entries = read.value;', to: '  const entries = read.ok ? read.value : [];', tests: ['tests/integration/main/recovery-accidents.test.ts'] },
  { name: 'hold no journal of a file that is new', promise: 'A8', file: 'main/project/open-session.ts', from: '[[path, basename(path)], [journalPathOf(services, fileId), basename(path)]]', to: '[[path, basename(path)]]', tests: ['tests/integration/main/recovery-accidents.test.ts'] },
  { name: 'leave backups under a passphrase that was replaced', promise: 'A12', file: 'main/project/reseal-copies.ts', from: 'JSON.stringify(head.keys?.file) !== JSON.stringify(keys.file)', to: 'head.keys === null', tests: ['tests/integration/main/recovery-accidents.test.ts'] },
  { name: 'remove what a file that is looked at needs', promise: 'A16', file: 'main/project/traces-service.ts', from: 'if (readOnly !== null) return', to: 'if (readOnly === undefined) return', tests: ['tests/integration/main/recovery-accidents.test.ts'] },
];
