// The guard of shape: a written record has exactly the fields of its table, each of the right kind.
import { wrongField } from '../tables/sound-record.ts';
import type { Guard } from './guard.ts';

export const recordShape: Guard = {
  name: 'record shape',
  rule: 'a record has the fields that its table declares, each of the declared kind',
  check: ({ changes }) => {
    for (const change of changes) {
      if (change.after === null) continue;
      const field = wrongField(change.table, change.id, change.after);
      if (field !== null) return { code: 'record-invalid', table: change.table, field };
    }
    return null;
  },
};
