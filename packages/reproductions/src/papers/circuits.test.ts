import { describe, expect, it } from 'vitest';
import { reproductionTable } from '../reproduction-table.ts';
import { circuits } from './circuits.ts';

const table = reproductionTable(circuits, { rows: () => [] });
const ratioOf = ({ ours, published }: (typeof table)[number]) => ours / Number(published);

describe('printed and synthesised circuits', () => {
  it.each(table)('says why where it differs by more than 1.5 times: $claim', (row) => {
    expect(Number.isFinite(row.ours) && row.ours > 0).toBe(true);
    if (ratioOf(row) > 1.5 || ratioOf(row) < 1 / 1.5) expect(row.note).not.toBe('');
  });

  it('reproduces every printed number of the arrays', () => {
    const arrays = table.filter(({ where }) => where.includes('NeuroSim'));
    expect(arrays).toHaveLength(39);
    expect(arrays.filter(({ verdict }) => verdict !== 'reproduced')).toEqual([]);
  });

  it('misses these, and no others', () => {
    expect(table.filter(({ verdict }) => verdict !== 'reproduced').map(({ claim }) => claim)).toEqual([
      '32-bit adder, 40 nm: energy',
      '16-bit shift-add, 32 nm: area',
      '16-bit shift-add, 32 nm: energy',
      '8-bit converter, 128 rows, 32 nm: area',
      '8-bit column converter, 65 nm: area',
      '1-bit row converter, line of 128 cells of 2 F, 32 nm: area',
      '1-bit row converter, line of 128 cells of 2 F, 32 nm: energy',
      'STT-MRAM, 2 MB, 22 nm, best cell (14 F²): read latency',
      'STT-MRAM, 2 MB, 22 nm, worst cell (75 F²): energy of reading 64 bits',
      'STT-MRAM, 2 MB, 22 nm, worst cell (75 F²): read latency',
    ]);
  });
});
