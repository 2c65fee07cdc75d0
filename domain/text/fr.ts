// The French catalogue: the source of every text and of its type.
import { collective } from './fr/collective.ts';
import { decisionRecord, statement, workbook } from './fr/days-documents.ts';
import { failures } from './fr/failures.ts';
import { attachments, history, leaving, protection } from './fr/file.ts';
import { firstSteps, help } from './fr/help.ts';
import { logos, profile } from './fr/logos.ts';
import { notebook } from './fr/notebook.ts';
import { overview } from './fr/overview.ts';
import { documents, report } from './fr/report.ts';
import { backups, conflict, doubt, file, readOnly, recovery, trouble } from './fr/safety.ts';
import { session } from './fr/session.ts';
import { crash, navigation, palette, saving, shell } from './fr/shell.ts';
import { home, start, welcome } from './fr/start.ts';
import { stepName } from './fr/steps.ts';
import { tables } from './fr/tables.ts';
import { time } from './fr/time.ts';
import { words } from './fr/words.ts';
import { frame, sessions } from './fr/work.ts';

export const fr = {
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

/** Every text of Tierce: French gives the type, and a text that another language lacks does not compile. */
export type Catalogue = typeof fr;
