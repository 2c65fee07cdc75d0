// Carries an expected failure through lowdb, whose adapters can only throw.
import type { FileFailure, KeyFailure } from '@domain/failures.ts';

export class FileRefusal extends Error {
  readonly failure: FileFailure | KeyFailure;

  constructor(failure: FileFailure | KeyFailure) {
    super(failure.code);
    this.failure = failure;
  }
}
