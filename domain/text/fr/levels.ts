// French words of the levels of confidentiality: who will read it.
import type { Level } from '../../levels/level.ts';

/** As values of a list: who may read it. */
export const readers: Readonly<Record<Level, string>> = {
  accompanist: 'l’accompagnement seulement',
  core: 'le noyau seulement',
  collective: 'le collectif et le suivi de la mission',
  public: 'tout le monde',
};

export const levels = {
  label: 'Qui peut lire',
  readers,
  /** What a document says of itself at the foot of each page. */
  stated: {
    accompanist: 'Réservé à l’accompagnement',
    core: 'Réservé au noyau du collectif',
    collective: 'Réservé au collectif et au suivi de la mission',
    public: 'Document public',
  } satisfies Readonly<Record<Level, string>>,
  /** Who that is, in one sentence each. */
  meaning: {
    accompanist: 'Vous, et qui accompagne avec vous.',
    core: 'Les personnes des structures du noyau, et l’accompagnement.',
    collective: 'Les personnes de toutes les structures du collectif, celles qui suivent la mission (DLA, financeur), et l’accompagnement.',
    public: 'N’importe qui\u202f: presse, autres réseaux, site internet.',
  } satisfies Readonly<Record<Level, string>>,
  inherited: (level: Level) => `comme convenu\u202f: ${readers[level]}`,
  asSession: (level: Level) => `comme la séance\u202f: ${readers[level]}`,
  inheritance:
    'Ce qui n’a pas de niveau à soi prend celui de ce qui le contient\u202f: un désaccord, une décision ou une pièce jointe celui de sa séance, tout le reste celui convenu pour l’accompagnement.',
  agreed: 'Niveau convenu avec le collectif',
};
