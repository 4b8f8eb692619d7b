import { fanIn } from '@bitfront/bits';
import { describe, expect, it } from 'vitest';
import { convolutional, dense } from '../crossbar-input.fixture.ts';
import { driven, sumParts } from './sum-parts.ts';

const parts = (size: number, by: 'weights' | 'channels') => ({
  parts: 0,
  cut: { by, size },
  rowsDriven: size,
});

describe('sumParts', () => {
  it('holds every weight once, whatever the cut', () => {
    for (const layer of [...convolutional, ...dense(17, 3)])
      for (const by of ['weights', 'channels'] as const)
        for (const size of [1, 2, 5, 1000]) {
          const all = sumParts(layer, parts(size, by)).flatMap((part) => [...part]);
          expect(all.sort((a, b) => a - b)).toEqual(
            Array.from({ length: fanIn(layer) }, (_, index) => index),
          );
        }
  });

  it('cuts consecutive weights, the last part shorter', () => {
    const [layer] = dense(7, 2);
    expect(sumParts(layer!, parts(3, 'weights')).map((part) => [...part])).toEqual([
      [0, 1, 2],
      [3, 4, 5],
      [6],
    ]);
  });

  it('cuts channels with all their taps: the channel is the fastest index', () => {
    const pair = {
      kind: 'convolution',
      input: { channels: 3, height: 2, width: 2 },
      outputs: 1,
      kernel: { height: 1, width: 2 },
      stride: { height: 1, width: 1 },
      padding: { height: 0, width: 0 },
    } as const;
    expect(sumParts(pair, parts(2, 'channels')).map((part) => [...part])).toEqual([
      [0, 1, 3, 4],
      [2, 5],
    ]);
  });
});

describe('driven', () => {
  it('cuts a part into rows that are driven together', () => {
    const part = Int32Array.of(4, 5, 6, 7, 8);
    expect(driven(part, 0)).toEqual([{ from: 0, to: 5 }]);
    expect(driven(part, 9)).toEqual([{ from: 0, to: 5 }]);
    expect(driven(part, 2)).toEqual([
      { from: 0, to: 2 },
      { from: 2, to: 4 },
      { from: 4, to: 5 },
    ]);
  });
});
