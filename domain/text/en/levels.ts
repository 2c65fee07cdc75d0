// English words of the levels of confidentiality: who will read it.
import type { Level } from '../../levels/level.ts';
import type { levels as french } from '../fr/levels.ts';

export const readers: Readonly<Record<Level, string>> = {
  accompanist: 'the accompanists only',
  core: 'the core circle only',
  collective: 'the collective and whoever follows the mission',
  public: 'everybody',
};

export const levels: typeof french = {
  label: 'Who may read it',
  readers,
  stated: {
    accompanist: 'For the accompanists only',
    core: 'For the core circle only',
    collective: 'For the collective and whoever follows the mission',
    public: 'Public document',
  },
  meaning: {
    accompanist: 'You, and whoever accompanies with you.',
    core: 'The people of the structures in the core circle, and the accompanists.',
    collective: 'The people of every structure of the collective, whoever follows the mission (DLA, funder), and the accompanists.',
    public: 'Anybody: the press, other networks, a website.',
  },
  inherited: (level) => `as agreed: ${readers[level]}`,
  asSession: (level) => `as the session: ${readers[level]}`,
  inheritance:
    'Whatever has no level of its own takes that of what contains it: a disagreement, a decision or an attachment that of its session, all else the one agreed for the accompaniment.',
  agreed: 'Level agreed with the collective',
};
