/** What another program printed for one module, and which modules of ours do the same work. */
export interface PrintedModule {
  readonly what: string;
  readonly ours: readonly string[];
  readonly areaUm2?: number;
  readonly energyPj?: number;
}

/** One array as another program printed it. */
export interface PrintedArray {
  readonly name: 'rram' | 'sram' | 'sram-row-by-row';
  readonly cellAreaUm2?: number;
  readonly usedAreaUm2?: number;
  readonly boundingAreaUm2?: number;
  /** Of one read of the whole array, the modules of `outsideTotal` left out. */
  readonly energyPj: number;
  readonly outsideTotal: readonly string[];
  readonly modules: readonly PrintedModule[];
}

/** How near ours must come; fixed before the model was first run. */
export const printedTolerance = {
  /** Used area, bounding box and energy of an array: a factor either way. */
  arrayFactor: 1.5,
  /** Area and energy of every module whose printed value is above 0. */
  moduleFactor: 3,
  /** Level shifters, their output pairs included, in the used area of the RRAM array. */
  levelShifterShare: { atLeast: 0.55, atMost: 0.75 },
} as const;

export const printedSource =
  'printed by NeuroSim V1.4: 22 nm, 128 × 128, weights and inputs of 1 bit, all rows on, 5-bit flash converter for 8 columns, input density 0.45, one read of the whole array';

export const printedArrays: readonly PrintedArray[] = [
  {
    name: 'rram',
    cellAreaUm2: 381,
    usedAreaUm2: 5758,
    boundingAreaUm2: 24_265,
    energyPj: 15.8,
    outsideTotal: [],
    modules: [
      { what: 'word-line switches', ours: ['wordLineSwitches'], areaUm2: 301, energyPj: 4 },
      { what: 'select-line switches', ours: ['selectLineSwitches'], areaUm2: 179 },
      { what: 'level shifters of word lines', ours: shifted('wordLine'), areaUm2: 1281 },
      { what: 'level shifters of bit lines', ours: shifted('bitLine'), areaUm2: 1281 },
      { what: 'level shifters of select lines', ours: shifted('selectLine'), areaUm2: 1281 },
      { what: 'column multiplexer', ours: ['columnMux'], areaUm2: 167, energyPj: 0.23 },
      { what: 'decoder of the multiplexer', ours: ['muxDecoder'], areaUm2: 48, energyPj: 0.02 },
      { what: 'flash converters', ours: ['converters', 'reference'], areaUm2: 612, energyPj: 8.36 },
      { what: 'encoders', ours: ['encoders'], areaUm2: 227 },
      { what: 'cells', ours: ['cells'], areaUm2: 381, energyPj: 3.2 },
    ],
  },
  {
    name: 'sram',
    cellAreaUm2: 2220,
    usedAreaUm2: 4667,
    boundingAreaUm2: 4915,
    energyPj: 21.1,
    outsideTotal: ['precharge'],
    modules: [
      { what: 'word-line switches', ours: ['wordLineSwitches'], areaUm2: 240, energyPj: 2.43 },
      { what: 'column multiplexer', ours: ['columnMux'], areaUm2: 389, energyPj: 0.38 },
      { what: 'flash converters', ours: ['converters', 'reference'], areaUm2: 949, energyPj: 11.6 },
      { what: 'encoders', ours: ['encoders'], areaUm2: 530 },
      { what: 'precharge', ours: ['precharge'], areaUm2: 146, energyPj: 7.1 },
      { what: 'write drivers', ours: ['bitLineWriteDrivers'], areaUm2: 146 },
      { what: 'cells', ours: ['cells'], areaUm2: 2220, energyPj: 6.64 },
    ],
  },
  {
    name: 'sram-row-by-row',
    energyPj: 162,
    outsideTotal: [],
    modules: [
      { what: 'adders', ours: ['accumulatorAdders'], energyPj: 61.6 },
      { what: 'precharge', ours: ['precharge'], energyPj: 56.8 },
      { what: 'flip-flops', ours: ['accumulatorRegisters'], energyPj: 38.3 },
      { what: 'sense amplifiers', ours: ['senseAmplifiers'], energyPj: 3.9 },
    ],
  },
];

/** A printed level shifter drives the gates behind it, so its output pair belongs to it. */
function shifted(line: string): readonly string[] {
  return [`${line}LevelShifters`, `${line}WriteDrivers`];
}
