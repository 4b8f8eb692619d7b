import { generatorItems, type Item, partTotal } from '@bitfront/bill';
import { inputFeatures } from '@bitfront/bits';
import { logicLeakageNw, type Technology } from '@bitfront/circuits';
import type { CrossbarMapping, InferenceView } from '@bitfront/core';
import { arrayItems } from './array-items.ts';
import { arrayUse, type CrossbarMemory, type Reading } from './array-use.ts';
import { bufferItems } from './buffer-items.ts';
import { digitalItems, outputItems } from './digital-items.ts';
import type { LayerWork } from './layer-work.ts';
import { type Part, parts } from './parts.ts';

/** What the whole network costs. */
export interface NetworkBill {
  readonly items: readonly Item<Part>[];
  /** Empty corners of the crossbars' bounding boxes. */
  readonly emptyAreaUm2: number;
  readonly leakageNw: number;
  readonly write: { readonly cellsFj: number; readonly linesFj: number };
}

export interface BillOptions extends Reading {
  readonly inputLanes: number;
  readonly outputScaleBits: number;
  /** Circuits of a layer have supply while it works alone. */
  readonly powerGating: boolean;
}

/** Layer by layer; standby comes last, because it needs the latency of all the rest. */
export function networkBill(
  memory: CrossbarMemory,
  mapping: Pick<CrossbarMapping, 'array' | 'pairs'>,
  works: readonly LayerWork[],
  input: InferenceView,
  options: BillOptions,
): NetworkBill {
  const layers = works.map((work) => layerBill(memory, mapping, work, input, options));
  const total = (of: (layer: LayerBill) => number) => layers.reduce((sum, layer) => sum + of(layer), 0);
  const latencyNs = total((layer) => layer.latencyNs);
  const idleNs = (layer: LayerBill) => (options.powerGating ? layer.latencyNs : latencyNs);
  const leakageFj = total(
    (layer) => (layer.heldNw * latencyNs + layer.gatedNw * idleNs(layer)) * FJ_PER_NW_NS,
  );
  return {
    items: [
      ...layers.flatMap(({ items }) => items),
      { part: 'standby', areaUm2: 0, energyFj: leakageFj, latencyNs: 0 },
    ],
    emptyAreaUm2: total((layer) => layer.emptyAreaUm2),
    leakageNw: total((layer) => layer.heldNw + layer.gatedNw),
    write: { cellsFj: total((layer) => layer.cellsFj), linesFj: total((layer) => layer.linesFj) },
  };
}

interface LayerBill {
  readonly items: readonly Item<Part>[];
  readonly emptyAreaUm2: number;
  readonly latencyNs: number;
  /** Leakage of what loses its contents without supply, and of the rest. */
  readonly heldNw: number;
  readonly gatedNw: number;
  readonly cellsFj: number;
  readonly linesFj: number;
}

function layerBill(
  memory: CrossbarMemory,
  mapping: Pick<CrossbarMapping, 'array' | 'pairs'>,
  work: LayerWork,
  input: InferenceView,
  options: BillOptions,
): LayerBill {
  const use = arrayUse(memory, mapping, work, options);
  const { array, technology: here } = use;
  const { crossbars, weightCells } = work.mapping;
  const kind = options.circuitTransistors;
  const buffer = bufferItems(here, work, crossbars * array.boundingAreaUm2, kind);
  const logic = [
    ...digitalItems(here, work, options.outputsPerConverter),
    ...(work.isFirst ? encoderItems(here, work, input, options.inputLanes) : []),
    ...(work.isLast ? outputItems(here, work, options.outputScaleBits) : []),
    ...buffer.items,
  ];
  const twins = mapping.pairs === 'separate-crossbars' ? 2 : 1;
  const items = [...arrayItems(use, work, twins), ...logic];
  const logicUm2 = logic.reduce((sum, { areaUm2 }) => sum + areaUm2, 0);
  const cellsNw = array.modules.reduce(
    (sum, module) => sum + (module.kind === 'cells' ? module.leakageNw : 0),
    0,
  );
  const share = weightCells / (crossbars * mapping.array.rows * mapping.array.columns);
  return {
    items,
    emptyAreaUm2: crossbars * (array.boundingAreaUm2 - array.usedAreaUm2),
    latencyNs: parts.reduce((sum, part) => sum + partTotal(items, part, 'latencyNs'), 0),
    heldNw: crossbars * cellsNw + buffer.cellLeakageNw,
    gatedNw:
      crossbars * (array.leakageNw - cellsNw) +
      logicLeakageNw(here, { nand2s: logicUm2 / here.nand2AreaUm2, kind }),
    cellsFj: crossbars * share * array.write.cellsFj,
    linesFj: crossbars * share * (array.write.wordLinesFj + array.write.columnLinesFj),
  };
}

/** Stochastic bits are made once for each draw; fixed-point values come from the buffer. */
function encoderItems(
  here: Technology,
  { shape }: LayerWork,
  input: InferenceView,
  lanes: number,
): readonly Item<Part>[] {
  if (input.kind !== 'stochastic') return [];
  const values = inputFeatures(shape);
  const at = { lanes, count: Math.ceil(values / lanes) };
  return generatorItems(here, { values, slides: false }, input, at);
}

/** 1 nW for 1 ns is 1e-18 J. */
const FJ_PER_NW_NS = 1e-3;
