import { checkParameters, type Parameter, type ParameterSchema } from '@bitfront/core';
import { type Check, contractCheck } from '../check.ts';
import { demandLine, evidences } from './description-checks.ts';
import { namesOf, rangeOf } from './parameter-range.ts';
import { endsWithUnit } from './unit-suffix.ts';

/** Documentation, units, ranges and provenance of a plugin's parameters. */
export function parameterChecks(plugin: string, schema: ParameterSchema): readonly Check[] {
  const entries = Object.entries(schema);
  return [
    contractCheck(plugin, 'documents every parameter', (demand) => {
      for (const [name, parameter] of entries) {
        demandLine(demand, `the documentation of "${name}"`, parameter.doc);
        demandLine(demand, `what "${name}" expects`, parameter.expected);
        demand(typeof parameter.unit === 'string', `"${name}" declares no unit.`);
        demand(
          parameter.kind !== 'quantity' || parameter.unit !== '',
          `"${name}" is a quantity without unit.`,
        );
      }
    }),
    contractCheck(plugin, 'ends parameter names with their unit', (demand) => {
      for (const [name, { unit }] of entries)
        demand(endsWithUnit(name, unit), `"${name}" does not end with its unit ${unit}.`);
    }),
    contractCheck(plugin, 'cites every default quantity', (demand) => {
      for (const [name, { kind, unit, provenance, ...rest }] of entries) {
        if (kind !== 'quantity' || unit === '1' || rest.default === undefined) continue;
        demand(provenance !== undefined, `"${name}" has a default that nobody is named for.`);
        demandLine(demand, `the citation of "${name}"`, provenance?.cite);
        demand(evidences.includes(provenance?.how ?? ''), `"${name}" was obtained by "${provenance?.how}".`);
      }
    }),
    contractCheck(plugin, 'accepts its own defaults', (demand) => {
      for (const [name, parameter] of entries) {
        if (parameter.default === undefined) continue;
        const reason = parameter.check(parameter.default);
        demand(reason === undefined, `"${name}" refuses its default: ${reason}`);
      }
    }),
    contractCheck(plugin, 'refuses values outside the range', (demand) => {
      for (const [name, parameter] of entries)
        for (const wrong of wrongValues(parameter))
          demand(
            refuses(plugin, { [name]: parameter }, { [name]: wrong }),
            `"${name}" accepts ${shown(wrong)}.`,
          );
      demand(
        refuses(plugin, schema, { ...examples(entries), notAParameter: 1 }),
        'it accepts unknown parameters.',
      );
    }),
    contractCheck(plugin, 'accepts the ends of its ranges', (demand) => {
      for (const [name, parameter] of entries)
        for (const right of rightValues(parameter))
          demand(
            parameter.check(right) === undefined,
            `"${name}" refuses ${shown(right)}, which it promises.`,
          );
    }),
  ];
}

function refuses(plugin: string, schema: ParameterSchema, given: Readonly<Record<string, unknown>>): boolean {
  try {
    checkParameters(plugin, schema, given);
    return false;
  } catch {
    return true;
  }
}

function wrongValues(parameter: Parameter<unknown>): readonly unknown[] {
  const range = rangeOf(parameter);
  const outside = range === undefined ? [] : [below(range.min), above(range.max)];
  switch (parameter.kind) {
    case 'quantity':
      return [...outside, Number.NaN, Number.POSITIVE_INFINITY, '1', true];
    case 'integer':
      return [...outside, Number.NaN, 0.5 + (range?.min ?? 0), '1'];
    case 'choice':
      return ['no such name', '', 1];
    case 'flag':
      return ['true', 1];
    case 'list':
      return ['1', 1, {}];
    default:
      return [1, true];
  }
}

function rightValues(parameter: Parameter<unknown>): readonly unknown[] {
  const range = rangeOf(parameter);
  if (range !== undefined) return [range.min, range.max];
  return parameter.kind === 'flag' ? [true, false] : namesOf(parameter);
}

/** A value inside the range of every parameter that has one, so that only the unknown name can be refused. */
function examples(
  entries: readonly (readonly [string, Parameter<unknown>])[],
): Readonly<Record<string, unknown>> {
  const given = entries.map(
    ([name, parameter]) => [name, parameter.default ?? rightValues(parameter)[0]] as const,
  );
  return Object.fromEntries(given.filter(([, value]) => value !== undefined));
}

const below = (value: number): number => value - Math.max(1, Math.abs(value));
const above = (value: number): number => value + Math.max(1, Math.abs(value));
const shown = (value: unknown): string => JSON.stringify(value) ?? String(value);
