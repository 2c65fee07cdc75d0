// The English catalogue: complete for the interface and the documents.
import { collective } from './en/collective.ts';
import { decisionRecord, statement, workbook } from './en/days-documents.ts';
import { failures } from './en/failures.ts';
import { attachments, history, leaving, protection } from './en/file.ts';
import { firstSteps, help } from './en/help.ts';
import { logos, profile } from './en/logos.ts';
import { notebook } from './en/notebook.ts';
import { overview } from './en/overview.ts';
import { documents, report } from './en/report.ts';
import { backups, conflict, doubt, file, readOnly, recovery, trouble } from './en/safety.ts';
import { session } from './en/session.ts';
import { crash, navigation, palette, saving, shell } from './en/shell.ts';
import { home, start, welcome } from './en/start.ts';
import { stepName } from './en/steps.ts';
import { tables } from './en/tables.ts';
import { time } from './en/time.ts';
import { words } from './en/words.ts';
import { frame, sessions } from './en/work.ts';
import type { Catalogue } from './fr.ts';

export const en: Catalogue = {
  shell,
  saving,
  navigation,
  palette,
  crash,
  help,
  firstSteps,
  welcome,
  home,
  start,
  words,
  tables,
  overview,
  frame,
  logos,
  profile,
  sessions,
  session,
  collective,
  time,
  notebook,
  report,
  documents,
  statement,
  decisionRecord,
  workbook,
  failures,
  file,
  backups,
  readOnly,
  trouble,
  conflict,
  recovery,
  doubt,
  attachments,
  history,
  protection,
  leaving,
  stepName,
};
