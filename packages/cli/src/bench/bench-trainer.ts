import {
  type BenchNetwork,
  benchNetworks,
  type DataParallelMeasure,
  measureDataParallel,
  measureTraining,
  type NetworkMeasures,
  type TrainingMeasure,
} from '@bitfront/training/bench';
import type { BenchReport, BenchSetting } from './bench-report.ts';
import { chosenShapes } from './chosen-shapes.ts';
import { machineText, thisMachine } from './machine.ts';
import { measureScaling, type ScalingMeasure } from './measure-scaling.ts';
import { trainerText } from './trainer-text.ts';

/** With 1 … N trainings at a time, and with one training on 1 … N threads. */
export interface ScaledTraining extends TrainingMeasure {
  readonly workers?: readonly ScalingMeasure[];
  readonly dataParallel?: DataParallelMeasure;
}

export interface TrainerFigures extends NetworkMeasures {
  readonly wasm: ScaledTraining;
  readonly native?: ScaledTraining;
}

/** Training steps by network and backend. */
export async function benchTrainer({ only, threads, say }: BenchSetting): Promise<BenchReport> {
  const shapes = chosenShapes(benchNetworks, only);
  const machine = thisMachine();
  const figures: Record<string, TrainerFigures> = {};
  for (const [name, network] of shapes) {
    say(`steps of ${name} …`);
    const measures = measureTraining({ [name]: network })[name] as NetworkMeasures;
    const scaled: Partial<Record<'wasm' | 'native', ScaledTraining>> = {};
    for (const backend of ['wasm', 'native'] as const) {
      const measure = measures[backend];
      if (measure === undefined || threads === 1) continue;
      scaled[backend] = { ...measure, ...(await scaling(name, network, { backend, threads, say })) };
    }
    figures[name] = { ...measures, ...scaled };
  }
  return { result: { machine, ...figures }, text: [machineText(machine), trainerText(figures)].join('\n\n') };
}

async function scaling(
  name: string,
  network: BenchNetwork,
  { backend, threads, say }: Pick<BenchSetting, 'threads' | 'say'> & { readonly backend: 'wasm' | 'native' },
): Promise<Pick<ScaledTraining, 'workers' | 'dataParallel'>> {
  const wanted = network.scales ?? [];
  const on = `on 1 to ${threads} threads, ${backend} …`;
  let [workers, dataParallel]: [ScaledTraining['workers'], ScaledTraining['dataParallel']] = [
    undefined,
    undefined,
  ];
  if (wanted.includes('trainings')) {
    say(`trainings of ${name} ${on}`);
    workers = await measureScaling({ kind: 'training', backend, network }, threads);
  }
  if (wanted.includes('parts')) {
    say(`batches of ${name} in parts ${on}`);
    dataParallel = await measureDataParallel(network, { backend, shards: threads });
  }
  return { ...(workers && { workers }), ...(dataParallel && { dataParallel }) };
}
