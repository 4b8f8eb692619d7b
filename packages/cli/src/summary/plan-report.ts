import type { Parameter, ParameterValue } from '@bitfront/core';
import type { Estimate, LoadedPlugin, Plan } from '@bitfront/engine';
import { tableText } from '../text/table.ts';

/** What `bitfront plan` tells, as data. */
export interface PlanReport {
  readonly pipeline: string;
  readonly question: string;
  readonly points: number;
  /** Points from which the calls were counted; fewer than all in a very large plan. */
  readonly counted: number;
  readonly calls: Estimate['calls'];
  readonly objectives: Plan['objectives'];
  readonly sources: readonly {
    readonly plugin: string;
    readonly cite: string;
    readonly where: string;
    readonly how: string;
    readonly residual: string;
  }[];
  /** Numbers that nobody published, `plugin: what`. */
  readonly assumed: readonly string[];
}

export function planReport(plan: Plan, estimated: Estimate): PlanReport {
  return {
    pipeline: plan.pipeline.name,
    question: plan.pipeline.question,
    ...estimated,
    objectives: plan.objectives,
    sources: plan.plugins.map(({ name, stage }) => {
      const { cite, where, how, residual } = stage.source;
      return { plugin: name, cite, where, how, residual };
    }),
    assumed: [
      ...new Set(
        plan.slots.flatMap((slot) => slot.choices.flatMap(({ plugin, given }) => assumedOf(plugin, given))),
      ),
    ],
  };
}

export function planReportText(report: PlanReport): string {
  const count = (value: number): string => value.toLocaleString('en-US');
  const partly =
    report.counted < report.points ? ` (calls counted over the first ${count(report.counted)})` : '';
  const calls = report.calls.map(({ slot, plugin, weight, calls, exact }) => [
    slot,
    plugin,
    weight,
    `${exact ? '' : '≤ '}${count(calls)}`,
  ]);
  const sources = report.sources.map(
    ({ plugin, how, residual, cite, where }) => `  ${plugin}: ${how}; ${cite}; ${where} (${residual})`,
  );
  return [
    `${report.pipeline}: ${report.question}`,
    `${count(report.points)} points${partly}; objectives: ${report.objectives.map(({ column, direction }) => `${direction} ${column}`).join(', ')}`,
    tableText(calls, ['slot', 'plugin', 'weight', 'calls']),
    `sources\n${sources.join('\n')}`,
    report.assumed.length === 0
      ? 'no assumed numbers'
      : `assumed numbers\n${report.assumed.map((line) => `  ${line}`).join('\n')}`,
  ].join('\n\n');
}

/** Assumptions inside the plugin, and assumed defaults that the pipeline did not replace. */
function assumedOf({ name, stage }: LoadedPlugin, given: readonly string[]): readonly string[] {
  const parameters = Object.entries(stage.parameters as Readonly<Record<string, Parameter<ParameterValue>>>);
  const defaults = parameters
    .filter(([parameter, { provenance }]) => provenance?.how === 'assumed' && !given.includes(parameter))
    .map(
      ([parameter, one]) =>
        `${name}: ${parameter} = ${JSON.stringify(one.default)} (${one.provenance?.cite})`,
    );
  return [...(stage.source.assumed ?? []).map((text) => `${name}: ${text}`), ...defaults];
}
