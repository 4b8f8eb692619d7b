import { describe, expect, it } from 'vitest';
import { accuracyOf, pointsBelow } from './points-of-error.ts';
import { reproductionTable } from './reproduction-table.ts';
import { levels, matching, only, resultRow } from './results.ts';

const rows = [
  { device: 'a', T: '1', errorRate: '0.2' },
  { device: 'a', T: '2', errorRate: '0.1' },
  { device: 'b', T: '', errorRate: '0.05' },
].map(resultRow);

describe('rows', () => {
  it('are found by texts and numbers, in their order', () => {
    expect(matching(rows, { device: 'a' })).toEqual(rows.slice(0, 2));
    expect(only(rows, { device: 'a', T: 2 })).toBe(rows[1]);
    expect(levels(rows, 'T')).toEqual([1, 2]);
    expect(rows[2]?.number('T')).toBeNaN();
  });

  it('say what is missing', () => {
    expect(() => only(rows, { device: 'a' })).toThrow(
      expect.objectContaining({ code: 'REPRODUCTION_ROW_MISSING' }),
    );
    expect(() => only(rows, { device: 'c' })).toThrow(/0 of them finished/);
    expect(() => rows[0]?.text('nothing')).toThrow(
      expect.objectContaining({ code: 'REPRODUCTION_COLUMN_MISSING' }),
    );
  });

  it('become accuracies and losses, paired by training', () => {
    expect(accuracyOf(rows.slice(0, 2))).toBeCloseTo(85, 10);
    expect(pointsBelow([rows[0]!], [rows[2]!])).toEqual({ value: expect.closeTo(15, 10) });
    const loss = pointsBelow(rows.slice(0, 2), [rows[2]!, rows[2]!]);
    // 15 and 5 points: mean 10, half width t(0.975, 1) · 5 = 12.7062 · 5.
    expect(loss).toEqual({
      value: expect.closeTo(10, 10),
      low95: expect.closeTo(10 - 63.531, 2),
      high95: expect.closeTo(10 + 63.531, 2),
    });
  });
});

it('a table has six digits, and empty cells where a claim has no interval', () => {
  const claim = {
    claim: 'a third',
    kind: 'computed',
    published: 0.333,
    unit: '1',
    where: 'arithmetic',
    tolerance: { within: 0.001 },
    ours: () => ({ value: 1 / 3 }),
  } as const;
  const reproduction = { paper: 'p', cite: '', pipelines: [], claims: [claim], curves: [], remarks: [] };
  expect(reproductionTable(reproduction, { rows: () => rows })).toEqual([
    {
      claim: 'a third',
      kind: 'computed',
      published: 0.333,
      unit: '1',
      where: 'arithmetic',
      ours: 0.333333,
      oursLow95: '',
      oursHigh95: '',
      tolerance: '± 0.001',
      verdict: 'reproduced',
      note: '',
    },
  ]);
});
