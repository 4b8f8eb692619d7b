import { describe, expect, it } from 'vitest';
import {
  analogMux,
  clockedComparator,
  currentSenseAmplifier,
  driver,
  elmoreWire,
  flashAdc,
  hTree,
  isShifted,
  levelShifter,
  lineSwitch,
  logicLeakageNw,
  outputPair,
  precharge,
  referenceLadder,
  rowDriver,
  sarAdc,
  sramBuffer,
  sramCellConductanceUs,
  sramCellLeakageNw,
  technology,
  thermometerEncoder,
  transistor,
  unitResistanceOhm,
  unitWidthUm,
  wireResistanceOhmPerUm,
  writeDriver,
  writeVoltageLimitV,
} from '../index.ts';

const kind = 'high-performance';
const here = technology(28);
const kinds = ['high-performance', 'low-standby-power'] as const;

describe('single figures by hand, 28 nm (0.614 µm², 0.7 fF, 47.8 ps, 0.9 V)', () => {
  it('level shifter: six transistors of 200 nm at 2 V, none up to the supply', () => {
    expect(levelShifter(here, { writeVoltageV: 2, loadFf: 0 }).areaUm2).toBeCloseTo(
      1.5 * (200 / 28) * 0.614,
      12,
    );
    expect(levelShifter(here, { writeVoltageV: 0.9, loadFf: 5 }).areaUm2).toBe(0);
    expect([isShifted(here, 0.9), isShifted(here, 0.91)]).toEqual([false, true]);
  });
  it('write driver: level shifter and output pair, nothing else', () => {
    for (const writeVoltageV of [0.5, 0.9, 1.2, 2, 3.6]) {
      const whole = writeDriver(here, { writeVoltageV, loadFf: 30 });
      const parts = [
        levelShifter(here, { writeVoltageV, loadFf: 0 }),
        outputPair(here, { writeVoltageV, loadFf: 30 }),
      ];
      for (const name of ['areaUm2', 'energyFj', 'latencyNs'] as const)
        expect(whole[name]).toBeCloseTo(
          parts.reduce((total, part) => total + part[name], 0),
          12,
        );
    }
  });
  it('line switch: two pass transistors, the line charged to the read level', () => {
    const options = { writeVoltageV: 2, readLevelV: 0.5, loadFf: 10, activity: 0.5, kind } as const;
    const figure = lineSwitch(here, options);
    expect(figure.areaUm2).toBeCloseTo(0.5 * (200 / 28) * 0.614, 12);
    expect(figure.energyFj).toBeCloseTo(0.5 * 10.35 * 0.25, 12);
    expect(lineSwitch(here, { ...options, writeVoltageV: 0.9 }).latencyNs).toBeLessThan(figure.latencyNs);
  });
  it('comparator: 22 units; a flash converter of 5 bits has 31, its encoder 26 multiplexers on 4 levels', () => {
    expect(clockedComparator(here).areaUm2).toBeCloseTo(5.5 * 0.614, 12);
    expect(clockedComparator(here).energyFj).toBeCloseTo(22 * 0.175 * 0.81, 12);
    const flash = flashAdc(here, { bits: 5, input: { mode: 'voltage' } });
    expect(flash.areaUm2).toBeCloseTo(31 * 5.5 * 0.614, 10);
    expect(flash.latencyNs).toBe(clockedComparator(here).latencyNs);
    const encoder = thermometerEncoder(here, { bits: 5, activity: 0.5 });
    expect(encoder.areaUm2).toBeCloseTo(26 * 1.5 * 0.614, 10);
    expect(encoder.latencyNs).toBeCloseTo(4 * 0.0478, 12);
  });
  it('current mode: every comparator draws the column current, and the references 1 … 7 times the step', () => {
    const input = { mode: 'current', columnCurrentUa: 10, stepCurrentUa: 2, senseNs: 1 } as const;
    const latches = 7 * clockedComparator(here).energyFj;
    const drawn = (7 * 10 + 2 * 28) * 0.9;
    expect(flashAdc(here, { bits: 3, input }).energyFj).toBeCloseTo(latches + drawn, 10);
    const sense = { cellCurrentUa: 10, referenceCurrentUa: 6, senseNs: 2 };
    expect(currentSenseAmplifier(here, sense).energyFj).toBeCloseTo(
      16 * 0.9 * 2 + clockedComparator(here).energyFj,
      10,
    );
  });
  it('ladder: 32 kΩ across 0.9 V for 2 ns', () => {
    expect(referenceLadder(here, { bits: 5, activeNs: 2 }).energyFj).toBeCloseTo((0.81 / 32) * 2000, 10);
  });
  it('capacitors of a successive approximation: the published sum for 10 bits is 1363.3 C Vdd²', () => {
    const logicFj = (bits: number) => 2 * bits * 2.1 * (1 + 1 / bits) * 0.81;
    const restFj = 10 * (clockedComparator(here).energyFj + logicFj(10));
    expect((sarAdc(here, { bits: 10 }).energyFj - restFj) / (0.5 * 0.81)).toBeCloseTo(1363.3, 1);
  });
  it('precharge: one line of 20 fF by 0.3 V, three gates per pair', () => {
    const options = { pairs: 4, bitLineFf: 20, swingV: 0.3, prechargeNs: 10, kind } as const;
    const still = precharge(here, { ...options, fallenLines: 0 }).energyFj;
    expect(still).toBeCloseTo(4 * 3 * 0.175 * 0.81, 10);
    expect(precharge(here, { ...options, fallenLines: 1 }).energyFj - still).toBeCloseTo(
      4 * 20 * 0.3 * 0.9,
      10,
    );
    // Ten times faster is ten times wider, once that is above unit width.
    const [slow, fast] = [0.05, 0.005].map(
      (factor) =>
        precharge(here, { ...options, bitLineFf: 1e3, fallenLines: 0, prechargeNs: 10 * factor }).energyFj,
    );
    expect((fast ?? 0) / (slow ?? 1)).toBeCloseTo(10, 6);
  });
  it('row driver: 50 fF a bit, nothing but the driver at one bit', () => {
    const plain = driver(here, { loadFf: 7, activity: 1 });
    expect(rowDriver(here, { bits: 1, loadFf: 7, activity: 1 })).toEqual(plain);
    const four = rowDriver(here, { bits: 4, loadFf: 7, activity: 1 });
    expect(four.energyFj - plain.energyFj).toBeCloseTo(200 * 0.81, 10);
  });
  it('analogue mux: gates of a tenth of the column, no part where nothing is shared', () => {
    const options = { columns: 16, ways: 8, linesPerColumn: 1, activity: 1, kind } as const;
    const ohm = ((2 / 3) * unitResistanceOhm(here, kind)) / 0.1 / 5;
    const { gates } = analogMux(here, { ...options, columnResistanceOhm: ohm });
    const selectFf = 2 * 5 * 0.35;
    const lastWidth = selectFf / (4 * 0.35);
    expect(gates.areaUm2).toBeCloseTo((16 * (6 / 3) + (8 * (lastWidth + 1)) / 3) * 0.614, 10);
    expect(gates.energyFj).toBeCloseTo((selectFf + lastWidth * 0.35) * 0.81, 10);
    const one = analogMux(here, { ...options, ways: 1, columnResistanceOhm: ohm });
    expect([one.gates.areaUm2, one.decoder.areaUm2]).toEqual([0, 0]);
  });
});

