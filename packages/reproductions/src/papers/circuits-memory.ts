import { technology } from '@bitfront/circuits';
import { type TiledMemory, tiledMemory } from '@bitfront/crossbar-array';
import type { Claim } from '../reproduction.ts';

/** STT-MRAM of 2 MB at 22 nm, 64 bits a read: NVSim within NVMExplorer, read-latency target. */
export function memoryClaims(): readonly Claim[] {
  return cases.flatMap(({ cell, feature2, areaMm2, readPj, readNs }) => {
    const memory = memoryOf(feature2);
    const head = `STT-MRAM, 2 MB, 22 nm, ${cell} cell (${feature2} F²)`;
    return [
      claim(`${head}: area`, areaMm2, 'mm²', memory.areaUm2 / 1e6, areaNote),
      claim(
        `${head}: energy of reading 64 bits`,
        readPj,
        'pJ',
        memory.readEnergyFj / 1000,
        energyNote(memory),
      ),
      claim(`${head}: read latency`, readNs, 'ns', memory.latencyNs, latencyNote),
    ];
  });
}

const cases = [
  { cell: 'best', feature2: 14, areaMm2: 0.289, readPj: 7.19, readNs: 0.563 },
  { cell: 'worst', feature2: 75, areaMm2: 0.789, readPj: 7.91, readNs: 0.885 },
] as const;

/**
 * 64 arrays of 512 × 512, eight columns an amplifier; how the published memory is divided is not public here. Cell as in
 * the public STT sample file: 3 and 6 kΩ, 0.25 V. Read pulse of 0.5 ns, square cells and a write voltage of the
 * supply: assumed.
 */
function memoryOf(feature2: number): TiledMemory {
  const here = technology(22);
  return tiledMemory(
    {
      technology: here,
      circuitTransistors: 'high-performance',
      cellTransistors: 'low-standby-power',
      rows: 512,
      columns: 512,
      cell: {
        kind: 'one-transistor-one-resistor',
        areaUm2: feature2 * 0.022 * 0.022,
        aspectRatio: 1,
        onConductanceUs: 1000 / 3,
        offConductanceUs: 1000 / 6,
        onShare: 0.5,
        readVoltageV: 0.25,
        readPulseNs: 0.5,
        writeVoltageV: here.supplyV,
        writeEnergyFjPerCell: 1000,
      },
      sensing: { kind: 'row-by-row', columnsPerAmplifier: 8, rowsRead: 1 },
      inputs: { bits: 1, density: 0.5, toggle: 0.5, logicToggle: 0.5 },
    },
    { tiles: 64 },
  );
}

function claim(text: string, published: number, unit: string, ours: number, note: string): Claim {
  return {
    claim: text,
    kind: 'published',
    published,
    unit,
    where: 'output of NVMExplorer (NVSim), read-latency target',
    tolerance: { factor: 2 },
    note,
    ours: () => ({ value: ours }),
  };
}

const areaNote =
  'Our word-line drivers have the density of placed logic and a stage effort of 4, and more than half of the area outside the cells; those of a memory are drawn by hand.';

const energyNote = ({ treeEnergyFj, readEnergyFj }: TiledMemory): string =>
  `${Math.round((100 * treeEnergyFj) / readEnergyFj)} % of ours is the tree of wires with repeaters for least delay, at 0.2 fF/µm and full swing; the rest is mostly current in cells and amplifiers during a read pulse of 0.5 ns, assumed.`;

const latencyNote =
  'The assumed read pulse alone is 0.5 ns, and gates are those of the 28 nm fit, 51 ps for a NAND2, which is slow for fast logic.';
