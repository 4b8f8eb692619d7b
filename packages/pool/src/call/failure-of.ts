import type { Failure } from '@bitfront/core';
import { type BitfrontError, bitfrontError } from '@bitfront/errors';

/** Failures of the disk and of the files on it, which say nothing about the point: it is tried again on resume. */
const machineCodes = new Set([
  'STORE_DISK_FULL',
  'STORE_NOT_WRITABLE',
  'STORE_WRITE_FAILED',
  'DATASET_FILE_MISSING',
  'DATASET_FILE_DAMAGED',
  'DATASET_FORMAT_INVALID',
]);

/** What was thrown while a call ran, as plain data; an exception without a code of the catalogue is STAGE_THREW. */
export function failureOf(plugin: string, thrown: unknown): Failure {
  const error = isBitfrontError(thrown) ? thrown : stageThrew(plugin, thrown);
  const stack = stackOf(thrown);
  return {
    code: error.code,
    message: error.message,
    ...(stack === undefined ? {} : { stack }),
    blame: machineCodes.has(error.code) || isOutOfMemory(thrown) ? 'machine' : 'point',
  };
}

/** By name, because a plugin outside may bring its own copy of the class. */
function isBitfrontError(thrown: unknown): thrown is BitfrontError {
  return (
    thrown instanceof Error &&
    thrown.name === 'BitfrontError' &&
    typeof (thrown as BitfrontError).code === 'string'
  );
}

function stageThrew(plugin: string, thrown: unknown): BitfrontError {
  const message = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
  return bitfrontError('STAGE_THREW', { plugin, message });
}

function isOutOfMemory(thrown: unknown): boolean {
  return thrown instanceof RangeError && thrown.message.includes('allocation failed');
}

/** The frames of the plugin, and of what caused its error: a module that cannot be loaded names its line there. */
function stackOf(thrown: unknown): string | undefined {
  if (!(thrown instanceof Error) || thrown.stack === undefined) return undefined;
  const cause = stackOf(thrown.cause);
  const own = pluginFrames(thrown.stack);
  return cause === undefined ? own : `${own}\nCaused by: ${cause}`;
}

/** What lies below `runCall` is ours and differs between executors. */
function pluginFrames(stack: string): string {
  const lines = stack.split('\n');
  const ours = lines.findIndex((line) => /[\\/]call[\\/]run-call\.[jt]s/.test(line));
  return (ours < 0 ? lines : lines.slice(0, ours)).join('\n');
}