describe('transistors and wires', () => {
  it('meet the source at its nodes and say what lies between and beyond', () => {
    expect(transistor(22, 'high-performance')).toEqual({
      onResistanceOhmUm: 441.7,
      offCurrentNaPerUm: 121.6,
    });
    expect(transistor(Math.sqrt(22 * 32), kind).offCurrentNaPerUm).toBeCloseTo(Math.sqrt(121.6 * 152), 9);
    expect(transistor(11, kind)).toEqual({ onResistanceOhmUm: 441.7 / 2, offCurrentNaPerUm: 121.6 });
    expect(transistor(180, 'low-standby-power').offCurrentNaPerUm).toBe(0.00281);
  });
  it('leak 1 unit per NAND2, and three transistors of 4.62 F per SRAM cell', () => {
    for (const one of kinds) {
      const { offCurrentNaPerUm, onResistanceOhmUm } = transistor(28, one);
      expect(logicLeakageNw(here, { nand2s: 10, kind: one })).toBeCloseTo(
        10 * unitWidthUm(here) * offCurrentNaPerUm * 0.9,
        10,
      );
      expect(sramCellLeakageNw(here, one)).toBeCloseTo(4.62 * 0.028 * offCurrentNaPerUm * 0.9, 10);
      const ohm = onResistanceOhmUm / (1.31 * 0.028) + onResistanceOhmUm / (2.08 * 0.028);
      expect(sramCellConductanceUs(here, one)).toBeCloseTo(1e6 / ohm, 8);
    }
  });
  it('local copper at 22 nm: 17.6 Ω/µm, a quarter of that at twice the node; wider layers resist less', () => {
    expect(wireResistanceOhmPerUm(22, 'local')).toBeCloseTo(0.022 / (1.07 * 2.41 * 0.022 * 0.022), 9);
    expect(wireResistanceOhmPerUm(44, 'local')).toBeCloseTo(wireResistanceOhmPerUm(22, 'local') / 4, 9);
    const layers = (['local', 'intermediate', 'global'] as const).map((one) =>
      wireResistanceOhmPerUm(7, one),
    );
    expect(layers).toEqual(layers.toSorted((a, b) => b - a));
  });
  it('a wire twice as long is four times as slow without repeaters, about twice with them', () => {
    const time = (lengthUm: number, repeaters: 'none' | 'fastest') =>
      elmoreWire(here, { lengthUm, layer: 'local', repeaters, activity: 1, kind }).latencyNs;
    expect(time(2e5, 'none') / time(1e5, 'none')).toBeCloseTo(4, 1);
    expect(time(2e5, 'fastest') / time(1e5, 'fastest')).toBeCloseTo(2, 2);
    for (const lengthUm of [2e3, 1e4, 1e5])
      expect(time(lengthUm, 'fastest')).toBeLessThan(time(lengthUm, 'none'));
  });
  it('an H-tree of four leaves runs half a side and two quarters, for every bit', () => {
    const options = { lengthUm: 0, layer: 'intermediate', repeaters: 'fastest', activity: 1, kind } as const;
    const piece = (lengthUm: number) => elmoreWire(here, { ...options, lengthUm }).energyFj;
    const tree = hTree(here, { leaves: 4, bits: 3, sideUm: 800, activity: 1, kind });
    expect(tree.energyFj).toBeCloseTo(3 * (piece(400) + 2 * piece(200)), 8);
  });
});

