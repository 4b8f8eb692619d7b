import { describe, expect, it } from 'vitest';
import { assembleDataset } from './assemble-dataset.ts';

const description = { name: 'four', shape: [2], features: 2, classes: 3, maxValue: 255 };
const training = {
  count: 4,
  values: Uint8Array.of(0, 1, 2, 3, 4, 5, 6, 7),
  labels: Uint8Array.of(0, 1, 2, 0),
};
const test = { count: 1, values: Uint8Array.of(8, 9), labels: Uint8Array.of(2) };

describe('assembleDataset', () => {
  it('holds out the last training examples, in file order', () => {
    const { train, validation } = assembleDataset('p', description, training, test, 1);
    expect(train).toEqual({
      count: 3,
      values: Uint8Array.of(0, 1, 2, 3, 4, 5),
      labels: Uint8Array.of(0, 1, 2),
    });
    expect(validation).toEqual({ count: 1, values: Uint8Array.of(6, 7), labels: Uint8Array.of(0) });
  });

  it('holds out none for 0', () => {
    const { train, validation } = assembleDataset('p', description, training, test, 0);
    expect([train.count, validation.count, validation.values.length]).toEqual([4, 0, 0]);
  });

  it('refuses to hold out everything', () => {
    expect(() => assembleDataset('p', description, training, test, 4)).toThrow(
      /\[p\] 4 of 4 training examples/,
    );
  });

  it('refuses labels beyond the classes, in either file', () => {
    const two = { ...description, classes: 2 };
    expect(() => assembleDataset('p', two, training, test, 1)).toThrow(/Label 2 of "training labels" is 2/);
    const clean = { ...training, labels: Uint8Array.of(0, 1, 1, 0) };
    expect(() => assembleDataset('p', two, clean, test, 1)).toThrow(/Label 0 of "test labels" is 2/);
  });
});
