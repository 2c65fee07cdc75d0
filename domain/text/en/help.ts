// English texts of the help beside the screen, and of the first steps.
import type { Catalogue } from '../fr.ts';
import { englishCount } from '../plural.ts';

export const help: Catalogue['help'] = {
  title: 'Help',
  guide: 'Guide',
  shortcuts: 'Keyboard shortcuts',
  close: 'Close the help',
  search: 'Search the guide',
  ofThisScreen: 'About this screen',
  allParts: 'All parts',
  next: (title) => `Next: ${title}`,
  found: (count) => (count === 0 ? 'Nothing answers to these words' : englishCount(count, 'part speaks of it', 'parts speak of it')),
  none: 'Try one word, or a shorter one, or look through all parts.',
  hint: (key) => `${key} goes from the help to the screen and back. Escape, in here, closes the help.`,
  everywhere: 'Everywhere',
  toScreens: 'From screen to screen',
  whileTyping: 'Where you are',
  openAtScreen: 'Open the help at the right part, then go between help and screen',
  thisSheet: 'Show this sheet',
  fields: {
    keep: { keys: 'Escape', words: 'In a text: keep what you type' },
    next: { keys: 'Enter', words: 'In a new line: keep it and go on to the next' },
    step: { keys: '↑ ↓', words: 'In a date: one day more or less; in a time, a quarter of an hour' },
    map: { keys: '← ↑ → ↓', words: 'On the map of the circles: from one organisation to the next' },
    move: { keys: 'Shift ↑ ↓', words: 'On the map of the circles: move the organisation towards the middle or away' },
  },
  print: 'Print the sheet…',
};

export const firstSteps: Catalogue['firstSteps'] = {
  title: 'First steps',
  hide: 'Stop showing the first steps',
  done: 'Done',
  todo: 'To do',
  example: { act: 'Walk through the example', text: 'five months of a fictional accompaniment, in which you can change everything.' },
  create: { act: 'Create an accompaniment', text: 'the scheme is enough, the rest can wait.' },
  session: { act: 'Log a session', text: 'its report, presence and time follow from it.' },
  days: { act: 'Say how many days are funded', text: 'you will always see what is left.' },
};
