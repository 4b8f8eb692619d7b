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
import { shiftAddSource } from '../arithmetic/shift-add.ts';
import { elmoreWireSource } from '../logic/elmore-wire.ts';
import { hTreeSource } from '../logic/h-tree.ts';
import { rowDriverSource } from '../logic/row-driver.ts';
import { analogMuxSource } from '../memory/analog-mux.ts';
import { clockedComparatorSource } from '../memory/clocked-comparator.ts';
import { currentSenseAmplifierSource } from '../memory/current-sense-amplifier.ts';
import { flashAdcSource } from '../memory/flash-adc.ts';
import { levelShifterSource } from '../memory/level-shifter.ts';
import { lineSwitchSource } from '../memory/line-switch.ts';
import { prechargeSource } from '../memory/precharge.ts';
import { referenceLadderSource } from '../memory/reference-ladder.ts';
import { sarAdcSource } from '../memory/sar-adc.ts';
import { sramBufferSource } from '../memory/sram-buffer.ts';
import { thermometerEncoderSource } from '../memory/thermometer-encoder.ts';
import { wordLineDriverSource } from '../memory/word-line-driver.ts';
import { wordLineSwitchSource } from '../memory/word-line-switch.ts';
import { leakageSource } from '../technology/leakage.ts';
import { transistorSource } from '../technology/transistor.ts';
import { wireResistanceSource } from '../technology/wire-resistance.ts';
import { writeVoltageLimitSource } from '../technology/write-voltage-limit.ts';

/** The source of every block, by its name in the README. */
export const blockSources = {
  technology: technologySource,
  nodeScaling: nodeScalingSource,
  transistor: transistorSource,
  leakage: leakageSource,
  wireResistance: wireResistanceSource,
  writeVoltageLimit: writeVoltageLimitSource,
  gate: gatesSource,
  register: registerSource,
  driver: driverSource,
  rowDriver: rowDriverSource,
  wire: wireSource,
  elmoreWire: elmoreWireSource,
  hTree: hTreeSource,
  xorTree: xorTreeSource,
  rippleAdder: rippleAdderSource,
  popcountTree: popcountTreeSource,
  accumulator: accumulatorSource,
  shiftAdd: shiftAddSource,
  counter: counterSource,
  comparator: comparatorSource,
  line: lineSource,
  wordLineDriver: wordLineDriverSource,
  rowDecoder: rowDecoderSource,
  columnMux: columnMuxSource,
  analogMux: analogMuxSource,
  senseAmplifier: senseAmplifierSource,
  currentSenseAmplifier: currentSenseAmplifierSource,
  clockedComparator: clockedComparatorSource,
  precharge: prechargeSource,
  writeDriver: writeDriverSource,
  levelShifter: levelShifterSource,
  lineSwitch: lineSwitchSource,
  wordLineSwitch: wordLineSwitchSource,
  registerFile: registerFileSource,
  sramBuffer: sramBufferSource,
  adc: adcSource,
  flashAdc: flashAdcSource,
  thermometerEncoder: thermometerEncoderSource,
  referenceLadder: referenceLadderSource,
  sarAdc: sarAdcSource,
  lfsr: lfsrSource,
  sobolGenerator: sobolGeneratorSource,
  reversedCounter: reversedCounterSource,
  stochasticEncoder: stochasticEncoderSource,
} as const satisfies Readonly<Record<string, BlockSource>>;

export type BlockName = keyof typeof blockSources;
