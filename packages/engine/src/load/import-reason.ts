import { basename } from 'node:path';

/** Why importing a file failed, with the line where its own code threw or could not be read, if the stack knows it. */
export function importReason(error: unknown, file: string): string {
  if (!(error instanceof Error)) return `It threw ${JSON.stringify(error) ?? String(error)}`;
  const name = `${basename(file)}:`;
  const stack = error.stack ?? '';
  const at = stack.indexOf(name);
  const line = at < 0 ? undefined : /^\d+/.exec(stack.slice(at + name.length))?.[0];
  return line === undefined ? error.message : `${error.message} (line ${line})`;
}
