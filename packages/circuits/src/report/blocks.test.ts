import { describe, expect, it } from 'vitest';
import {
  adc,
  columnMux,
  driver,
  gate,
  gateNames,
  lfsr,
  lineCapacitanceFf,
  popcountTree,
  register,
  rowDecoder,
  senseAmplifier,
  reversedCounter,
  sobolDimension,
  sobolGenerator,
  sobolIndex,
  technology,
  writeDriver,
  xorTree,
} from '../index.ts';
import { fixedLoads, sized } from './sized-blocks.fixture.ts';

const nodes = [180, 130, 90, 65, 45, 40, 32, 28, 22, 20, 16, 14, 10, 7].map((node) => technology(node));
const shapes = [1, 2, 3, 6, 7, 8, 10, 16, 31, 95, 128, 255, 784, 1024, 1025, 4096];

describe.each(Object.entries(sized))('%s', (_, { from, block }) => {
  it('is finite and not negative at every node and odd size, and positive where something is built', () => {
    for (const here of nodes) {
      for (const size of shapes) {
        const { areaUm2, energyFj, latencyNs } = block(here, size, 0.5);
        for (const value of [areaUm2, energyFj, latencyNs]) {
          expect(Number.isFinite(value)).toBe(true);
          expect(value).toBeGreaterThanOrEqual(0);
        }
        if (size >= from) expect(Math.min(areaUm2, energyFj)).toBeGreaterThan(0);
      }
    }
  });

  it('never gets smaller or cheaper as it grows', () => {
    for (const here of nodes) {
      let before = block(here, 1, 0.5);
      for (const size of shapes) {
        const now = block(here, size, 0.5);
        expect(now.areaUm2).toBeGreaterThanOrEqual(before.areaUm2);
        expect(now.energyFj).toBeGreaterThanOrEqual(before.energyFj);
        before = now;
      }
    }
  });

  it('spends no less with more activity, and is no larger', () => {
    for (const size of shapes) {
      const [quiet, busy] = [block(technology(28), size, 0.1), block(technology(28), size, 0.9)];
      expect(busy.energyFj).toBeGreaterThanOrEqual(quiet.energyFj);
      expect(busy.areaUm2).toBe(quiet.areaUm2);
    }
  });
});

const ownLoad = Object.entries(sized).filter(([name]) => !fixedLoads.includes(name));

it.each(ownLoad)('%s shrinks with the node', (_, { block }) => {
  const areas = nodes.map((here) => block(here, 95, 0.5).areaUm2);
  expect(areas).toEqual(areas.toSorted((a, b) => b - a));
});

