import type { RunReport } from '@bitfront/engine';
import { shellText } from '../text/shell-text.ts';
import type { TextRow } from './read-rows.ts';

/** What `explain` needs of run.json. */
export type RunFile = Pick<RunReport, 'pipeline' | 'seed' | 'space' | 'plugins' | 'evidence' | 'columns'>;

export interface Explanation {
  readonly point: string;
  readonly status: string;
  readonly errorCode?: string;
  readonly failure?: { readonly message: string; readonly stack?: string };
  readonly stages: readonly {
    readonly slot: string;
    readonly plugin: string;
    readonly version: number | undefined;
    readonly hash: string | undefined;
    readonly parameters: Readonly<Record<string, string>>;
    readonly evidence: unknown;
  }[];
  readonly measures: Readonly<Record<string, string>>;
  /** Runs this point alone. */
  readonly command: string;
  /** What the command needs besides, which results do not hold. */
  readonly note?: string;
}

export function explanationOf(run: RunFile, row: TextRow, failure: Explanation['failure']): Explanation {
  const evidence = run.evidence[row.evidence ?? ''];
  const stages = run.space.map(({ name }) => {
    const plugin = run.plugins.find((one) => one.name === row[name]);
    return {
      slot: name,
      plugin: row[name] ?? '',
      version: plugin?.version,
      hash: plugin?.hash,
      parameters: parametersOf(name, row),
      evidence: evidence?.[name],
    };
  });
  const slots = new Set(run.space.map(({ name }) => name));
  const measures = Object.entries(row).filter(
    ([name, value]) => value !== '' && !slots.has(name.split('.')[0] ?? '') && !outside.includes(name),
  );
  const errorCode = row.errorCode ?? '';
  return {
    point: row.pointId ?? '',
    status: row.status ?? '',
    ...(errorCode === '' ? {} : { errorCode }),
    ...(failure === undefined ? {} : { failure }),
    stages,
    measures: Object.fromEntries(measures),
    command: commandOf(run, stages),
  };
}

const outside = ['pointId', 'status', 'errorCode', 'evidence'];

export function explanationText(one: Explanation): string {
  const stages = one.stages.map(({ slot, plugin, version, hash, parameters, evidence }) => {
    const values = Object.entries(parameters).map(([name, value]) => `${name}=${value}`);
    const lines = evidenceLines(evidence).map((line) => `\n      ${line}`);
    return `  ${slot}: ${plugin} ${version ?? ''} (code ${hash?.slice(0, 12) ?? 'unknown'})\n    ${values.join(' ')}${lines.join('')}`;
  });
  const failure =
    one.failure === undefined
      ? []
      : [`failure ${one.errorCode ?? ''}\n  ${one.failure.message}\n${one.failure.stack ?? ''}`];
  const measures = Object.entries(one.measures).map(([name, value]) => `  ${name} = ${value}`);
  return [
    `point ${one.point}: ${one.status}`,
    ...failure,
    `stages\n${stages.join('\n')}`,
    ...(measures.length === 0 ? [] : [`measures\n${measures.join('\n')}`]),
    `run it alone\n  ${one.command}`,
    ...(one.note === undefined ? [] : [one.note]),
  ].join('\n\n');
}

function parametersOf(slot: string, row: TextRow): Readonly<Record<string, string>> {
  const own = Object.entries(row).filter(([name, value]) => name.startsWith(`${slot}.`) && value !== '');
  return Object.fromEntries(own.map(([name, value]) => [name.slice(slot.length + 1), value]));
}

function commandOf(run: RunFile, stages: Explanation['stages']): string {
  const settings = stages.flatMap(({ slot, plugin, parameters }) => [
    `--set ${shellText(`${slot}=${plugin}`)}`,
    ...Object.entries(parameters).map(([name, value]) => `--set ${shellText(`${slot}.${name}=${value}`)}`),
  ]);
  return `bitfront sweep ${run.pipeline} ${settings.join(' ')} --seed ${run.seed} --executor inline --out results/one-point`;
}

function evidenceLines(evidence: unknown): readonly string[] {
  const {
    how = '',
    cite = '',
    where = '',
    residual = '',
    assumed = [],
  } = (evidence ?? {}) as Partial<EvidenceShown>;
  if (cite === '') return [];
  return [`${how}: ${cite}; ${where} (${residual})`, ...assumed.map((text) => `assumed: ${text}`)];
}

interface EvidenceShown {
  readonly how: string;
  readonly cite: string;
  readonly where: string;
  readonly residual: string;
  readonly assumed: readonly string[];
}
