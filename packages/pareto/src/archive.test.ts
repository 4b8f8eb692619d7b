import { describe, expect, it } from 'vitest';
import { ParetoArchive } from './archive.ts';
import { paretoFront } from './pareto-front.ts';

describe('ParetoArchive', () => {
  it.each([1, 2, 3, 4])('holds after every point what the filter of all points so far keeps, m = %i', (m) => {
    let state = 77 + m;
    for (const levels of [3, 8, 1e6]) {
      const archive = new ParetoArchive<number>(m);
      const all: number[] = [];
      for (let id = 0; id < 120; id++) {
        const vector = Array.from({ length: m }, () => {
          state = (state * 48271) % 2147483647;
          return (state % levels) - 1;
        });
        all.push(...vector);
        const verdict = archive.add(id, vector);
        const front = [...paretoFront(Float64Array.from(all), m)];
        expect(verdict).toBe(front.includes(id) ? 'accepted' : 'dominated');
        expect([...archive.entries()].map(([kept]) => kept).sort((a, b) => a - b)).toEqual(front);
      }
    }
  });

  it('keeps equal vectors, drops what a better one dominates, and gives its points', () => {
    const archive = new ParetoArchive(2);
    expect(archive.add('a', [1, 2])).toBe('accepted');
    expect(archive.add('b', [1, 2])).toBe('accepted');
    expect(archive.add('c', [1, 3])).toBe('dominated');
    expect(archive.add('d', [0, 5])).toBe('accepted');
    expect([...archive.toPoints()]).toEqual([0, 5, 1, 2, 1, 2]);
    expect(archive.add('e', [0, 0])).toBe('accepted');
    expect([...archive.entries()]).toEqual([['e', Float64Array.of(0, 0)]]);
  });

  it('refuses NaN, a wrong length and no objectives', () => {
    const archive = new ParetoArchive(2);
    expect(() => archive.add('a', [1, Number.NaN])).toThrow(
      expect.objectContaining({ code: 'FRONT_VALUE_INVALID' }),
    );
    expect(() => archive.add('a', [1])).toThrow(expect.objectContaining({ code: 'FRONT_SHAPE_INVALID' }));
    expect(() => new ParetoArchive(0)).toThrow(expect.objectContaining({ code: 'FRONT_SHAPE_INVALID' }));
    expect(archive.size).toBe(0);
  });
});
