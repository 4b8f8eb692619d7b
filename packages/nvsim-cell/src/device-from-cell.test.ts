import type { Memory } from '@bitfront/core';
import { describeDevice, runCase } from '@bitfront/testkit';
import { describe, expect, it } from 'vitest';
import { deviceFromCell } from './device-from-cell.ts';

/** The figures of NVSim's STT-MRAM sample. */
const stt = `-MemCellType: MRAM
-CellArea (F^2): 54
-CellAspectRatio: 0.54
-ResistanceOn (ohm): 3000
-ResistanceOff (ohm): 6000
-ReadMode: current
-ReadVoltage (V): 0.25
-ReadPower (uW): 30
-ResetCurrent (uA): 80
-ResetPulse (ns): 10
-ResetEnergy (pJ): 1
-SetCurrent (uA): 80
-SetPulse (ns): 10
-SetEnergy (pJ): 1
-AccessType: CMOS
-VoltageDropAccessDevice (V): 0.15`;

/** Complete but for nothing; energies follow from voltages and resistances, one voltage is the supply. */
const rram = `-MemCellType: memristor
-CellArea (F^2): 4
-CellAspectRatio: 1
-ResistanceOnAtSetVoltage (ohm): 100000
-ResistanceOnAtResetVoltage (ohm): 50000
-ResistanceOnAtReadVoltage (ohm): 1000000
-ReadVoltage (V): 0.4
-ReadPulse (ns): 5
-SetVoltage (V): 2.0
-SetPulse (ns): 10
-ResetVoltage (V): vdd
-ResetPulse (ns): 20`;

const sram = '-MemCellType: SRAM\n-CellArea (F^2): 146\n-CellAspectRatio: 1.46\n-ReadVoltage (V): 1.1';

const given = { nodeNm: 22, supplyV: 1, flipPlusToMinus: 0.01, flipMinusToPlus: 0.02 };

async function memory(text: string, more: object = {}): Promise<Memory> {
  const { artifact } = await runCase(deviceFromCell(text, 'sample'), {
    name: 'one',
    parameters: { ...given, ...more },
    inputs: {},
  });
  return artifact as unknown as Memory;
}

describeDevice(deviceFromCell(stt, 'sample-stt'));
describeDevice(deviceFromCell(rram, 'sample-rram'));
describeDevice(deviceFromCell(sram, 'sample-sram'));

describe('deviceFromCell', () => {
  it('takes what the file says, and the read time as a parameter because it does not', async () => {
    const { cell, read, write, faults } = await memory(stt, { readTimeNs: 2 });
    expect(cell.areaUm2PerBit).toBeCloseTo(54 * 0.022 * 0.022, 12);
    // NVSim's ratio is height over width, Bitfront's width over height.
    expect(cell.aspectRatio).toBeCloseTo(1 / 0.54, 12);
    // 30 µW for 2 ns.
    expect(read).toEqual({ energyFjPerBit: 60, latencyNs: 2 });
    // 80 µA through 3 kΩ and 0.15 V of access device.
    expect(write.voltageV).toBeCloseTo(0.39, 12);
    expect([write.energyFjPerBit, write.latencyNs]).toEqual([1000, 10]);
    expect(faults).toEqual({ plusToMinus: 0.01, minusToPlus: 0.02 });
    await expect(memory(stt)).rejects.toThrow(/"readTimeNs" has no value.*not in the file/);
  });

  it('derives energies from voltage, resistance and pulse, and knows vdd', async () => {
    const { read, write } = await memory(rram, { supplyV: 1 });
    // 0.4² V² / 1 MΩ · 5 ns = 0.8 fJ.
    expect(read.energyFjPerBit).toBeCloseTo(0.8, 12);
    // Set 4 V² / 100 kΩ · 10 ns = 400 fJ, reset 1 V² / 50 kΩ · 20 ns = 400 fJ.
    expect(write.energyFjPerBit).toBeCloseTo(400, 9);
    expect([write.voltageV, write.latencyNs]).toEqual([2, 20]);
    expect((await memory(rram, { supplyV: 3 })).write.voltageV).toBe(3);
    expect(Object.keys(deviceFromCell(rram, 'x').parameters)).toEqual(Object.keys(given));
  });

  it('asks for everything that an SRAM file leaves out', () => {
    const open = Object.keys(deviceFromCell(sram, 'x').parameters).slice(4);
    expect(open).toEqual([
      'standbyPowerNwPerBit',
      'readTimeNs',
      'readEnergyFj',
      'writeEnergyFj',
      'writeTimeNs',
      'writeVoltageV',
    ]);
  });

  it('names the file by its hash and marks all of it as assumed', () => {
    const { source } = deviceFromCell(stt, 'sample');
    expect(source.how).toBe('assumed');
    expect(source.cite).toMatch(/^file sample.cell, SHA-256 [0-9a-f]{64}$/);
    expect(deviceFromCell(`${stt}\n`, 'sample').source.cite).not.toBe(source.cite);
  });

  it('refuses a file without a cell area', () => {
    expect(() => deviceFromCell('-MemCellType: MRAM', 'x')).toThrow(/has no line "-CellArea \(F\^2\)"/);
  });

  it('knows the conductances where both states and the read voltage are in the file', async () => {
    expect((await memory(stt, { readTimeNs: 2, highLogSpread: 0.1 })).conductance).toEqual({
      onUs: expect.closeTo(1000 / 3, 9),
      offUs: expect.closeTo(1000 / 6, 9),
      onLogSigma: 0,
      offLogSigma: 0.1,
      stuckOnProbability: 0,
      stuckOffProbability: 0,
      readVoltageV: 0.25,
    });
    expect(deviceFromCell(stt, 'x').source.assumed).toContain(
      'no spread of resistances and no stuck cells, unless given',
    );
    // The other has no off state.
    expect((await memory(rram)).conductance).toBe('unknown');
    expect(deviceFromCell(rram, 'x').capabilities).toEqual({ conductance: 'unknown' });
    expect(deviceFromCell(stt, 'x').capabilities).toEqual({});
    for (const none of ['0', '1e-310'])
      expect((await memory(stt.replace('3000', none), { readTimeNs: 2 })).conductance).toBe('unknown');
    const atRead = `${rram}\n-ResistanceOff (ohm): 9\n-ResistanceOffAtReadVoltage (ohm): 4e6`;
    expect((await memory(atRead)).conductance).toMatchObject({ onUs: 1, offUs: 0.25, readVoltageV: 0.4 });
  });

  it('takes the supply for a read voltage of vdd', async () => {
    const text =
      '-CellArea (F^2): 4\n-ResistanceOn (ohm): 1000\n-ResistanceOff (ohm): 2000\n-ReadVoltage (V): vdd';
    const rest = { aspectRatio: 1, readTimeNs: 1, writeEnergyFj: 1, writeTimeNs: 1, writeVoltageV: 1 };
    expect((await memory(text, { ...rest, supplyV: 0.9 })).conductance).toMatchObject({ readVoltageV: 0.9 });
  });
});
