import { decode, encode, secdedCode } from '@bitfront/codes';
import { checkParameters, type Memory, noCorrection } from '@bitfront/core';
import { randomStream } from '@bitfront/math';
import { describeStage, expectRelative, runCase } from '@bitfront/testkit';
import { describe, expect, it } from 'vitest';
import ecc from './ecc-secded.ts';

const memory: Omit<Memory, 'row'> = {
  faults: { plusToMinus: 0.01, minusToPlus: 0.01 },
  cell: {
    nodeNm: 28,
    supplyV: 0.9,
    areaUm2PerBit: 0.1,
    aspectRatio: 2,
    sensing: 'differential',
    standbyPowerNwPerBit: 0.5,
  },
  read: { energyFjPerBit: 10, latencyNs: 2 },
  write: { energyFjPerBit: 1000, latencyNs: 100, voltageV: 2, enduranceCycles: 1e9 },
  conductance: 'unknown',
  correction: noCorrection,
};

async function corrected(dataBits: number, faults = memory.faults): Promise<Memory> {
  const one = { name: 'one', parameters: { dataBits }, inputs: { memory: { ...memory, faults } } };
  return (await runCase(ecc, one)).artifact as unknown as Memory;
}

describeStage(ecc, {
  cases: [
    {
      name: 'secded(8,4) at 1e-2: 6.9e-4 by enumeration of all 2^8 patterns',
      parameters: { dataBits: 4 },
      inputs: { memory },
      row: {
        codeBits: 8,
        residualFlipPlusToMinus: 6.8600277208e-4,
        residualFlipMinusToPlus: 6.8600277208e-4,
      },
    },
    {
      name: 'secded(72,64)',
      parameters: { dataBits: 64 },
      inputs: { memory },
      row: { codeBits: 72, codedCellAreaUm2PerBit: 0.1125 },
    },
  ],
});

describe('what a data bit costs', () => {
  it.each([1, 4, 64, 1000])(
    '%i data bits: n / k times the cells and energies, as wide as that, no higher',
    async (dataBits) => {
      const { cell, read, write, correction } = await corrected(dataBits);
      const share = secdedCode(dataBits).codeBits / dataBits;
      expectRelative('area', cell.areaUm2PerBit, 0.1 * share, 1e-12);
      expectRelative('height squared', cell.areaUm2PerBit / cell.aspectRatio, 0.1 / 2, 1e-12);
      expectRelative('standby', cell.standbyPowerNwPerBit, 0.5 * share, 1e-12);
      expectRelative('read', read.energyFjPerBit, 10 * share, 1e-12);
      expectRelative('write', write.energyFjPerBit, 1000 * share, 1e-12);
      expect([read.latencyNs, write.latencyNs, write.voltageV, write.enduranceCycles]).toEqual([
        2, 100, 2, 1e9,
      ]);
      expect([correction.dataBits, correction.codeBits]).toEqual([dataBits, secdedCode(dataBits).codeBits]);
    },
  );
  it('secded(72,64) at 28 nm and 0.9 V, by hand', async () => {
    const { encoder, decoder } = (await corrected(64, { plusToMinus: 0, minusToPlus: 0 })).correction;
    // 216 ones in H over 8 rows of 27: trees of 26 and of 27 inputs, both five levels.
    expectRelative('encoder area', encoder.areaUm2, 8 * 25 * 2.4 * 0.614, 1e-12);
    expectRelative('encoder energy', encoder.energyFjPerWord, 0.5 * 200 * 1.5 * 0.7 * 0.81, 1e-12);
    expectRelative('encoder time', encoder.latencyNs, 5 * 2.4 * 0.0478, 1e-12);
    // Without errors the syndrome stands still: trees and correcting gates alone move.
    expectRelative('decoder energy', decoder.energyFjPerWord, 0.5 * (208 + 64) * 1.5 * 0.7 * 0.81, 1e-12);
    // Lines with 26 and 38 pins of half a NAND2: widths 26/4 and 38/4 of an inverter, times 4/3; 3 stages each.
    const drivers = (8 * ((26 / 4) * (4 / 3) + (38 / 4) * (4 / 3) + 6)) / 3;
    const gates = 208 * 2.4 + 64 * 7 * 1.5 + 64 * 2.4;
    expectRelative('decoder area', decoder.areaUm2, (gates + drivers) * 0.614, 1e-12);
    expectRelative('decoder time', decoder.latencyNs, (5 * 2.4 + 3 + 3 * 1.5 + 2.4) * 0.0478, 1e-12);
  });
  it('decodes with more energy where errors move the syndrome', async () => {
    const energies = await Promise.all(
      [0, 1e-4, 1e-2, 0.1].map(
        async (p) =>
          (await corrected(64, { plusToMinus: p, minusToPlus: p })).correction.decoder.energyFjPerWord,
      ),
    );
    expect(energies).toEqual(energies.toSorted((a, b) => a - b));
    expect(new Set(energies).size).toBe(4);
  });
});

