import { damaged } from './damaged.ts';

/** Dotted name of a field to what it must be; `share` is a number from 0 to 1. */
export type Fields = Readonly<Record<string, 'text' | 'sha256' | 'count' | 'share' | 'object' | 'list'>>;

export const recipeFields: Fields = {
  name: 'text',
  title: 'text',
  seed: 'count',
  'pipeline.dataset.plugin': 'text',
  'pipeline.dataset.parameters': 'object',
  'pipeline.encoder.plugin': 'text',
  'pipeline.encoder.parameters': 'object',
  'pipeline.trainer.plugin': 'text',
  'pipeline.trainer.parameters': 'object',
  'pipeline.evaluator.plugin': 'text',
  'pipeline.evaluator.parameters': 'object',
};

export const cardFields: Fields = {
  ...recipeFields,
  'dataset.name': 'text',
  'dataset.hashes.train': 'sha256',
  'dataset.hashes.validation': 'sha256',
  'dataset.hashes.test': 'sha256',
  'architecture.classes': 'count',
  'architecture.layers': 'list',
  weightsSha256: 'sha256',
  fileSha256: 'sha256',
  fileBytes: 'count',
  errorRate: 'share',
  errorRateLow95: 'share',
  errorRateHigh95: 'share',
  validationErrorRate: 'share',
  testImages: 'count',
  row: 'object',
  log: 'list',
  'trainedWith.node': 'text',
  'trainedWith.plugins': 'object',
};

/** @throws ZOO_FILE_DAMAGED naming the first field that is missing or of another kind */
export function checkFields(file: string, value: unknown, name: string, fields: Fields): void {
  if (at(value, 'schemaVersion') !== 1) throw damaged(file, 'its "schemaVersion" is not 1');
  for (const [field, kind] of Object.entries(fields))
    if (!is[kind](at(value, field))) throw damaged(file, `its "${field}" is missing or no ${kind}`);
  if (at(value, 'name') !== name) throw damaged(file, `its "name" is ${JSON.stringify(at(value, 'name'))}`);
}

const is: Readonly<Record<Fields[string], (value: unknown) => boolean>> = {
  text: (value) => typeof value === 'string' && value !== '',
  sha256: (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value),
  count: (value) => Number.isSafeInteger(value) && (value as number) >= 0,
  share: (value) => typeof value === 'number' && value >= 0 && value <= 1,
  object: (value) => value !== null && typeof value === 'object' && !Array.isArray(value),
  list: Array.isArray,
};

function at(value: unknown, field: string): unknown {
  return field
    .split('.')
    .reduce((inner, name) => (inner as Readonly<Record<string, unknown>> | null | undefined)?.[name], value);
}
