import { createHash } from 'node:crypto';

export interface Split<T> {
  readonly train: readonly T[];
  readonly validation: readonly T[];
  readonly test: readonly T[];
}

/**
 * Splits records by the SHA-256 of their numbers: the smallest hashes are for test, the next for validation, the rest
 * for training. No label and no signal enters, and more validation records never move a test record.
 */
export function splitRecords<T extends { readonly record: string }>(
  records: readonly T[],
  testRecords: number,
  validationRecords: number,
): Split<T> {
  const ordered = records
    .map((one) => ({ one, hash: createHash('sha256').update(`ecg-inversion ${one.record}`).digest('hex') }))
    .sort((a, b) => (a.hash < b.hash ? -1 : 1))
    .map(({ one }) => one);
  const held = testRecords + validationRecords;
  return {
    test: ordered.slice(0, testRecords),
    validation: ordered.slice(testRecords, held),
    train: ordered.slice(held),
  };
}
