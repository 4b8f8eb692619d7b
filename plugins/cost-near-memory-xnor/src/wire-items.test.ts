import { driver, technology } from '@bitfront/circuits';
import type { ConvolutionShape, LayerShape } from '@bitfront/bits';
import { expectRelative } from '@bitfront/testkit';
import { expect, it } from 'vitest';
import { hardwareOf } from './hardware.ts';
import { convolution } from './networks.fixture.ts';
import { dense, fixedPoint, inputsOfLayers, memory } from './trial.fixture.ts';
import { wireItems } from './wire-items.ts';
import { worksOf } from './works-of.ts';

/** A side of 10 µm is 2 fF of wire; an amplifier hangs a NAND2 of 0.7 fF on it. */
const inputWire = (amplifiers: number, activity: number) =>
  driver(technology(28), { loadFf: 2 + 0.7 * amplifiers, activity });

it('inputs of a convolution stand still while the rows are read, plane by plane, at every position', () => {
  // 27 wires over two grid rows of 8, two planes, 36 positions.
  const [wires] = wiresOf(convolution(3, 8, 10), true);
  expectRelative('area', wires?.areaUm2 ?? 0, 27 * inputWire(2, 0.4).areaUm2, 1e-12);
  expectRelative('energy', wires?.energyFj ?? 0, 36 * 2 * 27 * inputWire(2, 0.4).energyFj, 1e-12);
  expect(wires?.latencyNs).toBeCloseTo(36 * 2 * inputWire(2, 0.4).latencyNs, 9);
  const [rowByRow] = wiresOf(convolution(3, 8, 10), false);
  expect(rowByRow?.energyFj).toBeCloseTo(8 * (wires?.energyFj ?? 0), 6);
});

it('every grid row of a depthwise layer has wires of its own, which change with the channel', () => {
  const shape = convolution(10, 8, 10, { kind: 'depthwise' });
  for (const planeFirst of [true, false]) {
    const [wires] = wiresOf(shape, planeFirst);
    expectRelative('area', wires?.areaUm2 ?? 0, 2 * 9 * inputWire(1, 0.5).areaUm2, 1e-12);
    // Density 1/2: half of the 9 inputs change at each of 36 · 2 · 10 reads, 8 in turn.
    expectRelative('energy', wires?.energyFj ?? 0, 36 * 2 * 10 * 9 * inputWire(1, 0.5).energyFj, 1e-12);
    expect(wires?.latencyNs).toBeCloseTo(36 * 2 * 8 * inputWire(1, 0.5).latencyNs, 9);
  }
});

/** Of layer 1, two bit planes, on arrays of 8 × 64, in a square of 10 µm. */
function wiresOf(shape: ConvolutionShape, planeFirst: boolean) {
  const layers: readonly LayerShape[] = [shape, dense(360, 2)];
  const { partition, evaluation } = inputsOfLayers(layers, 8, 64, fixedPoint(2));
  const hardware = hardwareOf(memory, partition.array);
  const [work] = worksOf(layers, partition, evaluation.activity, fixedPoint(2), planeFirst);
  return work === undefined ? [] : wireItems(hardware, work, 100);
}
