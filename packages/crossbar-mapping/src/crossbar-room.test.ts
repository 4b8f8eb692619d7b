import { describe, expect, it } from 'vitest';
import { crossbarRoom, refuseSmallCrossbar } from './crossbar-room.ts';

const pairs = ['neighbouring-columns', 'separate-crossbars', 'single'] as const;

describe('a crossbar that holds not one weight', () => {
  it('is refused by a plan exactly where a layer would be', () => {
    for (const arrayRows of [1, 2, 3])
      for (const arrayCols of [1, 2, 3])
        for (const biasRow of [true, false])
          for (const pair of pairs) {
            const use = { pairs: pair, biasRow };
            const reason = refuseSmallCrossbar({}, { arrayRows, arrayCols, ...use });
            const room = () => crossbarRoom({ rows: arrayRows, columns: arrayCols }, use);
            if (reason === undefined) expect(room().rows * room().outputs).toBeGreaterThan(0);
            else expect(room).toThrow(expect.objectContaining({ code: 'MAPPING_CROSSBAR_TOO_SMALL' }));
          }
  });

  it('says what a weight needs, and names the parameters', () => {
    const given = { arrayRows: 64, arrayCols: 1, pairs: 'neighbouring-columns', biasRow: false } as const;
    expect(refuseSmallCrossbar({}, given)).toBe(
      'A crossbar of 64 x 1 cells (arrayRows, arrayCols) holds no weight, which needs 1 row and 2 columns with these pairs and biasRow.',
    );
  });
});
