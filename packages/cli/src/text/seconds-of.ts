import { bitfrontError } from '@bitfront/errors';

/** The positive number of seconds after `--timeout`. */
export function secondsOf(text: string): number {
  const seconds = Number(text);
  if (text.trim() !== '' && seconds > 0 && Number.isFinite(seconds)) return seconds;
  const problem = `--timeout must be a positive number of seconds, not "${text}".`;
  throw bitfrontError('COMMAND_USAGE_WRONG', { problem, command: 'sweep' });
}
