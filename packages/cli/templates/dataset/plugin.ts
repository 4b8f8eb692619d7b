import { defineStage, integer } from '@bitfront/core';

/** Examples with labels: here stripes, whose class is their position. */
export default defineStage({
  name: 'plugin-name',
  version: 1,
  doc: 'one line for bitfront list',
  needs: {},
  gives: 'dataset',
  parameters: { examples: integer(2, 100_000, 'examples in each of the three splits') },
  columns: {},
  weight: 'heavy',
  stored: false,
  source: {
    cite: 'author, title, venue, year',
    where: 'files and their terms',
    how: 'assumed',
    residual: 'exact',
    assumed: ['stripes stand for nothing'],
  },
  run: (_input, { examples }, { signal }) => {
    signal.throwIfAborted();
    const split = () => ({
      count: examples,
      values: Uint8Array.from({ length: examples * classes }, (_, i) =>
        Math.floor(i / classes) % classes === i % classes ? 255 : 0,
      ),
      labels: Uint8Array.from({ length: examples }, (_, i) => i % classes),
    });
    const description = { name: 'stripes', shape: [classes], features: classes, classes, maxValue: 255 };
    return { description, train: split(), validation: split(), test: split() };
  },
});

const classes = 4;
