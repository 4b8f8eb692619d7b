import type { PlanColumn, Plan } from '../plan/plan.ts';
import type { StageCalls } from '../run/call-counter.ts';
import type { Work } from './past-work.ts';
import type { WrittenResults } from './write-results.ts';

/** The content of run.json. */
export interface RunReport {
  readonly schemaVersion: 1;
  readonly pipeline: string;
  readonly question: string;
  readonly status: 'complete' | 'interrupted';
  readonly space: Plan['pipeline']['slots'];
  readonly rules: readonly string[];
  readonly objectives: Plan['objectives'];
  readonly seed: number;
  readonly sampler: string;
  readonly plugins: readonly { readonly name: string; readonly version: number; readonly hash: string }[];
  readonly gitCommit: string | null;
  readonly node: string;
  readonly executor: string;
  readonly threads: number;
  readonly points: {
    readonly planned: number;
    readonly ok: number;
    readonly failed: number;
    readonly timedOut: number;
  };
  readonly stageCalls: Readonly<Record<string, StageCalls>>;
  readonly wallTimeSeconds: number;
  readonly frontSize: number;
  readonly hypervolume: { readonly value: number; readonly referencePoint: Readonly<Record<string, number>> };
  readonly evidence: WrittenResults['evidence'];
  readonly columns: Readonly<Record<string, { readonly unit: string; readonly doc: string }>>;
}

export interface RunFacts {
  readonly status: RunReport['status'];
  readonly planned: number;
  readonly results: WrittenResults;
  /** Of all starts together. */
  readonly work: Work;
  readonly executor: string;
  readonly threads: number;
  readonly gitCommit: string | undefined;
}

export function runReport(plan: Plan, facts: RunFacts): RunReport {
  return {
    schemaVersion: 1,
    pipeline: plan.pipeline.name,
    question: plan.pipeline.question,
    status: facts.status,
    space: plan.pipeline.slots,
    rules: plan.pipeline.rules,
    objectives: plan.objectives,
    seed: plan.seed,
    sampler: plan.sampler.name,
    plugins: plan.plugins.map(({ name, stage, hash }) => ({ name, version: stage.version as number, hash })),
    gitCommit: facts.gitCommit ?? null,
    node: process.version,
    executor: facts.executor,
    threads: facts.threads,
    points: { planned: facts.planned, ...facts.results.counts },
    stageCalls: facts.work.stageCalls,
    wallTimeSeconds: facts.work.wallTimeSeconds,
    frontSize: facts.results.frontSize,
    hypervolume: {
      value: facts.results.hypervolume,
      referencePoint: Object.fromEntries(plan.objectives.map(({ column, reference }) => [column, reference])),
    },
    evidence: facts.results.evidence,
    columns: Object.fromEntries(plan.columns.map(({ name, unit, doc }: PlanColumn) => [name, { unit, doc }])),
  };
}
