// French texts of the page by which an export is read without Tierce.
import { frenchCount } from '../plural.ts';

export const reading = {
  fileName: (stem: string) => `${stem} – à lire sans Tierce`,
  untitled: 'Accompagnement sans titre',
  lead: (date: string) =>
    `Tout ce qui peut se partager de cet accompagnement, tel qu’il était le ${date}. Cette page se lit et s’imprime avec n’importe quel navigateur, sans Tierce et sans connexion.`,
  without:
    'N’y figurent ni les repères personnels de l’accompagnateur·rice, ni son carnet confidentiel, ni le contenu des pièces jointes, ni l’historique des changements.',
  contents: 'Sommaire',
  records: (count: number) => frenchCount(count, 'élément', 'éléments'),
  empty: (names: string) => `Rien n’est noté dans\u202f: ${names}.`,
  howTitle: 'Comment les fichiers sont faits',
  howJson:
    'Le fichier JSON de l’export contient les mêmes données pour un autre logiciel\u202f: un objet «\u202faccompaniment\u202f», et dans celui-ci un objet par table, où chaque élément est rangé sous son identifiant.',
  howCsv:
    'Chaque fichier CSV de l’export contient une table\u202f: une ligne par élément, des colonnes séparées par des points-virgules, du texte en UTF-8. Une apostrophe précède les textes qu’un tableur prendrait pour une formule ou pour un nombre.',
  howTierce:
    'Le fichier .tierce est lui aussi un texte en UTF-8 au format JSON, un élément par ligne, qu’un éditeur de texte ouvre. Il contient en plus les repères personnels, le carnet (toujours chiffré), l’historique, les pièces jointes en Base64 et, à la dernière ligne, une empreinte SHA-256 de tout ce qui précède. S’il est protégé par une phrase de passe, son contenu est chiffré (AES-256-GCM) et ne se lit qu’avec elle.',
  howValues:
    'Dans les deux, les dates s’écrivent AAAA-MM-JJ, l’heure en heures et minutes (14:30), les durées en minutes entières, les sommes en centimes. Un champ qui finit par «\u202fId\u202f» donne l’identifiant d’un élément d’une autre table.',
  howNames: 'Noms des tables et de leurs champs dans ces fichiers',
  table: 'Table',
  field: 'Champ',
  meaning: 'Signification',
  back: 'Retour au sommaire',
};
