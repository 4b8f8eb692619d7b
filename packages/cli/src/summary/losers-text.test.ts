import { describe, expect, it } from 'vitest';
import { losersText } from './losers-text.ts';
import type { Results } from './read-results.ts';

/** Rows of [group, errorRate, areaUm2]. */
function resultsOf(rows: readonly (readonly [number, number, number])[], front: readonly number[]): Results {
  return {
    objectives: ['errorRate', 'areaUm2'],
    maximise: [false, false],
    by: 'device',
    front: Uint32Array.from(front),
    columns: {
      header: [],
      rows: rows.length,
      skipped: 0,
      numbers: Float64Array.from(rows.flatMap(([, ...numbers]) => numbers)),
      groups: Int32Array.from(rows, ([group]) => group),
      groupNames: ['device-a', 'device-b'].slice(0, 1 + Math.max(-1, ...rows.map(([group]) => group))),
      headerEnd: 0,
      from: new Float64Array(rows.length),
      to: new Float64Array(rows.length),
    },
  };
}

describe('losersText', () => {
  it('says who beats an alternative, and by how much', () => {
    const rows = [
      [0, 0.1, 10],
      [1, 0.2, 20],
    ] as const;
    expect(losersText(resultsOf(rows, [0]), ['device-a', 'device-b'])).toBe(
      'never on the front\n  device-b: even its best design is dominated by one of device-a: errorRate 20.00 % against 10.00 %, areaUm2 20 against 10',
    );
  });

  it('names alternatives whose points all failed, which no row tells of', () => {
    expect(losersText(resultsOf([[0, 0.1, 10]], [0]), ['device-a', 'device-b', 'device-b'])).toBe(
      'never on the front\n  device-b: none of its points has all objectives',
    );
  });

  it('is silent where there is no front, and content where all are on it', () => {
    expect(losersText(resultsOf([], []), ['device-a'])).toBe('');
    expect(losersText(resultsOf([[0, 0.1, 10]], [0]), ['device-a'])).toContain('none, every alternative');
  });
});
