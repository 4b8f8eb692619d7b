import { describe, expect, it } from 'vitest';
import { crossbarRoom } from './crossbar-room.ts';
import { noRoom } from './no-room.ts';

const pairs = ['neighbouring-columns', 'separate-crossbars', 'single'] as const;

describe('a crossbar that holds not one weight', () => {
  it('is refused by a plan exactly where a layer would be', () => {
    for (const arrayRows of [1, 2, 3])
      for (const arrayCols of [1, 2, 3])
        for (const biasRow of [true, false])
          for (const pair of pairs) {
            const use = { pairs: pair, biasRow };
            const room = () => crossbarRoom({ rows: arrayRows, columns: arrayCols }, use);
            if (noRoom({ arrayRows, arrayCols, ...use }) === undefined)
              expect(room().rows * room().outputs).toBeGreaterThan(0);
            else expect(room).toThrow(expect.objectContaining({ code: 'MAPPING_CROSSBAR_TOO_SMALL' }));
          }
  });

  it('says what a weight needs', () => {
    const use = { pairs: 'neighbouring-columns', biasRow: false } as const;
    expect(() => crossbarRoom({ rows: 64, columns: 1 }, use)).toThrow('needs 1 row and 2 columns');
  });
});
