import type { BitfrontError } from '@bitfront/errors';

/** What a process that calls bitfront can rely on. */
export const exitCode = {
  success: 0,
  error: 1,
  usage: 2,
  failedPoints: 3,
  interrupted: 130,
} as const;

/** Errors of the catalogue that mean: the command line itself is wrong. */
const usageCodes: readonly string[] = [
  'COMMAND_UNKNOWN',
  'COMMAND_USAGE_WRONG',
  'COMMAND_JSON_INVALID',
  'CSV_COLUMN_UNKNOWN',
  'PIPELINE_UNKNOWN',
  'PIPELINE_SETTING_INVALID',
  'PIPELINE_SLOT_UNKNOWN',
  'SIZE_INVALID',
  'DATASET_UNKNOWN',
  'PLUGIN_FILE_MISSING',
  'POINT_UNKNOWN',
  'POINT_AMBIGUOUS',
  'STAGE_INPUT_MISSING',
  'RESULTS_MISSING',
  'ZOO_NAME_UNKNOWN',
];

/** Errors that mean it only where the name they complain of was given on the command line, not in a pipeline's file. */
const nameCodes: readonly string[] = ['PLUGIN_UNKNOWN', 'PARAMETER_UNKNOWN', 'PARAMETER_INVALID'];

export function isUsageError({ code, what }: BitfrontError, words: readonly string[]): boolean {
  if (usageCodes.includes(code)) return true;
  const name = /"([^"]+)"/.exec(what)?.[1];
  return nameCodes.includes(code) && name !== undefined && words.some((word) => word.includes(name));
}
