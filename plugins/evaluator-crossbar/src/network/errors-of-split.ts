import type { Examples, InferenceView } from '@bitfront/core';
import {
  type ActivityMeter,
  blocksOf,
  classesOf,
  type Feeder,
  type FilledInput,
  fillBlock,
  type ImageBlock,
  wrongImages,
} from '@bitfront/evaluation';
import { lanesFor, shortcutOf } from '@bitfront/inference';
import type { BitMatrix } from '@bitfront/kernels';
import { activations } from './activations.ts';
import { addShortcut } from './add-shortcut.ts';
import { type AnalogDots, analogDots } from './analog-dots.ts';
import type { Chip } from './chip.ts';
import { sumDraws } from './sum-draws.ts';

export interface SplitOptions {
  readonly signal: AbortSignal;
  /** Told after each block how many images are done. */
  readonly onImages: (count: number) => void;
  readonly meter?: ActivityMeter;
}

/** What to open a feeder for: converters see every draw of a pixel, also where layer 1 sums them. */
export function seenDrawByDraw(inference: InferenceView): InferenceView {
  return inference.kind === 'stochastic' && inference.accumulation === 'first-layer'
    ? { ...inference, accumulation: 'output' }
    : inference;
}

/** The number of images of a split that are put into a wrong class. */
export function errorsOfSplit(
  chip: Chip,
  feeder: Feeder,
  examples: Examples,
  { signal, onImages, meter }: SplitOptions,
): number {
  const { kernels, summedDraws, firstScale } = chip;
  const { layers: shapes } = chip.network.architecture;
  const features = examples.values.length / examples.count;
  const lanesPerImage = feeder.lanesPerImage / summedDraws;
  const scoring = {
    output: chip.network.output,
    outputScale: shapes.length === 1 ? firstScale : 1,
    lanesPerImage,
    vote: feeder.vote,
  };
  let wrong = 0;
  for (const block of blocksOf(shapes, examples.count, feeder.lanesPerImage)) {
    signal.throwIfAborted();
    const mark = kernels.arena.mark();
    const input = fillBlock(kernels, feeder, examples, { ...block, features });
    const { inputs, dots } = runLayers(chip, input, block, lanesFor(shapes, block.images * lanesPerImage));
    meter?.readBlock(kernels, inputs, block.images * lanesPerImage, block.images * feeder.lanesPerImage);
    wrong += wrongImages(classesOf(scoring, neuronMajor(dots), block.images), examples, block.from);
    kernels.arena.release(mark);
    onImages(block.from + block.images);
  }
  return wrong;
}

/** What each layer reads, and the dots of the last one; it lies at the end of the arena. */
function runLayers(chip: Chip, input: FilledInput, { images, lanes: drawnLanes }: ImageBlock, lanes: number) {
  const { kernels, layers, read, network, summedDraws: draws } = chip;
  const inputs: FilledInput[] = [];
  const outputs: BitMatrix[] = [];
  let below: FilledInput = input;
  let dots: AnalogDots = { columns: 0, neurons: 0, values: new Float64Array() };
  for (const [index, programmed] of layers.entries()) {
    inputs.push(below);
    dots = analogDots(kernels, programmed, below, read.drive);
    if (index === 0 && draws > 1) dots = sumDraws(dots, { draws, images, drawnLanes, lanes });
    const shortcut = shortcutOf(network.architecture.layers, programmed.layer, outputs);
    if (shortcut !== undefined) addShortcut(programmed.layer, shortcut, lanes, dots);
    const thresholds = network.thresholds[index];
    if (thresholds === undefined) break;
    const scale = index === 0 ? chip.firstScale : 1;
    const values = activations(kernels, programmed.layer, dots, { thresholds, scale, lanes });
    outputs.push(values);
    below = { values, scale: 1, lanes };
  }
  return { inputs, dots };
}

function neuronMajor({ columns, neurons, values }: AnalogDots) {
  const view = new Float64Array(values.length);
  for (let column = 0; column < columns; column++)
    for (let neuron = 0; neuron < neurons; neuron++)
      view[neuron * columns + column] = values[column * neurons + neuron] as number;
  return { view, stride: columns };
}
