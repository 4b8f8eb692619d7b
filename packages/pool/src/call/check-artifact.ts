import type { AnyStage } from '@bitfront/core';
import { type BitfrontError, bitfrontError } from '@bitfront/errors';
import { type Artifact, checkPlain } from '@bitfront/store/artifacts';

/**
 * Checks what a stage returned: one plain object, whose part `row` holds exactly the declared columns, each a finite
 * number or a text. Throws STAGE_ARTIFACT_INVALID, STAGE_COLUMNS_WRONG, STAGE_NOT_FINITE or ARTIFACT_NOT_PLAIN.
 */
export function checkArtifact(plugin: string, stage: AnyStage, returned: unknown): Artifact {
  if (!isRecord(returned)) throw bitfrontError('STAGE_ARTIFACT_INVALID', { plugin, found: kindOf(returned) });
  checkPlain(returned);
  checkRow(plugin, Object.keys(stage.columns), returned.row);
  return returned;
}

function checkRow(plugin: string, declared: readonly string[], row: unknown): void {
  const columnsWrong = (difference: string): BitfrontError =>
    bitfrontError('STAGE_COLUMNS_WRONG', { plugin, difference });
  if (row === undefined && declared.length === 0) return;
  if (!isRecord(row)) throw columnsWrong(`it is ${row === undefined ? 'missing' : kindOf(row)}`);
  const given = Object.keys(row);
  const missing = declared.filter((name) => !Object.hasOwn(row, name));
  if (missing.length > 0) throw columnsWrong(`it lacks ${missing.join(', ')}`);
  const extra = given.filter((name) => !declared.includes(name));
  if (extra.length > 0) throw columnsWrong(`${extra.join(', ')} is not declared`);
  for (const [name, value] of Object.entries(row)) {
    if (typeof value === 'string') continue;
    if (typeof value !== 'number') throw columnsWrong(`"${name}" is ${kindOf(value)}`);
    if (!Number.isFinite(value)) throw bitfrontError('STAGE_NOT_FINITE', { plugin, name, value });
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value) && !ArrayBuffer.isView(value);
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (typeof value !== 'object') return `a ${typeof value}`;
  return Array.isArray(value) ? 'an array' : `an instance of ${value.constructor?.name ?? 'no class'}`;
}
