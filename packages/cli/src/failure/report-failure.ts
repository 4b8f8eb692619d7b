import { BitfrontError, bitfrontError } from '@bitfront/errors';
import { paint } from '../text/paint.ts';
import { exitCode, isUsageError } from './exit-code.ts';

/** Says on stderr what went wrong, why, and what to do; the exit code that fits. */
export function reportFailure(error: unknown, words: readonly string[]): number {
  const exit = exitOf(error);
  if (exit !== undefined && !isWrongUsage(error)) return exit;
  const known = isWrongUsage(error) ? usageError(error as Error, words) : error;
  const text = known instanceof BitfrontError ? catalogueText(known) : unexpectedText(known);
  process.stderr.write(`${text}\n`);
  if (words.includes('--verbose')) process.stderr.write(`${stackOf(error)}\n`);
  return known instanceof BitfrontError && isUsageError(known, words) ? exitCode.usage : exitCode.error;
}

function catalogueText({ code, what, why, now }: BitfrontError): string {
  return `${paint('red', 'error')} ${paint('bold', code)}: ${what}\n  why: ${why}\n  now: ${now}`;
}

function unexpectedText(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const why = 'This was not foreseen.';
  return `${paint('red', 'error')} ${paint('bold', 'UNEXPECTED')}: ${message}\n  why: ${why}\n  now: Run the command with --verbose to see where it happened.`;
}

/** oclif's own complaints carry exit code 2, and leaving on purpose its code. */
function exitOf(error: unknown): number | undefined {
  const { oclif } = error as { readonly oclif?: { readonly exit?: number } };
  return oclif?.exit;
}

function isWrongUsage(error: unknown): boolean {
  return exitOf(error) === exitCode.usage && (error as Error).message !== '';
}

function usageError(error: Error, words: readonly string[]): BitfrontError {
  const command = words.slice(0, ['dataset', 'cache', 'zoo'].includes(words[0] ?? '') ? 2 : 1);
  const problem = (error.message.split(/\n(?:See more help|\nNote:)/)[0] ?? '')
    .trim()
    .replace(/^The following errors? occurred:\s*/, '')
    .replace(/^Parsing (--\S+)\s*/, '$1: ')
    .replaceAll(/\s*\n\s*/g, ' ');
  return bitfrontError('COMMAND_USAGE_WRONG', { problem, command: command.join(' ') });
}

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined
    ? (error.stack ?? '')
    : `${error.stack}\ncaused by: ${stackOf(error.cause)}`;
}
