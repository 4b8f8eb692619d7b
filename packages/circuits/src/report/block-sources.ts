import { accumulatorSource } from '../arithmetic/accumulator.ts';
import { comparatorSource } from '../arithmetic/comparator.ts';
import { counterSource } from '../arithmetic/counter.ts';
import { popcountTreeSource } from '../arithmetic/popcount-tree.ts';
import { rippleAdderSource } from '../arithmetic/ripple-adder.ts';
import type { BlockSource } from '../block-source.ts';
import { driverSource } from '../logic/driver.ts';
import { gatesSource } from '../logic/gates.ts';
import { registerSource } from '../logic/register.ts';
import { wireSource } from '../logic/wire.ts';
import { xorTreeSource } from '../logic/xor-tree.ts';
import { adcSource } from '../memory/adc.ts';
import { columnMuxSource } from '../memory/column-mux.ts';
import { lineSource } from '../memory/line.ts';
import { registerFileSource } from '../memory/register-file.ts';
import { rowDecoderSource } from '../memory/row-decoder.ts';
import { senseAmplifierSource } from '../memory/sense-amplifier.ts';
import { writeDriverSource } from '../memory/write-driver.ts';
import { lfsrSource } from '../stochastic/lfsr.ts';
import { reversedCounterSource } from '../stochastic/reversed-counter.ts';
import { sobolGeneratorSource } from '../stochastic/sobol-generator.ts';
import { stochasticEncoderSource } from '../stochastic/stochastic-encoder.ts';
import { nodeScalingSource } from '../technology/node-scaling.ts';
import { technologySource } from '../technology/technology.ts';

/** The source of every block, by its name in the README. */
export const blockSources = {
  technology: technologySource,
  nodeScaling: nodeScalingSource,
  gate: gatesSource,
  register: registerSource,
  driver: driverSource,
  wire: wireSource,
  xorTree: xorTreeSource,
  rippleAdder: rippleAdderSource,
  popcountTree: popcountTreeSource,
  accumulator: accumulatorSource,
  counter: counterSource,
  comparator: comparatorSource,
  line: lineSource,
  rowDecoder: rowDecoderSource,
  columnMux: columnMuxSource,
  senseAmplifier: senseAmplifierSource,
  writeDriver: writeDriverSource,
  registerFile: registerFileSource,
  adc: adcSource,
  lfsr: lfsrSource,
  sobolGenerator: sobolGeneratorSource,
  reversedCounter: reversedCounterSource,
  stochasticEncoder: stochasticEncoderSource,
} as const satisfies Readonly<Record<string, BlockSource>>;

export type BlockName = keyof typeof blockSources;
