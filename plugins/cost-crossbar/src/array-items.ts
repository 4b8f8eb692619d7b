import { type Item, item } from '@bitfront/bill';
import type { CrossbarArray } from '@bitfront/crossbar-array';
import type { ArrayUse } from './array-use.ts';
import type { LayerWork } from './layer-work.ts';
import type { Part } from './parts.ts';

/** The crossbars of a layer, module by module. `twins`: crossbars that share their converters, two for separate pairs. */
export function arrayItems(
  { array, outputShare }: ArrayUse,
  { mapping, runs }: LayerWork,
  twins: number,
): readonly Item<Part>[] {
  return array.modules.map((module) => {
    const part = partOf(module);
    const converts = part === 'converters' || part === 'accumulators';
    return item(part, module, {
      count: mapping.crossbars / (converts ? twins : 1),
      actions: runs * mapping.crossbarReads * (converts ? outputShare : 1),
      steps: runs * mapping.reads,
    });
  });
}

type Module = CrossbarArray['modules'][number];

function partOf({ name, kind, side }: Module): Part {
  if (kind === 'cells') return 'cells';
  if (kind === 'write') return 'writeCircuits';
  if (side === 'rows') return 'rowCircuits';
  if (/^(accumulator|shiftAdd)/.test(name)) return 'accumulators';
  return /^(converters|reference|encoders|senseAmplifiers)$/.test(name) ? 'converters' : 'columnCircuits';
}
