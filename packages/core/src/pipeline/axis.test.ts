import { describe, expect, it } from 'vitest';
import { interval, linear, list, logarithmic, paired, powersOfTwo } from './axis.ts';

describe('axes', () => {
  it('are plain data that JSON brings back', () => {
    const axes = [
      list<unknown>(1, 'a', [512, 256]),
      linear(0, 1, 5),
      logarithmic(1e-6, 1e-2, 9),
      powersOfTwo(16, 1024),
      interval(0, 1),
      interval(1e-3, 1, 'logarithmic'),
      paired('array', list(64, 128)),
    ];
    expect(JSON.parse(JSON.stringify(axes))).toEqual([
      { axis: 'list', values: [1, 'a', [512, 256]] },
      { axis: 'linear', from: 0, to: 1, count: 5 },
      { axis: 'logarithmic', from: 1e-6, to: 1e-2, count: 9 },
      { axis: 'powers-of-two', from: 16, to: 1024 },
      { axis: 'interval', from: 0, to: 1, scale: 'linear' },
      { axis: 'interval', from: 1e-3, to: 1, scale: 'logarithmic' },
      { axis: 'list', values: [64, 128], paired: 'array' },
    ]);
  });

  it('pairing leaves the axis that it was given as it is', () => {
    const side = list(64, 128);
    expect(paired('array', side)).toEqual({ ...side, paired: 'array' });
    expect(side).not.toHaveProperty('paired');
  });
});
