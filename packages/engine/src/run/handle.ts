import type { CallSuccess } from '@bitfront/core';

/** An artifact as the engine knows it: the hashes of its parts, and a way to its content. */
export interface Handle {
  readonly key: string;
  readonly hashes: Readonly<Record<string, string>>;
  /** The row part as values in the order of the stage's columns, kept once it was asked for. */
  rowValues?: readonly (number | string | null)[];
  /** The parts, from memory or from the artifact file. */
  content(): Promise<CallSuccess['artifact']> | CallSuccess['artifact'];
}