describe('what is left of the errors', () => {
  it('agrees with random words through the real decoder, within 3 σ', async () => {
    const faults = { plusToMinus: 0.02, minusToPlus: 0.01 };
    const code = secdedCode(16);
    const random = randomStream('1', 'words');
    const words = 20_000;
    let [sum, squares] = [0, 0];
    for (let n = 0; n < words; n++) {
      const data = Array.from({ length: 16 }, () => (random.uniform() < 0.5 ? 1 : 0));
      const read = encode(code, data).map((bit) =>
        random.uniform() < (bit === 1 ? faults.plusToMinus : faults.minusToPlus) ? 1 - bit : bit,
      );
      const wrong = decode(code, read).data.filter((bit, j) => bit !== data[j]).length / 16;
      sum += wrong;
      squares += wrong * wrong;
    }
    const mean = sum / words;
    const sigma = Math.sqrt((squares / words - mean * mean) / words);
    const { plusToMinus, minusToPlus } = (await corrected(16, faults)).faults;
    expect(Math.abs(mean - (plusToMinus + minusToPlus) / 2)).toBeLessThan(3 * sigma);
  });
  it('is a probability over the whole range of sizes and raw errors', async () => {
    for (const dataBits of [1, 2, 5, 26, 27, 57, 58, 120, 121]) {
      for (const p of [0, 1e-12, 1e-3, 0.5, 1]) {
        for (const q of [0, 1e-6, 0.3]) {
          const { plusToMinus, minusToPlus } = (await corrected(dataBits, { plusToMinus: p, minusToPlus: q }))
            .faults;
          for (const left of [plusToMinus, minusToPlus]) expect(left >= 0 && left <= 1).toBe(true);
          if (p + q === 0) expect(plusToMinus + minusToPlus).toBe(0);
        }
      }
    }
  });
});

describe('refusals', () => {
  it.each([0, -1, 2.5, 1025])('%s data bits', (dataBits) => {
    expect(() => checkParameters(ecc.name, ecc.parameters, { dataBits })).toThrow(/dataBits/);
  });
  it('a policy that it does not have', () => {
    expect(() => checkParameters(ecc.name, ecc.parameters, { dataBits: 4, uncorrectable: 'zero' })).toThrow(
      /as-read/,
    );
  });
  it('a raw probability that is none, by name', async () => {
    await expect(corrected(4, { plusToMinus: 0.1, minusToPlus: 1.5 })).rejects.toThrow(/minusToPlus = 1.5/);
  });
  it('a memory that is corrected already, when the plan is made and when it runs', async () => {
    const parameters = checkParameters(ecc.name, ecc.parameters, { dataBits: 4 });
    const upstream = (corrects: boolean) => ({
      memory: { plugin: 'ecc-other', capabilities: { corrects }, parameters: {} },
    });
    expect(ecc.requires?.(upstream(true), parameters)).toMatch(/ecc-other/);
    expect(ecc.requires?.(upstream(false), parameters)).toBeUndefined();
    const { row: _, ...twice } = await corrected(4);
    const again = runCase(ecc, { name: 'again', parameters: { dataBits: 4 }, inputs: { memory: twice } });
    await expect(again).rejects.toThrow(/not corrected yet/);
  });
});