describe('single figures by hand, 28 nm (0.614 µm², 0.7 fF, 47.8 ps, 0.9 V)', () => {
  const here = technology(28);
  it('gates', () => {
    expect(gateNames).toContain('xnor2');
    expect(gate(here, 'xor2', 1).areaUm2).toBeCloseTo(2.4 * 0.614, 12);
    expect(gate(here, 'xor2', 0.5).energyFj).toBeCloseTo(0.5 * 1.05 * 0.81, 12);
    expect(gate(here, 'fullAdder', 1).areaUm2).toBeCloseTo(4.7892, 12);
    expect(gate(here, 'dff', 1).areaUm2).toBeCloseTo(3.684, 12);
  });
  it('parity of 27 bits: 26 XOR2 in 5 levels; of one bit, a wire', () => {
    const { areaUm2, energyFj, latencyNs } = xorTree(here, { inputs: 27, activity: 0.5 });
    expect(areaUm2).toBeCloseTo(26 * 2.4 * 0.614, 12);
    expect(energyFj).toBeCloseTo(0.5 * 26 * 1.05 * 0.81, 12);
    expect(latencyNs).toBeCloseTo(5 * 2.4 * 0.0478, 12);
    expect(xorTree(here, { inputs: 1, activity: 0.5 })).toEqual({ areaUm2: 0, energyFj: 0, latencyNs: 0 });
  });
  it('register: the clock is paid even when no bit changes', () => {
    expect(register(here, { bits: 8, activity: 0 }).energyFj).toBeCloseTo(8 * 2.1 * 0.81, 12);
  });
  it('decoder of 4 rows: 4 row gates, 2 + 2 predecoded lines with one enable, 2 inverters', () => {
    // 4·1.5 + 2·1·1.5 + 0 + 2·0.5 = 10 NAND2.
    expect(rowDecoder(here, { rows: 4, activity: 1 }).areaUm2).toBeCloseTo(10 * 0.614, 12);
    // One enabled line (1.5) and one plain one, two row gates on each (2 · 0.5), two inverters, one row gate.
    const switched = 1.5 + 1 + 1 + 2 * 0.5 + 1.5;
    expect(rowDecoder(here, { rows: 4, activity: 1 }).energyFj).toBeCloseTo(switched * 0.7 * 0.81, 12);
    expect(rowDecoder(here, { rows: 4, activity: 0 }).energyFj).toBeCloseTo(1.5 * 0.7 * 0.81, 12);
  });
  it('driver of 14 fF: 10 inverters of 0.35 fF at its end, 40/3 in all, in three stages', () => {
    const { areaUm2, energyFj, latencyNs } = driver(here, { loadFf: 14, activity: 1 });
    expect(areaUm2).toBeCloseTo(((40 / 3 + 3) / 3) * 0.614, 12);
    expect(energyFj).toBeCloseTo((14 + (40 / 3) * 0.35) * 0.81, 12);
    expect(latencyNs).toBeCloseTo(3 * 0.0478, 12);
  });
  it('line of 128 cells of 0.5 µm with one transistor: 128 · (0.1 + 0.175) fF', () => {
    expect(lineCapacitanceFf(here, { cells: 128, cellPitchUm: 0.5, transistorsPerCell: 1 })).toBeCloseTo(
      35.2,
      12,
    );
  });
  it('sense amplifier: 18 transistors of minimum width with XNOR, both lines charged, 0.69 R C', () => {
    const lines = { bitLineCapacitanceFf: 100, lowResistanceOhm: 10_000 };
    const figure = senseAmplifier(here, { xnor: true, ...lines });
    expect(figure.areaUm2).toBeCloseTo(4.5 * 0.614, 12);
    expect(figure.energyFj).toBeCloseTo((200 + 9 * 0.175) * 0.81, 10);
    expect(figure.latencyNs).toBeCloseTo(0.69 + 4 * 0.0478, 12);
    expect(senseAmplifier(here, { xnor: false, ...lines }).areaUm2).toBeLessThan(figure.areaUm2);
  });
  it('write driver: a level shifter appears above the supply and grows with the write voltage', () => {
    const areas = [0.5, 0.9, 1, 1.5, 2, 3].map(
      (writeVoltageV) => writeDriver(here, { writeVoltageV, loadFf: 10 }).areaUm2,
    );
    expect(areas.slice(0, 2)).toEqual([0.614, 0.614]);
    expect(areas).toEqual(areas.toSorted((a, b) => a - b));
    expect(areas[4]).toBeCloseTo(2.5 * (200 / 28) * 0.614, 12);
  });
  it('converter: 406 fJ and 336 µm² at 5 bits', () => {
    expect(adc(here, { bits: 5, rows: 128 }).energyFj).toBeCloseTo(406, 0);
    expect(adc(here, { bits: 5, rows: 128 }).areaUm2).toBeCloseTo(336, 0);
    expect(() => adc(here, { bits: 1, rows: 128 })).toThrow(/at least 2/);
  });
  it('Sobol generator of 4 bits: counter 4 · (3.9 + 6), lowest zero 8 AND2, 3 OR2, 4 XOR2, register 24', () => {
    expect(sobolIndex(here, { bits: 4 }).areaUm2).toBeCloseTo((4 * 9.9 + 8 * 1.5) * 0.614, 12);
    expect(sobolDimension(here, { bits: 4 }).areaUm2).toBeCloseTo((3 * 1.5 + 4 * 2.4 + 24) * 0.614, 12);
    expect(sobolGenerator(here, { bits: 4 }).areaUm2).toBeCloseTo((51.6 + 38.1) * 0.614, 12);
    // Register: 4 · 3 · (clock 1 + 0.5); 3 OR2 and 4 XOR2 of 1.5 with one half.
    expect(sobolDimension(here, { bits: 4 }).energyFj).toBeCloseTo((18 + 7 * 0.75) * 0.7 * 0.81, 12);
  });
  it('bit-reversed counter of 8 bits: half adders and flip-flops, a quarter of the bits changes', () => {
    const { areaUm2, energyFj } = reversedCounter(here, { bits: 8 });
    expect(areaUm2).toBeCloseTo(8 * 9.9 * 0.614, 12);
    expect(energyFj).toBeCloseTo((8 * 3 * 0.25 + 8 * 3 * 1.25) * 0.7 * 0.81, 12);
  });
  it('one way needs no column multiplexer', () => {
    expect(columnMux(here, { columns: 95, ways: 1, activity: 1 }).areaUm2).toBe(0);
  });
});

describe('refusals', () => {
  const here = technology(28);
  it.each([0, -1, 1.5, Number.NaN])('a size of %s', (bits) => {
    expect(() => register(here, { bits, activity: 0.5 })).toThrow(/whole number/);
  });
  it.each([-0.1, 1.1, Number.NaN])('an activity of %s', (activity) => {
    expect(() => popcountTree(here, { inputs: 8, activity })).toThrow(/activity/);
  });
  it('a shift register without a known polynomial', () => {
    expect(() => lfsr(here, { bits: 2 })).toThrow(/lfsr/);
    expect(() => lfsr(here, { bits: 169 })).toThrow(/168/);
  });
});
