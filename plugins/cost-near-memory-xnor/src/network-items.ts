import type { InferenceView } from '@bitfront/core';
import { arrayItems } from './array-items.ts';
import type { Item } from './bill.ts';
import { encoderItem } from './correction-items.ts';
import type { Hardware } from './hardware.ts';
import { inputItems } from './input-items.ts';
import { lineBufferItems } from './line-buffer-items.ts';
import { outputItems } from './output-items.ts';
import { shortcutItems } from './shortcut-items.ts';
import { sumItems } from './sum-items.ts';
import { thresholdItems } from './threshold-items.ts';
import { wireItems } from './wire-items.ts';
import type { Workload } from './workload.ts';

/** The bill of the whole network; standby comes last, because it needs the latency of all the rest. */
export function networkItems(
  hardware: Hardware,
  works: readonly Workload[],
  input: InferenceView,
  options: { readonly inputLanes: number; readonly outputScaleBits: number },
): readonly Item[] {
  const layers = works.flatMap((work, i) => layerItems(hardware, work, works[i + 1], input, options));
  const items = [...layers, encoderItem(hardware)];
  return [...items, standby(hardware, items)];
}

function layerItems(
  hardware: Hardware,
  work: Workload,
  next: Workload | undefined,
  input: InferenceView,
  { inputLanes, outputScaleBits }: { readonly inputLanes: number; readonly outputScaleBits: number },
): readonly Item[] {
  const blocks = [
    ...(work.isFirst ? inputItems(hardware, work, input, inputLanes) : []),
    ...lineBufferItems(hardware, work),
    ...arrayItems(hardware, work),
    ...sumItems(hardware, work),
    ...shortcutItems(hardware, work),
    ...(next === undefined
      ? outputItems(hardware, work, input, outputScaleBits)
      : thresholdItems(hardware, work, next)),
  ];
  const areaUm2 = blocks.reduce((total, block) => total + block.areaUm2, 0);
  return [...blocks, ...wireItems(hardware, work, areaUm2)];
}

/** Standby power of the weight cells over the whole inference. */
function standby({ cell }: Hardware, items: readonly Item[]): Item {
  const latencyNs = items.reduce((total, entry) => total + entry.latencyNs, 0);
  const cellsUm2 = items.reduce(
    (total, entry) => (entry.part === 'cells' ? total + entry.areaUm2 : total),
    0,
  );
  const bits = cellsUm2 / cell.areaUm2PerBit;
  const energyFj = bits * cell.standbyPowerNwPerBit * latencyNs * FJ_PER_NW_NS;
  return { part: 'standby', areaUm2: 0, energyFj, latencyNs: 0 };
}

/** 1 nW for 1 ns is 1e-18 J. */
const FJ_PER_NW_NS = 1e-3;
