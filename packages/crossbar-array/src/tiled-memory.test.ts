import { hTree } from '@bitfront/circuits';
import { expect, it } from 'vitest';
import { crossbarArray } from './crossbar-array.ts';
import { arrayOf, cellKinds, nodes } from './every-array.fixture.ts';
import { tiledMemory } from './tiled-memory.ts';

const sensing = { kind: 'row-by-row', columnsPerAmplifier: 4, rowsRead: 1 } as const;

it('one tile of 8 × 16, four columns an amplifier: a row, a quarter of its cells, and wires for 5 + 4 bits', () => {
  const options = arrayOf({ rows: 8, columns: 16, sensing });
  const { modules } = crossbarArray({ ...options, sensing });
  const energyOf = (pattern: RegExp) =>
    modules.reduce((sum, { name, energyFj }) => sum + (pattern.test(name) ? energyFj : 0), 0);
  const memory = tiledMemory(options, { tiles: 1 });
  const areaUm2 = modules.reduce((sum, one) => sum + (/^accumulator/.test(one.name) ? 0 : one.areaUm2), 0);
  const tree = hTree(options.technology, {
    leaves: 1,
    bits: 9,
    sideUm: Math.sqrt(areaUm2),
    activity: 0.25,
    kind: 'high-performance',
  });
  const rowFj = energyOf(/^(rowDecoder|wordLine(Drivers|Switches))$/);
  const wayFj = energyOf(/^(cells|columnMux|muxDecoder|senseAmplifiers)$/) / 4;
  expect(memory.bits).toBe(128);
  expect(memory.readEnergyFj).toBeCloseTo(rowFj + wayFj + tree.energyFj, 8);
  expect(memory.areaUm2).toBeCloseTo(areaUm2 + tree.areaUm2, 8);
});

it('is finite everywhere, and larger and slower to cross with more tiles', () => {
  for (const kind of cellKinds) {
    for (const nodeNm of nodes) {
      const options = arrayOf({ nodeNm, kind, rows: 95, columns: 10, sensing });
      const memories = [1, 2, 5, 64, 1000].map((tiles) => tiledMemory(options, { tiles }));
      for (const [at, memory] of memories.entries()) {
        expect(Object.values(memory).every((value) => Number.isFinite(value) && value >= 0)).toBe(true);
        const before = memories[at - 1] ?? memory;
        expect(memory.areaUm2).toBeGreaterThanOrEqual(before.areaUm2);
        expect(memory.readEnergyFj).toBeGreaterThanOrEqual(before.readEnergyFj);
      }
    }
  }
});

it('refuses a memory of no tiles', () => {
  expect(() => tiledMemory(arrayOf(), { tiles: 0 })).toThrow(/tiles = 0/);
});
