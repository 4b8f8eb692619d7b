import type { AnyStage } from '@bitfront/core';
import { type Check, contractCheck } from '../check.ts';
import { expectRelative } from '../figure/expect-relative.ts';
import type { Trial } from './run-case.ts';
import type { PlainCase } from './stage-case.ts';

/** What a stage writes into the rows of points.csv. */
export function rowChecks(stage: AnyStage, given: PlainCase, trial: () => Promise<Trial>): readonly Check[] {
  const rowOf = async () => ((await trial()).artifact.row ?? {}) as Readonly<Record<string, unknown>>;
  const titled = (promise: string) => `${given.name}: ${promise}`;
  return [
    contractCheck(stage.name, titled('returns exactly the declared columns'), async (demand) => {
      const row = await rowOf();
      for (const name of Object.keys(stage.columns))
        demand(Object.hasOwn(row, name), `column "${name}" is missing.`);
      for (const name of Object.keys(row))
        demand(Object.hasOwn(stage.columns, name), `"${name}" is not declared.`);
    }),
    contractCheck(stage.name, titled('returns finite numbers or text'), async (demand) => {
      for (const [name, value] of Object.entries(await rowOf()))
        demand(typeof value === 'string' || Number.isFinite(value), `"${name}" is ${String(value)}.`);
    }),
    contractCheck(stage.name, titled('returns parts that add up to their total'), async (demand) => {
      const row = await rowOf();
      for (const [total, sum] of breakdowns(row)) {
        const whole = row[total] as number;
        const close = Math.abs(sum - whole) <= 1e-9 * Math.max(Math.abs(whole), Math.abs(sum));
        demand(close, `the parts of "${total}" add up to ${sum}, the total is ${whole}.`);
      }
    }),
    ...(given.row === undefined ? [] : [goldenCheck(stage, given, rowOf)]),
  ];
}

function breakdowns(row: Readonly<Record<string, unknown>>): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const [name, value] of Object.entries(row)) {
    const [total = '', part] = name.split('.');
    if (part !== undefined) sums.set(total, (sums.get(total) ?? 0) + (value as number));
  }
  return sums;
}

function goldenCheck(
  stage: AnyStage,
  given: PlainCase,
  rowOf: () => Promise<Readonly<Record<string, unknown>>>,
): Check {
  return contractCheck(stage.name, `${given.name}: meets its golden row`, async (demand) => {
    const row = await rowOf();
    for (const [name, golden] of Object.entries(given.row ?? {})) {
      const value = row[name];
      if (typeof golden === 'number' && typeof value === 'number')
        expectRelative(`${stage.name} ${name}`, value, golden, given.tolerance ?? 1e-9);
      else demand(value === golden, `"${name}" is ${String(value)}, golden is ${golden}.`);
    }
  });
}
