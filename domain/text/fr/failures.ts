// French texts of every expected failure: what happened, what is safe, what to do.
import { readers } from './levels.ts';
import { formatDate } from '../../format/dates.ts';
import { formatCount } from '../../format/numbers.ts';
import { formatDays, formatHours } from '../../format/durations.ts';
import { minutes } from '../../units.ts';
import type { LockHolder } from '../../failures.ts';
import type { FailureTexts } from '../failure-texts.ts';
import { frenchCount } from '../plural.ts';
import { tables } from './tables.ts';

export const failures: FailureTexts = {
  places: {
    journal: 'journal des changements',
    backups: 'copies de sécurité',
    backup: 'copie de sécurité',
    attachments: 'pièces jointes',
    folder: 'dossier',
  },
  'file-not-found': ({ name }) => `«\u202f${name}\u202f» n’est plus là. Il a pu être déplacé ou renommé, ou la clé USB retirée.`,
  'file-is-folder': ({ name }) =>
    `«\u202f${name}\u202f» est un dossier\u202f: rien n’y a été changé. Renommez-le ou déplacez-le s’il tient la place d’un fichier, ou choisissez un fichier .tierce.`,
  'file-not-folder': ({ name }) =>
    `«\u202f${name}\u202f» est un fichier, pas un dossier\u202f: rien n’y a été changé. Remettez en place le dossier de ce nom, ou choisissez-en un autre.`,
  'file-link-broken': ({ name }) =>
    `«\u202f${name}\u202f» est un lien qui ne mène à aucun fichier. Rien n’y a été changé\u202f: remettez en place le fichier auquel il mène (une clé USB peut-être), ou supprimez ce lien.`,
  'file-empty': ({ name }) =>
    `«\u202f${name}\u202f» est vide. Tierce n’y a pas touché\u202f; cet ordinateur en garde peut-être une copie de sécurité.`,
  'file-too-large': ({ name, bytes }) =>
    `«\u202f${name}\u202f» pèse ${formatCount(Math.round(bytes / 1_000_000), 'fr')}\u00a0Mo, plus que Tierce n’en ouvre. Rien n’y a été changé\u202f; cet ordinateur en garde peut-être une copie de sécurité.`,
  'file-not-tierce': ({ name }) => `«\u202f${name}\u202f» n’est pas un fichier de Tierce. Rien n’y a été changé.`,
  'file-truncated': ({ name }) =>
    `«\u202f${name}\u202f» est coupé avant la fin. Tierce n’y a rien changé\u202f; une copie de sécurité est peut-être entière.`,
  'file-damaged': ({ name, where }) =>
    `«\u202f${name}\u202f» est abîmé. Tierce n’y a rien changé\u202f; une copie de sécurité est peut-être entière (repère technique\u202f: ${where}).`,
  'file-not-migrated': ({ name, version, table, id }) =>
    `«\u202f${name}\u202f» vient d’une version plus ancienne de Tierce (format ${version}), et ce qu’il contient dans «\u202f${tables[table].many}\u202f» n’a pas pu être converti au format actuel. Rien n’y a été changé\u202f: récupérez-en le reste, ou demandez de l’aide en donnant ce repère technique\u202f: ${table} ${id}.`,
  'file-newer': ({ name, version, supported }) =>
    `«\u202f${name}\u202f» vient d’une version plus récente de Tierce (format ${version}, ici ${supported}). Mettez Tierce à jour pour l’ouvrir\u202f; rien n’y a été changé.`,
  'file-wrong-kind': ({ name }) => `«\u202f${name}\u202f» est un fichier de Tierce, mais pas du type attendu ici.`,
  'file-sealed': ({ name }) =>
    `«\u202f${name}\u202f» est protégé par une phrase de passe\u202f: donnez-la pour l’ouvrir. Rien n’y a été changé.`,
  'file-changed-underneath': ({ name }) =>
    `«\u202f${name}\u202f» a changé en dehors de Tierce. Rien n’a été écrasé\u202f: comparez les deux versions.`,
  'file-older': ({ name, revision, remembered }) =>
    `«\u202f${name}\u202f» s’arrête ${frenchCount(remembered - revision, 'changement', 'changements')} avant ce que cet ordinateur en a connu. Rien n’y a été changé\u202f; ouvrez-le depuis l’accueil pour décider.`,
  'protection-lost': ({ name }) =>
    `«\u202f${name}\u202f» était protégé par une phrase de passe, et celui qui est à sa place ne l’est pas. Rien n’y a été changé\u202f; ouvrez-le depuis l’accueil pour décider.`,
  'journal-newer': ({ name }) =>
    `«\u202f${name}\u202f» a peut-être des changements que seule une version plus récente de Tierce sait lire. Rien n’y a été changé\u202f; ouvrez-le depuis l’accueil pour décider.`,
  'journal-newer-sealed': ({ name }) =>
    `La protection de «\u202f${name}\u202f» est restée\u202f: une version plus récente de Tierce a noté sur cet ordinateur des changements que personne ne pourrait peut-être plus lire sans elle. Retirez-la avec cette version, ou fermez d’abord le fichier sans rien laisser ici (Exports et traces).`,
  'file-locked': ({ name, holder }) =>
    `«\u202f${name}\u202f» est ouvert ${heldBy(holder)}. Rien n’y a été changé\u202f; vous pouvez le lire sans le modifier.`,
  'file-lock-lost': ({ name, holder }) =>
    `«\u202f${name}\u202f» a été pris en main ${heldBy(holder)}. Rien n’a été écrasé\u202f: enregistrez votre version ailleurs, ou reprenez la main.`,
  'file-read-only': ({ name }) => `«\u202f${name}\u202f» est ouvert en lecture seule\u202f: il ne peut pas être modifié.`,
  'file-write-protected': ({ name }) =>
    `«\u202f${name}\u202f» est protégé contre l’écriture\u202f: rien n’y a été changé. Retirez cette protection dans ses propriétés, ou enregistrez ailleurs.`,
  'file-outgrown': ({ name, bytes, maximum }) =>
    `«\u202f${name}\u202f» pèserait ${megabytes(bytes)}\u00a0Mo\u202f; un fichier en pèse ${megabytes(maximum)} au plus, pour pouvoir être rouvert. Ce qu’il contenait avant y est toujours. Annulez, ou retirez-en quelque chose.`,
  'file-spent': ({ name }) =>
    `«\u202f${name}\u202f» a atteint le nombre maximal de changements. Rien n’y a été changé, et tout y reste lisible. Reprenez une copie de sécurité plus ancienne, ou exportez son contenu.`,
  'file-exists': ({ name }) => `«\u202f${name}\u202f» existe déjà. Choisissez un autre nom.`,
  'file-in-use': ({ name }) => `«\u202f${name}\u202f» est ouvert\u202f: rien n’a été écrit à sa place. Choisissez un autre nom.`,
  'file-name-impossible': ({ name }) =>
    `«\u202f${name}\u202f» ne peut pas servir de nom de fichier. Rien n’a été écrit\u202f; retirez les signes / \\ : * ? " < > |, ou raccourcissez-le.`,
  'file-name-unreadable': ({ name }) =>
    `Le nom de «\u202f${name}\u202f» est écrit d’une manière que cet ordinateur ne sait pas lire. Rien n’y a été changé\u202f: renommez-le dans le gestionnaire de fichiers, et il sera dans la liste.`,
  'file-exists-here': ({ name }) =>
    `«\u202f${name}\u202f» existe déjà\u202f: rien n’a été remplacé. Choisissez un autre dossier, ou ajoutez --force pour le remplacer.`,
  'attachment-no-file': ({ name }) =>
    `«\u202f${name}\u202f» est un dossier ou un périphérique et ne peut pas être joint. Rien n’a été joint\u202f: choisissez un document.`,
  'attachment-too-large': ({ name, bytes, maximum }) =>
    `«\u202f${name}\u202f» pèse ${megabytes(bytes)}\u00a0Mo\u202f; une pièce jointe en pèse ${megabytes(maximum)} au plus. Rien n’a été joint.`,
  'attachments-full': ({ name, maximum, most }) =>
    `Avec «\u202f${name}\u202f», les pièces jointes dépasseraient ${megabytes(maximum)}\u00a0Mo. Rien n’a été joint${maximum < most ? `\u202f; on peut aller jusqu’à ${megabytes(most)}\u00a0Mo, mais chaque enregistrement prend alors plus de temps` : ''}.`,
  'attachment-gone': ({ name }) =>
    `Le contenu de «\u202f${name}\u202f» n’est plus sur cet ordinateur. Une copie de sécurité plus ancienne l’a peut-être encore\u202f; rien n’a été changé.`,
  'attachment-not-opened': ({ name }) =>
    `Tierce n’ouvre pas ce type de document («\u202f${name}\u202f»). Enregistrez-le, puis ouvrez-le vous-même si vous en connaissez l’origine.`,
  'logo-no-picture': ({ name }) =>
    `«\u202f${name}\u202f» n’est pas une image PNG, JPEG ou SVG. Aucun logo n’a été changé\u202f: enregistrez-le dans l’un de ces formats, puis choisissez-le de nouveau.`,
  'logo-other-type': ({ name, found }) =>
    `«\u202f${name}\u202f» contient une image ${found}, ce que son nom ne dit pas. Aucun logo n’a été changé\u202f: vérifiez d’où vient ce fichier, donnez-lui son vrai nom, puis choisissez-le de nouveau.`,
  'logo-too-large': ({ name, bytes, maximum }) =>
    `«\u202f${name}\u202f» pèse ${megabytes(bytes)}\u00a0Mo\u202f; un logo en pèse ${megabytes(maximum)} au plus. Aucun logo n’a été changé\u202f: choisissez une image plus légère.`,
  'logo-too-wide': ({ name, width, height, most }) =>
    `«\u202f${name}\u202f» fait ${width}\u00a0×\u00a0${height} pixels\u202f; un logo en fait ${most} au plus de chaque côté. Aucun logo n’a été changé\u202f: choisissez une image plus petite.`,
  'logo-animated': ({ name }) =>
    `«\u202f${name}\u202f» est une image animée, ce que le papier ne montre pas. Aucun logo n’a été changé\u202f: choisissez une image fixe.`,
  'logo-active': ({ name }) =>
    `«\u202f${name}\u202f» contient du code, ou va chercher quelque chose ailleurs\u202f: Tierce ne l’ouvre pas. Aucun logo n’a été changé\u202f: demandez-le en PNG.`,
  'logo-intricate': ({ name }) =>
    `«\u202f${name}\u202f» est un dessin trop complexe pour un logo. Aucun logo n’a été changé\u202f: demandez-le en PNG.`,
  'logo-broken': ({ name }) =>
    `«\u202f${name}\u202f» est une image abîmée ou vide. Aucun logo n’a été changé\u202f: prenez une autre copie du fichier.`,
  'logos-full': ({ most }) =>
    `Il y a déjà ${most}\u00a0logos, autant qu’il en tient en tête d’un document. Rien n’a été ajouté\u202f: retirez-en un d’abord.`,
  'level-too-wide': ({ asked, needed }) =>
    `Ce document serait pour ${readers[asked]}, et ce dont il parle est pour ${readers[needed]}\u202f: rien n’est parti. Choisissez des lecteurs moins nombreux, ou changez d’abord qui peut lire la séance ou la pièce jointe.`,
  'recipients-beyond': ({ level, names, areAll }) =>
    areAll
      ? `Aucun destinataire ne peut lire ce qui est pour ${readers[level]} (${names})\u202f: rien n’est parti. Choisissez d’autres destinataires, ou un autre niveau.`
      : `Ce document est pour ${readers[level]}, et n’est pas pour ${names}\u202f: rien n’est parti. Retirez ces destinataires, ou choisissez un autre niveau.`,
  'copies-full': ({ maximum }) =>
    `Les copies figées prennent déjà ${megabytes(maximum)}\u00a0Mo\u202f: le document est remis et inscrit au registre, sans sa copie. Retirez du registre des copies anciennes pour que les prochaines soient gardées.`,
  'disk-full': ({ name }) =>
    `Le disque est plein\u202f: «\u202f${name}\u202f» n’a pas été écrit. S’il existait déjà, il n’a pas changé. Libérez de la place, puis réessayez.`,
  'disk-read-only': ({ name }) =>
    `L’emplacement de «\u202f${name}\u202f» est en lecture seule. Autorisez l’écriture à cet endroit, puis réessayez.`,
  'disk-denied': ({ name }) =>
    `Vous n’avez pas le droit d’ouvrir ou d’écrire «\u202f${name}\u202f» à cet endroit. Demandez ce droit à qui gère cet ordinateur, ou enregistrez ailleurs.`,
  'disk-gone': ({ name }) =>
    `L’emplacement de «\u202f${name}\u202f» n’est plus accessible (clé USB retirée, dossier déplacé). Remettez-le en place, puis réessayez.`,
  'disk-busy': ({ name }) =>
    `«\u202f${name}\u202f» est utilisé par un autre programme. Fermez-le dans ce programme\u202f; Tierce réessaie.`,
  'disk-crowded': ({ name }) =>
    `Trop de fichiers sont ouverts à la fois sur cet ordinateur\u202f: «\u202f${name}\u202f» n’a pas pu être lu ou écrit. Rien n’est resté écrit à moitié\u202f; fermez d’autres programmes, puis réessayez.`,
  'disk-failure': ({ name, cause }) =>
    `«\u202f${name}\u202f» n’a pas pu être lu ou écrit. Rien n’est resté écrit à moitié\u202f; réessayez, ou enregistrez ailleurs (repère technique\u202f: ${cause}).`,
  'passphrase-wrong': () => 'Ce n’est pas la bonne phrase de passe.',
  'passphrase-too-short': ({ minimum }) => `Une phrase de passe compte au moins ${minimum} caractères.`,
  'file-key-changed': () =>
    'Ce fichier a reçu ailleurs une nouvelle clé depuis que vous l’avez ouvert. Rien n’a été écrasé\u202f: donnez sa phrase de passe d’aujourd’hui pour voir ce qu’il contient.',
  'backup-sealed': () =>
    'Cette copie est protégée par une autre clé que celle de ce fichier. Donnez la phrase de passe qu’elle avait pour la consulter, ou pour l’enregistrer ailleurs.',
  'key-cost-refused': () =>
    'La protection de ce fichier n’est pas de celles que Tierce accepte. Il n’a été ni ouvert, ni changé\u202f; essayez une copie de sécurité.',
  'seal-broken': () =>
    'Une partie protégée ne peut pas être lue\u202f: elle est abîmée, ou a été modifiée hors de Tierce. Rien n’y a été changé\u202f; une copie de sécurité est peut-être entière.',
  'protection-exists': () => 'Ce fichier est déjà protégé. Rien n’a été changé.',
  'protection-missing': () => 'Ce fichier n’est pas protégé.',
  'note-unsound': () => 'Ce qui se trouve à la place de cette note n’en est pas une. Rien n’a été changé.',
  'vault-key-foreign': () =>
    'La clé qui protège les lignes notées sans ouvrir le carnet n’est pas la bonne\u202f: quelqu’un qui a eu ce fichier en main a pu la remplacer. Rien n’a été écrit, et vos notes sont toujours là.',
  'vault-key-changed': () =>
    'La clé de ce carnet n’est pas celle que cet ordinateur connaît. Le carnet est resté fermé, et rien n’y a été changé.',
  'vault-key-unknown': () =>
    'Rien n’a été noté\u202f: la clé de ce carnet n’est pas celle que cet ordinateur connaît. Ouvrez-le d’abord avec votre phrase de passe.',
  'vault-locked': () => 'Le carnet confidentiel est fermé.',
  'secrets-unavailable': () =>
    'Cet ordinateur n’a pas de coffre qui protège la clé\u202f: elle n’y est pas gardée. Le carnet s’ouvre avec sa phrase de passe.',
  'step-private': () =>
    'La dernière étape touche le carnet confidentiel, qui est fermé. Rien n’a été changé\u202f: ouvrez le carnet, puis recommencez.',
  'vault-missing': () => 'Cet accompagnement n’a pas encore de carnet confidentiel.',
  'vault-exists': () => 'Cet accompagnement a déjà son carnet confidentiel. Rien n’a été changé.',
  stale: () => 'Ce que vous voyiez avait changé entre-temps. L’écran est à jour\u202f: refaites votre geste.',
  'record-missing': () => 'Cet élément n’existe plus. Il a pu être supprimé entre-temps.',
  'record-invalid': ({ field }) => `Cette valeur n’est pas admise (${field}). Rien n’a été changé.`,
  'record-changed': () => 'Cet élément a changé depuis\u202f: l’annulation effacerait une modification plus récente. Rien n’a été changé.',
  'reference-missing': () => 'Cet élément renvoie à un autre qui n’existe plus. Rien n’a été changé.',
  'reference-held': ({ count }) => `Cet élément sert encore à ${frenchCount(count, 'autre', 'autres')}. Retirez-le d’abord de là.`,
  'table-closed': () => 'Cet élément ne se modifie pas ici. Rien n’a été changé.',
  singleton: () => 'Il n’y en a qu’un par fichier\u202f: il se modifie, mais ne s’ajoute ni ne se supprime.',
  'session-ends-before-start': () => 'La séance finirait avant de commencer\u202f: vérifiez les deux heures.',
  'period-reversed': () => 'La fin précède le début\u202f: vérifiez les deux dates.',
  'attendance-twice': () => 'Cette personne est déjà inscrite à la séance.',
  'time-too-long': ({ maximum }) => `Une saisie ne dépasse pas ${formatHours(minutes(maximum), 'fr')}. Répartissez-la sur plusieurs jours.`,
  'overrun-refused': ({ missingMinutes, minutesPerDay: day }) =>
    `Il manquerait ${formatDays(missingMinutes / day, 'fr')}, et la convention n’admet pas de dépassement. Demandez un avenant, ou saisissez ce temps hors enveloppe.`,
  'overrun-unjustified': ({ missingMinutes, minutesPerDay: day }) =>
    `L’enveloppe serait dépassée de ${formatDays(missingMinutes / day, 'fr')}\u202f: la convention demande une justification.`,
  'outside-period-refused': ({ on }) =>
    `Le ${formatDate(on, 'long', 'fr')} est hors de la période de l’enveloppe, et la convention ne l’admet pas. Demandez un avenant, ou saisissez ce temps hors enveloppe.`,
  'outside-period-unjustified': ({ on }) =>
    `Le ${formatDate(on, 'long', 'fr')} est hors de la période de l’enveloppe\u202f: la convention demande une justification.`,
  'move-before-arrival': ({ on }) =>
    `Le mouvement du ${formatDate(on, 'long', 'fr')} précède l’arrivée de la structure. Vérifiez l’une des deux dates\u202f; rien n’a été changé.`,
  'envelope-negative': () => 'L’enveloppe deviendrait négative. Vérifiez les jours accordés et les avenants.',
  'gate-kept': () => 'Le registre des jalons se complète, il ne s’efface pas.',
  'gate-already-passed': () => 'Ce jalon est déjà validé.',
  'gate-not-passed': () => 'Ce jalon n’est pas validé\u202f: il n’y a rien à rouvrir.',
  'reason-missing': () => 'Dites pourquoi\u202f: la raison reste au registre.',
  'already-started': () => 'Cet accompagnement est déjà commencé.',
  'nothing-to-undo': () => 'Il n’y a rien à annuler.',
  'step-followed': () => 'D’autres changements ont suivi\u202f: rien n’a été annulé. Annulez-les d’abord, en commençant par le dernier.',
  'nothing-to-redo': () => 'Il n’y a rien à rétablir.',
  'duration-empty': () => 'Écrivez une durée, par exemple 0,5 j ou 3h30.',
  'duration-unreadable': () => 'Cette durée n’est pas lisible. Écrivez par exemple 0,5 j, 3h30, 1:30 ou 90 min.',
  'duration-zero': () => 'Une durée nulle ne se note pas.',
  'duration-too-long': ({ minutes: typed }) =>
    `${formatHours(minutes(typed), 'fr')} ne tiennent pas dans une journée. Répartissez ce temps sur plusieurs jours.`,
  'duration-break-too-long': ({ minutes: pause, maximum: session }) =>
    `Une pause de ${formatHours(minutes(pause), 'fr')} dépasse la séance, qui a duré ${formatHours(minutes(session), 'fr')}.`,
  'duration-ambiguous': () => 'Cette durée peut se lire de plusieurs façons\u202f: ajoutez l’unité, par exemple 2 h ou 0,5 j.',
  'date-empty': () => 'Indiquez le jour, par exemple 01/06/2026 ou 1er juin.',
  'date-unreadable': () => 'Cette date n’a pas été comprise. Écrivez par exemple 01/06/2026, 1er juin, hier, ou +7 pour dans sept jours.',
  'date-impossible': ({ month, days }) =>
    month === null
      ? `Aucun mois n’a plus de ${days} jours\u202f: corrigez la date.`
      : `Il n’y a que ${days} jours en ${formatDate(month, 'month', 'fr')}\u202f: corrigez la date.`,
  'date-month-impossible': ({ month }) => `Il n’y a pas de mois ${month}\u202f: écrivez le jour, puis le mois, puis l’année.`,
  'date-out-of-range': () => 'Tierce accepte les dates de 1990 à 2100\u202f: vérifiez l’année.',
  'date-other-weekday': ({ on }) =>
    `Cette date tombe un autre jour\u202f: c’est le ${formatDate(on, 'full', 'fr')}. Corrigez le jour ou la date.`,
  'clock-empty': () => 'Indiquez l’heure, par exemple 9h30.',
  'clock-unreadable': () => 'Cette heure n’a pas été comprise. Écrivez par exemple 9h30, 14:00 ou midi.',
  'clock-impossible': () => 'Cette heure n’existe pas\u202f: une journée va de 0h00 à 23h59.',
  'message-invalid': () => 'La demande n’a pas été comprise. Rien n’a été changé.',
  'sender-refused': () => 'Une demande étrangère à cette fenêtre a été refusée. Rien n’a été changé.',
  'channel-unknown': () => 'Tierce ne sait pas faire cela.',
  'document-unknown': () => 'Ce fichier n’est plus ouvert. Rouvrez-le depuis l’accueil.',
  'token-unknown': () => 'Ce choix n’est plus valable. Recommencez.',
  cancelled: () => 'Rien n’a été fait.',
  presenting: () => 'Cela attend la fin du mode présentation. Rien n’a été changé.',
  'presentation-held': () => 'Saisissez la phrase de passe pour quitter le mode présentation.',
  'render-too-long': ({ seconds }) =>
    `La mise en page du document a été abandonnée après ${seconds} secondes. Rien n’a été perdu. Choisissez une période plus courte, ou raccourcissez le texte le plus long.`,
  'render-failed': ({ id }) => `Le document n’a pas pu être mis en page (référence ${id}). Rien n’a été perdu.`,
  bug: ({ id }) => `Une erreur de Tierce a interrompu ce geste (référence ${id}). Ce que l’indicateur disait enregistré l’est toujours.`,
};

function megabytes(bytes: number): string {
  return formatCount(Math.ceil(bytes / 1_000_000), 'fr');
}

function heldBy({ machine, person, where }: LockHolder): string {
  if (where === 'window') return 'dans cette fenêtre';
  const by = person === '' ? 'par quelqu’un' : `par ${person}`;
  if (where === 'computer') return `${by} dans une autre fenêtre de cet ordinateur`;
  return machine === '' ? by : `${by} sur l’ordinateur «\u202f${machine}\u202f»`;
}