describe('SRAM buffer', () => {
  it('is mostly cells of 280 F² when it is large, and folds to a square', () => {
    const memory = sramBuffer(here, { words: 4096, wordBits: 32, activity: 0.5, kind });
    expect(memory.cellAreaUm2).toBeCloseTo(4096 * 32 * 280 * 0.028 * 0.028, 6);
    expect(memory.cellAreaUm2 / memory.areaUm2).toBeGreaterThan(0.6);
    expect(memory.cellAreaUm2 / memory.areaUm2).toBeLessThan(1);
  });
});

describe('refusals', () => {
  it('more bits than were thought of, a swing above the supply, an unknown node', () => {
    expect(() => flashAdc(here, { bits: 11, input: { mode: 'voltage' } })).toThrow(/bits = 11/);
    expect(() => sarAdc(here, { bits: 0 })).toThrow(/whole number/);
    const line = { pairs: 1, bitLineFf: 1, fallenLines: 1, prechargeNs: 1, kind } as const;
    expect(() => precharge(here, { ...line, swingV: 1.5 })).toThrow(/swingV/);
    expect(() => transistor(5, kind)).toThrow(/nodeNm = 5/);
  });
  it('the write voltage limit never rises as the node shrinks', () => {
    const limits = [180, 130, 90, 65, 45, 40, 28, 22, 16, 7].map(writeVoltageLimitV);
    expect(limits).toEqual(limits.toSorted((a, b) => b - a));
    expect(writeVoltageLimitV(22)).toBe(5);
    expect(writeVoltageLimitV(14)).toBe(3.6);
  });
});
