import { describe, expect, it } from 'vitest';
import numpy from './numpy-files.json' with { type: 'json' };
import { readNpz } from './read-npz.ts';
import { writeNpz } from './write-npz.ts';

describe('NPZ archives', () => {
  it('reads what numpy.savez_compressed wrote', () => {
    expect(readNpz(new Uint8Array(Buffer.from(numpy.npz, 'base64')))).toEqual({
      w: { type: 'float64', shape: [2, 2], data: Float64Array.of(1, 2, 3, 4) },
      b: { type: 'int8', shape: [1], data: Int8Array.of(-1) },
    });
  });

  it('gives back what it wrote, with equal bytes for equal arrays', () => {
    const arrays = {
      'layer1.weights': { data: Uint32Array.of(1, 2, 3, 4, 5, 6), shape: [3, 2] },
      bias: { data: Float32Array.of(0.5) },
    };
    const read = readNpz(writeNpz(arrays));
    expect(Object.keys(read)).toEqual(['layer1.weights', 'bias']);
    expect(read['layer1.weights']).toEqual({
      type: 'uint32',
      shape: [3, 2],
      data: Uint32Array.of(1, 2, 3, 4, 5, 6),
    });
    expect(writeNpz(arrays)).toEqual(writeNpz(arrays));
  });

  it('refuses an archive that is cut short, and names the file', () => {
    const whole = writeNpz({ a: { data: new Float64Array(100) } });
    for (const length of [0, 3, 40, whole.length - 1])
      expect(() => readNpz(whole.slice(0, length), 'w.npz'), `${length} bytes`).toThrow(/"w.npz/);
  });

  it('refuses an archive in which one bit of the data changed', () => {
    // Numbers that deflate cannot shorten, so that a changed bit still unpacks.
    let state = 1;
    const noise = Uint8Array.from({ length: 5000 }, () => {
      state = Math.imul(state, 1664525) + 1013904223;
      return state >>> 24;
    });
    const changed = writeNpz({ noise: { data: noise } });
    changed[2500] = (changed[2500] ?? 0) ^ 1;
    expect(() => readNpz(changed, 'w.npz')).toThrow(/"w.npz" is not a readable NPZ file/);
  });
});
