import type { RowEvent } from '@bitfront/store';
import { describe, expect, it } from 'vitest';
import { createMeasureSets } from './measure-sets.ts';

const row = (...measures: (number | string | null)[]): RowEvent => ({
  t: 'row',
  id: 'x',
  status: 'ok',
  measures,
  evidence: 'e',
});

describe('measure sets', () => {
  it('hand over the very values of a header in the present order', () => {
    const sets = createMeasureSets(['errorRate', 'areaUm2']);
    sets.declare(0, ['errorRate', 'areaUm2']);
    const event = row(0.1, 20);
    expect(sets.measuresAt(100, event)).toBe(event.measures);
  });

  it('put values of another order into the present one; what was not measured is empty, what is gone is left out', () => {
    const sets = createMeasureSets(['errorRate', 'areaUm2', 'latencyNs']);
    sets.declare(0, ['gone', 'areaUm2', 'errorRate']);
    expect(sets.measuresAt(100, row(9, 20, 0.1))).toEqual([0.1, 20, undefined]);
  });

  it('read every row with the last header before it', () => {
    const sets = createMeasureSets(['a', 'b']);
    sets.declare(0, ['b', 'a']);
    sets.declare(1000, ['a', 'b']);
    sets.declare(2000, ['b']);
    expect(sets.measuresAt(999, row(1, 2))).toEqual([2, 1]);
    expect(sets.measuresAt(1000, row(1, 2))).toEqual([1, 2]);
    expect(sets.measuresAt(1999, row(1, 2))).toEqual([1, 2]);
    expect(sets.measuresAt(5000, row(1))).toEqual([undefined, 1]);
  });

  it('keep empty cells and texts', () => {
    const sets = createMeasureSets(['a', 'b']);
    sets.declare(0, ['b', 'a']);
    expect(sets.measuresAt(1, row('text', null))).toEqual([null, 'text']);
  });
});
