// English words for how long a new passphrase would withstand, and for why one may have been refused.
import type { StrengthTexts } from '../strength-texts.ts';

export const strength: StrengthTexts = {
  levels: ['Very easy to guess.', 'Easy to guess.', 'Hard to guess.', 'Very hard to guess.'],
  needed: (time) => `Somebody with this file and ten rented machines would need ${time}.`,
  durations: {
    seconds: 'a few seconds',
    minutes: 'a few minutes',
    hours: 'a few hours',
    days: 'a few days',
    months: 'a few months',
    years: 'years',
    centuries: 'more than a century',
  },
  weaknesses: {
    context: 'It contains a name that can be read in this file: take words that have nothing to do with it.',
    common: 'It contains a word that is tried first: replace it with two words that have nothing to do with each other.',
    pattern: 'Sequences and repetitions hardly count: add a word instead.',
    date: 'A date is quickly guessed: add a word instead.',
    short: 'Four words drawn at random, which have nothing to do with each other, would make it solid.',
  },
  hints: {
    capitals: 'Caps Lock may have been on.',
    spaces: 'There is a space at the beginning or at the end.',
    layout: 'Is the keyboard AZERTY or QWERTY?',
  },
};
