import { bitfrontError } from '@bitfront/errors';
import { exitCode } from './exit-code.ts';
import { reportFailure } from './report-failure.ts';

/**
 * Notices when code of others ends this process before the command is done: a pipeline or plugin file that calls
 * process.exit, or waits for what never comes. Without this, such a command would look like a success.
 * @returns what to call when the command is done, or leaves on purpose
 */
export function watchForTheEnd(words: readonly string[]): () => void {
  const onExit = (code: number): void => {
    if (code === exitCode.interrupted) return;
    process.exitCode = reportFailure(bitfrontError('COMMAND_CUT_OFF', { command: words[0] ?? '' }), words);
  };
  process.once('exit', onExit);
  return () => void process.off('exit', onExit);
}
