import type { Failure } from '@bitfront/core';

/** Thrown along a point's stages when one of them failed; never leaves the engine. */
export class CallFailed extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.message);
    this.failure = failure;
  }
}
