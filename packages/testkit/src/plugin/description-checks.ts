import type { Source } from '@bitfront/core';
import { type Check, contractCheck, type Demand } from '../check.ts';

/** What every kind of plugin tells about itself. */
export interface Described {
  readonly name: string;
  readonly version: number;
  readonly doc: string;
  readonly source?: Source;
}

/** Name, version, documentation and, where the kind has one, source. */
export function descriptionChecks(plugin: Described): readonly Check[] {
  return [
    contractCheck(plugin.name, 'has a name, a version and one line of documentation', (demand) => {
      demand(
        /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(plugin.name),
        `"${plugin.name}" is not in lower case with hyphens.`,
      );
      demand(
        Number.isSafeInteger(plugin.version) && plugin.version >= 1,
        `The version is ${plugin.version}.`,
      );
      demandLine(demand, 'doc', plugin.doc);
    }),
    ...(plugin.source === undefined ? [] : [sourceCheck(plugin.name, plugin.source)]),
  ];
}

/** The accepted words for how a number was obtained. */
export const evidences: readonly string[] = ['measured', 'fitted', 'derived', 'assumed'];

/** Demands one line of text that is neither empty nor padded. */
export function demandLine(demand: Demand, what: string, text: unknown): void {
  demand(typeof text === 'string' && text.length > 0, `${what} is missing.`);
  demand(text === String(text).trim() && !String(text).includes('\n'), `${what} is not one clean line.`);
}

function sourceCheck(plugin: string, source: Source): Check {
  return contractCheck(plugin, 'names its source', (demand) => {
    demandLine(demand, 'source.cite', source.cite);
    demandLine(demand, 'source.where', source.where);
    demandLine(demand, 'source.residual', source.residual);
    demand(
      evidences.includes(source.how),
      `source.how is "${source.how}", not one of ${evidences.join(', ')}.`,
    );
    for (const [index, item] of (source.assumed ?? []).entries())
      demandLine(demand, `source.assumed ${index + 1}`, item);
  });
}
