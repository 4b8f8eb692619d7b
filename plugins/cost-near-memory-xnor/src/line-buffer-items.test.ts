import { registerFile, technology } from '@bitfront/circuits';
import { expectRelative } from '@bitfront/testkit';
import { describe, expect, it } from 'vitest';
import { cnvStart, convolution, square } from './networks.fixture.ts';
import { dense, fixedPoint, rowOfLayers } from './trial.fixture.ts';

/** NAND2 of ZigZag-IMC at 28 nm: µm², fJ of a node that toggles at 0.9 V, and ns. */
const [gateUm2, gateFj, nandNs] = [0.614, 0.7 * 0.81, 0.0478];
const here = technology(28);

describe('the buffers of CNV’s first two layers', () => {
  const row = rowOfLayers(cnvStart, 64, 64, fixedPoint(8));
  const first = registerFile(here, { words: 29, wordBits: 24, activity: 0.4 });
  const second = registerFile(here, { words: 27, wordBits: 64, activity: 0.4 });
  const bothFj = (file: typeof first) => file.readEnergyFj + file.writeEnergyFj;

  it('are two line memories each: with the windows, 2 · 32 + 3 and 2 · 30 + 3 pixels', () => {
    expectRelative('area', Number(row['areaUm2.lineBuffers']), 2 * (first.areaUm2 + second.areaUm2), 1e-12);
  });
  it('move at every pixel: a flip-flop charges 3 NAND2 for its clock and 3 where it toggles', () => {
    const flopFj = 3 * (1 + 0.4) * gateFj;
    const moves = 1024 * 27 * 8 - 3072 * 8 + (900 * 576 - 57_600);
    const memoriesFj = 1024 * 2 * bothFj(first) + 900 * 2 * bothFj(second);
    expectRelative(
      'energy',
      Number(row['energyPjPerInference.lineBuffers']),
      (moves * flopFj + memoriesFj) * 1e-3,
      1e-9,
    );
  });
  it('put padding into the stream of pixels by an AND2 per channel', () => {
    const rowOf = (size: number, padding: number) =>
      rowOfLayers(
        [convolution(3, size, 4, { padding: square(padding) }), dense(256, 2)],
        8,
        8,
        fixedPoint(1),
      );
    const [padded, larger] = [rowOf(8, 1), rowOf(10, 0)];
    const difference = (name: string) => Number(padded[name]) - Number(larger[name]);
    expect(difference('areaUm2.lineBuffers')).toBeCloseTo(3 * 1.5 * gateUm2, 6);
    // 100 pixels pass the gates; 36 of them have not been written on arrival.
    const gatesFj = (100 * 3 * 1.5 * 0.4 + 36 * 3 * 3 * (1 + 0.4)) * gateFj;
    expect(difference('energyPjPerInference.lineBuffers')).toBeCloseTo(gatesFj * 1e-3, 9);
    expect(difference('latencyNs.lineBuffers')).toBeCloseTo(100 * 1.5 * nandNs, 9);
  });
  it('let the outputs of a dense layer wait until the window has passed over them', () => {
    const layers = [dense(6, 27), convolution(3, 3, 4, { kernel: square(2) }), dense(16, 2)];
    const behindDense = rowOfLayers(layers, 8, 8, fixedPoint(1));
    // 27 outputs and a window of 12; then all 16 inputs of layer 3.
    expectRelative('area', Number(behindDense['areaUm2.registers']), (27 + 12 + 16) * 6 * gateUm2, 1e-12);
    const writesFj = (27 + 27 + 16) * 3 * (1 + 0.5) * gateFj;
    expectRelative('energy', Number(behindDense['energyPjPerInference.registers']), writesFj * 1e-3, 1e-12);
  });
  it('pool 784 words into 196, in a row of 14 words', () => {
    const file = registerFile(here, { words: 14, wordBits: 64, activity: 0.5 });
    const gates = 64 * 6 + 64 * 1.5;
    expectRelative('area', Number(row['areaUm2.pooling']), gates * gateUm2 + file.areaUm2, 1e-12);
    // Every output into its register, then 784 times OR2 of 1.5 NAND2 that toggle with 1/2.
    const flopsFj = 784 * 64 * 3 * 1.5 * gateFj;
    const orFj = 784 * 64 * 1.5 * 0.5 * gateFj;
    expectRelative(
      'energy',
      Number(row['energyPjPerInference.pooling']),
      (flopsFj + orFj + 784 * bothFj(file)) * 1e-3,
      1e-9,
    );
  });
});
