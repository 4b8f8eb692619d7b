import type { Axis, ChoiceData, ParameterValue, PipelineData, SlotData } from '@bitfront/core';
import { bitfrontError, nearest } from '@bitfront/errors';
import { axisSchema } from '../load/pipeline-schema.ts';

/** `--set` taken apart: a slot gets other plugins, or a parameter other values. */
export interface Setting {
  readonly text: string;
  readonly slot: string;
  readonly parameter: string | undefined;
  readonly values: readonly string[];
}

/** @throws PIPELINE_SETTING_INVALID, PIPELINE_SLOT_UNKNOWN */
export function parseSetting(text: string, data: PipelineData): Setting {
  const match = /^([^.=\s]+)(?:\.([^=\s]+))?=(.*)$/s.exec(text);
  const values = splitValues(match?.[3] ?? '');
  if (match === null || values.length === 0 || values.includes(''))
    throw bitfrontError('PIPELINE_SETTING_INVALID', {
      setting: text,
      reason: 'A name, "=" and a value are expected.',
      hint: '',
    });
  const [, slot = '', parameter] = match;
  const valid = data.slots.map((one) => one.name);
  if (!valid.includes(slot)) {
    const guess = nearest(slot, valid);
    const hint = guess === undefined ? '' : ` Did you mean "${guess}"?`;
    throw bitfrontError('PIPELINE_SLOT_UNKNOWN', { name: slot, valid, hint });
  }
  return { text, slot, parameter, values };
}

/** Puts other plugins into a slot; a plugin that was there keeps its parameters. */
export function setPlugins(data: PipelineData, { slot, values }: Setting): PipelineData {
  const choose = (old: SlotData): readonly ChoiceData[] =>
    values.map(
      (plugin) => old.choices.find((choice) => choice.plugin === plugin) ?? { plugin, parameters: {} },
    );
  return mapSlot(data, slot, (old) => ({ ...old, choices: choose(old) }));
}

/**
 * Gives a parameter other values, in every alternative that has it.
 * @param has whether a plugin has the parameter
 */
export function setParameter(
  data: PipelineData,
  setting: Setting & { readonly parameter: string },
  has: (plugin: string) => boolean,
): PipelineData {
  const { slot, parameter, values } = setting;
  const read = values.map((value) => readValue(setting, value));
  const value: ParameterValue | Axis =
    read.length === 1 ? (read[0] as ParameterValue) : { axis: 'list', values: read };
  return mapSlot(data, slot, (old) => ({
    ...old,
    choices: old.choices.map((choice) => (has(choice.plugin) ? withValue(choice, parameter, value) : choice)),
  }));
}

function withValue(choice: ChoiceData, parameter: string, value: ParameterValue | Axis): ChoiceData {
  const points = choice.points?.map(({ [parameter]: _replaced, ...rest }) => rest);
  const parameters = { ...choice.parameters, [parameter]: value };
  return { ...choice, parameters, ...(points === undefined ? {} : { points }) };
}

function mapSlot(data: PipelineData, name: string, change: (slot: SlotData) => SlotData): PipelineData {
  return { ...data, slots: data.slots.map((slot) => (slot.name === name ? change(slot) : slot)) };
}

/** JSON where it is JSON, else the text itself. */
function readValue({ text: setting }: Setting, text: string): ParameterValue {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return text;
  }
  const isObject = typeof value === 'object' && !Array.isArray(value);
  if (isObject && !axisSchema.safeParse(value).success) {
    const reason = `${text} is neither a value nor an axis.`;
    throw bitfrontError('PIPELINE_SETTING_INVALID', { setting, reason, hint: '' });
  }
  return value as ParameterValue;
}

/** Splits at commas outside brackets and quotes: `[512,512],[256]` are two values. */
function splitValues(text: string): readonly string[] {
  const values: string[] = [];
  let depth = 0;
  let quoted = false;
  let current = '';
  for (const letter of text) {
    if (letter === '"') quoted = !quoted;
    if (!quoted && '[{'.includes(letter)) depth++;
    if (!quoted && ']}'.includes(letter)) depth--;
    if (letter === ',' && depth === 0 && !quoted) {
      values.push(current.trim());
      current = '';
    } else current += letter;
  }
  values.push(current.trim());
  return values;
}
