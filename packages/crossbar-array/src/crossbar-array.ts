import { sum } from '@bitfront/math';
import { accumulationModules } from './accumulation-modules.ts';
import { cellModule } from './cell-module.ts';
import { checkOptions } from './check-options.ts';
import { columnModules } from './column-modules.ts';
import { type ConversionLoss, conversionLossOf } from './conversion-loss.ts';
import { converterModules } from './converter-modules.ts';
import { floorPlanOf } from './floor-plan.ts';
import { geometryOf } from './geometry.ts';
import type { Module } from './module.ts';
import type { CrossbarOptions } from './options.ts';
import { rowModules } from './row-modules.ts';
import { type WriteEnergy, writeEnergyOf } from './write-energy.ts';
import { writeModules } from './write-modules.ts';

/** One array; every total is the sum of its modules. */
export interface CrossbarArray {
  readonly modules: readonly Module[];
  readonly cellAreaUm2: number;
  /** Cells and all circuits. */
  readonly usedAreaUm2: number;
  /** Of the box around them, see `floorPlanOf`. */
  readonly boundingAreaUm2: number;
  /** Used over bounding area. */
  readonly utilisation: number;
  /** Of one read of the whole array: all rows, all columns, all bits of the inputs. */
  readonly energyFj: number;
  readonly latencyNs: number;
  readonly leakageNw: number;
  readonly write: WriteEnergy;
  readonly conversion: ConversionLoss & { readonly warning?: string };
}

/**
 * Area, energy, latency and leakage of one memory array with all its circuits.
 *
 * @throws CIRCUIT_SIZE_INVALID, CIRCUIT_VALUE_OUT_OF_RANGE, the write voltage that the node does not stand among them
 */
export function crossbarArray(options: CrossbarOptions): CrossbarArray {
  checkOptions(options);
  const { sensing } = options;
  const modules = [
    cellModule(options),
    ...rowModules(options),
    ...columnModules(options),
    ...(sensing.kind === 'adc' ? converterModules(options, sensing) : accumulationModules(options, sensing)),
    ...writeModules(options),
  ];
  const usedAreaUm2 = sum(modules.map(({ areaUm2 }) => areaUm2));
  const plan = floorPlanOf(geometryOf(options), options, modules);
  const boundingAreaUm2 = Math.max(usedAreaUm2, plan.boundingWidthUm * plan.boundingHeightUm);
  return {
    modules,
    cellAreaUm2: sum(modules.filter(({ kind }) => kind === 'cells').map(({ areaUm2 }) => areaUm2)),
    usedAreaUm2,
    boundingAreaUm2,
    utilisation: usedAreaUm2 / boundingAreaUm2,
    energyFj: sum(modules.map(({ energyFj }) => energyFj)),
    latencyNs: sum(modules.map(({ latencyNs }) => latencyNs)),
    leakageNw: sum(modules.map(({ leakageNw }) => leakageNw)),
    write: writeEnergyOf(options),
    conversion: conversionLossOf(options),
  };
}
