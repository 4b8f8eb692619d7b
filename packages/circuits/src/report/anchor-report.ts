import { technology } from '../technology/technology.ts';
import { type Anchor, anchors } from './anchors.ts';
import { type BlockName, blockSources } from './block-sources.ts';

/** One published figure against ours. */
export interface AnchorRow {
  readonly block: BlockName;
  readonly what: string;
  readonly nodeNm: number;
  /** Ours divided by the published one; absent where nothing is published. */
  readonly areaRatio?: number;
  readonly energyRatio?: number;
  /** Whether every ratio lies within a factor 2. */
  readonly agrees: boolean;
  readonly cite: string;
  readonly disagreement?: string;
}

/** The ratio of our blocks to each anchor, at the nominal supply and with random data. */
export function anchorReport(): readonly AnchorRow[] {
  return anchors.map((anchor) => {
    const ours = anchor.ours(technology(anchor.nodeNm));
    const ratios = {
      ...(anchor.areaUm2 === undefined ? {} : { areaRatio: ours.areaUm2 / anchor.areaUm2 }),
      ...(anchor.energyFj === undefined ? {} : { energyRatio: ours.energyFj / anchor.energyFj }),
    };
    const agrees = Object.values(ratios).every((ratio) => ratio >= 0.5 && ratio <= 2);
    return { ...rowHead(anchor), ...ratios, agrees };
  });
}

/** The blocks of which no published figure is known. */
export function blocksWithoutAnchor(): readonly BlockName[] {
  const anchored = new Set<string>(anchors.map((anchor) => anchor.block));
  const tables = [
    'technology',
    'nodeScaling',
    'transistor',
    'leakage',
    'wireResistance',
    'writeVoltageLimit',
  ];
  const names = Object.keys(blockSources) as BlockName[];
  return names.filter((name) => !anchored.has(name) && !tables.includes(name));
}

function rowHead({ block, what, nodeNm, cite, disagreement }: Anchor) {
  return { block, what, nodeNm, cite, ...(disagreement === undefined ? {} : { disagreement }) };
}
