import { bitfrontError, nearest } from '@bitfront/errors';
import type { ParameterSchema, ParametersOf, ParameterValue } from './parameter.ts';

/**
 * Checks what a user gave against a schema and fills in the defaults, in the order of the schema.
 * @throws PARAMETER_UNKNOWN, PARAMETER_MISSING or PARAMETER_INVALID, naming the plugin and the parameter.
 */
export function checkParameters<Schema extends ParameterSchema>(
  plugin: string,
  schema: Schema,
  given: Readonly<Record<string, unknown>>,
): ParametersOf<Schema> {
  for (const name of Object.keys(given))
    if (!Object.hasOwn(schema, name)) refuseUnknown(plugin, schema, name);
  const checked: Record<string, ParameterValue> = {};
  for (const [name, parameter] of Object.entries(schema)) {
    const value = given[name] ?? parameter.default;
    if (value === undefined) refuseMissing(plugin, schema, given, name);
    const reason = parameter.check(value);
    if (reason !== undefined) {
      const shown = JSON.stringify(value) ?? String(value);
      const { expected } = parameter;
      throw bitfrontError('PARAMETER_INVALID', { plugin, name, value: shown, reason, expected });
    }
    checked[name] = value as ParameterValue;
  }
  return Object.freeze(checked) as ParametersOf<Schema>;
}

/** Names all that is missing, so that a new plugin is completed in one go. */
function refuseMissing(
  plugin: string,
  schema: ParameterSchema,
  given: Readonly<Record<string, unknown>>,
  name: string,
): never {
  const without = Object.keys(schema).filter((one) => (given[one] ?? schema[one]?.default) === undefined);
  const rest = without.filter((one) => one !== name);
  const hint = rest.length === 0 ? '' : ` Neither have: ${rest.join(', ')}.`;
  throw bitfrontError('PARAMETER_MISSING', { plugin, name, doc: schema[name]?.doc ?? '', hint });
}

function refuseUnknown(plugin: string, schema: ParameterSchema, name: string): never {
  const valid = Object.keys(schema);
  const guess = nearest(name, valid);
  const hint = guess === undefined ? '' : ` Did you mean "${guess}"?`;
  throw bitfrontError('PARAMETER_UNKNOWN', {
    plugin,
    name,
    valid: valid.length > 0 ? valid : ['none'],
    hint,
  });
}
