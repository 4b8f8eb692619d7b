import type { ParameterValue, Provenance, Source } from '@bitfront/core';
import { paint } from '../text/paint.ts';

/** One entry of `bitfront list`. */
export interface ListEntry {
  readonly name: string;
  readonly version?: number;
  readonly doc: string;
  readonly gives?: string;
  readonly weight?: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly unit: string;
    readonly doc: string;
    readonly expected: string;
    readonly default?: ParameterValue;
    readonly provenance?: Provenance;
  }[];
  readonly source?: Source;
}

export function listText(entries: readonly ListEntry[]): string {
  return entries.length === 0 ? 'none' : entries.map(entryText).join('\n');
}

function entryText({ name, doc, parameters }: ListEntry): string {
  const lines = parameters.map((one) => {
    const standard = one.default === undefined ? '' : `, default ${JSON.stringify(one.default)}`;
    return `    ${one.name}: ${one.doc} (${one.expected}${standard})`;
  });
  return [`${paint('bold', name)}${doc === '' ? '' : `  ${doc}`}`, ...lines].join('\n');
}
