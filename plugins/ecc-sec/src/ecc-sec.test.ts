import { decode, encode, secCode } from '@bitfront/codes';
import { checkParameters, type Memory, noCorrection } from '@bitfront/core';
import { randomStream } from '@bitfront/math';
import { describeStage, expectRelative, runCase } from '@bitfront/testkit';
import { describe, expect, it } from 'vitest';
import ecc from './ecc-sec.ts';

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
      name: 'sec(7,4) at 1e-2: 8.7e-4 by enumeration of all 2^7 patterns',
      parameters: { dataBits: 4 },
      inputs: { memory },
      row: { codeBits: 7, residualFlipPlusToMinus: 8.742988e-4, residualFlipMinusToPlus: 8.742988e-4 },
    },
    { name: 'three copies', parameters: { dataBits: 1 }, inputs: { memory }, row: { codeBits: 3 } },
  ],
});

describe('what a data bit costs', () => {
  it.each([1, 4, 64, 1000])(
    '%i data bits: n / k times the cells and energies, as wide as that, no higher',
    async (dataBits) => {
      const { cell, read, write, correction } = await corrected(dataBits);
      const share = secCode(dataBits).codeBits / dataBits;
      expectRelative('area', cell.areaUm2PerBit, 0.1 * share, 1e-12);
      expectRelative('height squared', cell.areaUm2PerBit / cell.aspectRatio, 0.1 / 2, 1e-12);
      expectRelative('standby', cell.standbyPowerNwPerBit, 0.5 * share, 1e-12);
      expectRelative('read', read.energyFjPerBit, 10 * share, 1e-12);
      expectRelative('write', write.energyFjPerBit, 1000 * share, 1e-12);
      expect([read.latencyNs, write.latencyNs, write.voltageV, write.enduranceCycles]).toEqual([
        2, 100, 2, 1e9,
      ]);
      expect([correction.dataBits, correction.codeBits]).toEqual([dataBits, secCode(dataBits).codeBits]);
    },
  );
  it('sec(7,4) at 28 nm and 0.9 V, by hand', async () => {
    const { encoder, decoder } = (await corrected(4)).correction;
    // Three parities of three bits: 6 XOR2 of 2.4 NAND2, two levels.
    expectRelative('encoder area', encoder.areaUm2, 6 * 2.4 * 0.614, 1e-12);
    expectRelative('encoder energy', encoder.energyFjPerWord, 0.5 * 6 * 1.5 * 0.7 * 0.81, 1e-12);
    expectRelative('encoder time', encoder.latencyNs, 2 * 2.4 * 0.0478, 1e-12);
    // Parities of four bits: 9 XOR2, two levels; 2 lines of 3 rows with 3 pins and 1; 4 · 2 AND2; 4 XOR2.
    const [gates, drivers] = [9 * 2.4 + 8 * 1.5 + 4 * 2.4, (6 * (4 / 3 + 1)) / 3];
    expectRelative('decoder area', decoder.areaUm2, (gates + drivers) * 0.614, 1e-12);
    expectRelative('decoder time', decoder.latencyNs, (2 * 2.4 + 1 + 2 * 1.5 + 2.4) * 0.0478, 1e-12);
  });
});

describe('what is left of the errors', () => {
  it('agrees with random words through the real decoder, within 3 σ', async () => {
    const faults = { plusToMinus: 0.02, minusToPlus: 0.01 };
    const code = secCode(16);
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
