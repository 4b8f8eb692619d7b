export { addressBits, bitsToHold } from './address-bits.ts';
export { accumulator } from './arithmetic/accumulator.ts';
export { comparator } from './arithmetic/comparator.ts';
export { counter } from './arithmetic/counter.ts';
export { type PopcountCounters, popcountCounters } from './arithmetic/popcount-counters.ts';
export { popcountTree } from './arithmetic/popcount-tree.ts';
export { rippleAdder } from './arithmetic/ripple-adder.ts';
export { shiftAdd } from './arithmetic/shift-add.ts';
export type { BlockSource } from './block-source.ts';
export { copies, type Figure, inParallel, inSeries, nothing } from './figure.ts';
export { driver } from './logic/driver.ts';
export { type ElmoreWireOptions, elmoreWire } from './logic/elmore-wire.ts';
export { type GateName, gate, gateNames } from './logic/gate.ts';
export { hTree } from './logic/h-tree.ts';
export { register } from './logic/register.ts';
export { rowDriver } from './logic/row-driver.ts';
export { wire } from './logic/wire.ts';
export { xorTree } from './logic/xor-tree.ts';
export { adc } from './memory/adc.ts';
export { type AnalogMuxFigures, type AnalogMuxOptions, analogMux } from './memory/analog-mux.ts';
export { clockedComparator } from './memory/clocked-comparator.ts';
export { columnMux } from './memory/column-mux.ts';
export { type CurrentSenseOptions, currentSenseAmplifier } from './memory/current-sense-amplifier.ts';
export { type FlashInput, flashAdc } from './memory/flash-adc.ts';
export { highVoltageLength, isShifted } from './memory/high-voltage.ts';
export { levelShifter } from './memory/level-shifter.ts';
export { type LineOptions, lineCapacitanceFf } from './memory/line.ts';
export { type LineSwitchOptions, lineSwitch } from './memory/line-switch.ts';
export { type PrechargeOptions, precharge } from './memory/precharge.ts';
export { referenceLadder } from './memory/reference-ladder.ts';
export { type RegisterFileFigure, registerFile } from './memory/register-file.ts';
export { rowDecoder } from './memory/row-decoder.ts';
export { sarAdc } from './memory/sar-adc.ts';
export { type SenseAmplifierOptions, senseAmplifier } from './memory/sense-amplifier.ts';
export { type SramBufferFigure, sramBuffer } from './memory/sram-buffer.ts';
export { thermometerEncoder } from './memory/thermometer-encoder.ts';
export { wordLineDriver } from './memory/word-line-driver.ts';
export { wordLineSwitch } from './memory/word-line-switch.ts';
export { outputPair, writeDriver } from './memory/write-driver.ts';
export { type AnchorRow, anchorReport, blocksWithoutAnchor } from './report/anchor-report.ts';
export { anchorTable } from './report/anchor-table.ts';
export { type Anchor, anchors } from './report/anchors.ts';
export { type BlockName, blockSources } from './report/block-sources.ts';
export { lfsr } from './stochastic/lfsr.ts';
export { reversedCounter } from './stochastic/reversed-counter.ts';
export { sobolDimension, sobolGenerator, sobolIndex } from './stochastic/sobol-generator.ts';
export { stochasticEncoder } from './stochastic/stochastic-encoder.ts';
export {
  logicLeakageNw,
  sramCellConductanceUs,
  sramCellOffConductanceUs,
  sramCellLeakageNw,
} from './technology/leakage.ts';
export { type NodeFactors, nodeFactors } from './technology/node-scaling.ts';
export { type Technology, technology } from './technology/technology.ts';
export {
  GATE_CAPACITANCE_FF_PER_UM,
  type Transistor,
  transistor,
  unitResistanceOhm,
  unitWidthUm,
} from './technology/transistor.ts';
export type { TransistorKind } from './technology/transistor-tables.ts';
export { type WireLayer, wireResistanceOhmPerUm } from './technology/wire-resistance.ts';
export { writeVoltageLimitV } from './technology/write-voltage-limit.ts';
