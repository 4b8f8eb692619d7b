import { describe, expect, it } from 'vitest';
import { nearest } from './nearest.ts';

const valid = ['errorRate', 'areaUm2', 'energyPjPerInference', 'latencyNs'];

describe('nearest', () => {
  it.each([
    ['errorrate', 'errorRate'],
    ['erorRate', 'errorRate'],
    ['areaMm2', 'areaUm2'],
    ['energyPerInference', 'energyPjPerInference'],
    ['latencyns ', 'latencyNs'],
  ])('takes %s for %s', (wrong, right) => expect(nearest(wrong, valid)).toBe(right));

  it.each(['accuracy', 'x', '', 'rate'])('has no guess for "%s"', (wrong) => {
    expect(nearest(wrong, valid)).toBeUndefined();
  });

  it('allows a third of the letters to differ, and always one', () => {
    expect(nearest('abcdef', ['abcdXY'])).toBe('abcdXY');
    expect(nearest('abcdef', ['abcXYZ'])).toBeUndefined();
    expect(nearest('ab', ['aX'])).toBe('aX');
    expect(nearest('ab', ['XY'])).toBeUndefined();
  });

  it('takes the closest of several, the first of equals', () => {
    expect(nearest('device', ['devices', 'device2', 'deviceXY'])).toBe('devices');
    expect(nearest('deviceX', ['deviceXYZ', 'deviceY'])).toBe('deviceY');
  });

  it('knows nothing among no names', () => expect(nearest('device', [])).toBeUndefined());
});
