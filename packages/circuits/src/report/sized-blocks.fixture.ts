import {
  accumulator,
  analogMux,
  columnMux,
  comparator,
  counter,
  currentSenseAmplifier,
  driver,
  elmoreWire,
  flashAdc,
  hTree,
  levelShifter,
  lineSwitch,
  popcountTree,
  precharge,
  referenceLadder,
  register,
  registerFile,
  reversedCounter,
  rippleAdder,
  rowDecoder,
  rowDriver,
  sarAdc,
  senseAmplifier,
  shiftAdd,
  sobolGenerator,
  sramBuffer,
  stochasticEncoder,
  thermometerEncoder,
  wire,
  wordLineDriver,
  wordLineSwitch,
  xorTree,
  type Figure,
  inSeries,
  type Technology,
} from '../index.ts';

const kind = 'high-performance';

/**
 * Their width follows from a load that does not shrink with the node, or from a resistance that does not grow; or their
 * length is that of a voltage.
 */
export const fixedLoads: readonly string[] = [
  'driver',
  'wire',
  'rowDriver',
  'wordLineDriver',
  'elmoreWire',
  'repeatedWire',
  'hTree',
  'precharge',
  'analogMux',
  'levelShifter',
  'lineSwitch',
  'wordLineSwitch',
];

/** A block as a function of one size and an activity. */
type SizedBlock = (technology: Technology, size: number, activity: number) => Figure;

/** Every block as a function of one size; `from` is the least size at which something is built. */
export const sized: Readonly<Record<string, { readonly from: number; readonly block: SizedBlock }>> = {
  register: { from: 1, block: (t, bits, activity) => register(t, { bits, activity }) },
  rippleAdder: { from: 1, block: (t, bits, activity) => rippleAdder(t, { bits, activity }) },
  popcountTree: { from: 2, block: (t, inputs, activity) => popcountTree(t, { inputs, activity }) },
  accumulator: { from: 1, block: (t, bits, activity) => accumulator(t, { bits, activity }) },
  xorTree: { from: 2, block: (t, inputs, activity) => xorTree(t, { inputs, activity }) },
  counter: { from: 1, block: (t, bits, activity) => counter(t, { bits, activity }) },
  comparator: { from: 1, block: (t, bits, activity) => comparator(t, { bits, activity }) },
  rowDecoder: { from: 1, block: (t, rows, activity) => rowDecoder(t, { rows, activity }) },
  columnMux: { from: 1, block: (t, columns, activity) => columnMux(t, { columns, ways: 8, activity }) },
  driver: { from: 1, block: (t, loadFf, activity) => driver(t, { loadFf, activity }) },
  wire: { from: 1, block: (t, lengthUm, activity) => wire(t, { lengthUm, activity }) },
  sobolGenerator: { from: 1, block: (t, bits) => sobolGenerator(t, { bits }) },
  reversedCounter: { from: 1, block: (t, bits) => reversedCounter(t, { bits }) },
  stochasticEncoder: { from: 1, block: (t, lanes) => stochasticEncoder(t, { bits: 8, lanes }) },
  senseAmplifier: {
    from: 1,
    block: (t, bitLineCapacitanceFf) =>
      senseAmplifier(t, { xnor: true, bitLineCapacitanceFf, lowResistanceOhm: 5000 }),
  },
  registerFile: {
    from: 1,
    block: (t, words, activity) => {
      const file = registerFile(t, { words, wordBits: 8, activity });
      return { areaUm2: file.areaUm2, energyFj: file.writeEnergyFj, latencyNs: file.latencyNs };
    },
  },
  shiftAdd: { from: 1, block: (t, bits, activity) => shiftAdd(t, { bits, activity }) },
  rowDriver: { from: 1, block: (t, loadFf, activity) => rowDriver(t, { bits: 1, loadFf, activity }) },
  wordLineDriver: {
    from: 1,
    block: (t, loadFf, activity) => wordLineDriver(t, { loadFf, lengthUm: 50, activity }),
  },
  elmoreWire: {
    from: 1,
    block: (t, lengthUm, activity) =>
      elmoreWire(t, { lengthUm, layer: 'global', repeaters: 'none', activity, kind }),
  },
  repeatedWire: {
    from: 1,
    block: (t, lengthUm, activity) =>
      elmoreWire(t, { lengthUm: lengthUm * 10, layer: 'local', repeaters: 'fastest', activity, kind }),
  },
  hTree: {
    from: 1,
    block: (t, leaves, activity) => hTree(t, { leaves, bits: 3, sideUm: 1000, activity, kind }),
  },
  lineSwitch: {
    from: 1,
    block: (t, loadFf, activity) =>
      lineSwitch(t, { writeVoltageV: 2, readLevelV: 0.5, loadFf, activity, kind }),
  },
  wordLineSwitch: {
    from: 1,
    block: (t, loadFf, toggle) =>
      wordLineSwitch(t, { writeVoltageV: 2, readLevelV: 0.5, loadFf, density: 0.5, toggle, kind }),
  },
  levelShifter: { from: 1, block: (t, loadFf) => levelShifter(t, { writeVoltageV: 2.5, loadFf }) },
  precharge: {
    from: 1,
    block: (t, pairs) =>
      precharge(t, { pairs, bitLineFf: 20, swingV: 0.3, fallenLines: 1, prechargeNs: 0.5, kind }),
  },
  analogMux: {
    from: 1,
    block: (t, columns, activity) => {
      const options = { columns, ways: 8, linesPerColumn: 1, columnResistanceOhm: 3000 } as const;
      const { gates, decoder } = analogMux(t, { ...options, activity, kind });
      return inSeries(gates, decoder);
    },
  },
  flashAdc: {
    from: 1,
    block: (t, size) => flashAdc(t, { bits: Math.min(size, 10), input: { mode: 'voltage' } }),
  },
  thermometerEncoder: {
    from: 2,
    block: (t, size, activity) => thermometerEncoder(t, { bits: Math.min(size, 10), activity }),
  },
  referenceLadder: {
    from: 1,
    block: (t, size) => referenceLadder(t, { bits: Math.min(size, 10), activeNs: 1 }),
  },
  sarAdc: { from: 1, block: (t, size) => sarAdc(t, { bits: Math.min(size, 10) }) },
  currentSenseAmplifier: {
    from: 1,
    block: (t, senseNs) =>
      currentSenseAmplifier(t, {
        cellCurrentUa: 5,
        referenceCurrentUa: 3,
        senseNs: Math.min(1000, senseNs),
      }),
  },
  sramRead: {
    from: 1,
    block: (t, words, activity) => {
      const memory = sramBuffer(t, { words, wordBits: 8, activity, kind });
      return { areaUm2: memory.areaUm2, energyFj: memory.writeEnergyFj, latencyNs: memory.latencyNs };
    },
  },
};
