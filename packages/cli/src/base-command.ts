import { Command, Flags } from '@oclif/core';

/** What all commands share: JSON goes to stdout alone, all else to stderr. */
export abstract class BaseCommand extends Command {
  static override baseFlags = {
    verbose: Flags.boolean({ description: 'show the stack of an error', helpGroup: 'GLOBAL' }),
  };

  /** For people: tables and notes that a pipe should not see as data. */
  note(text: string): void {
    process.stderr.write(`${text}\n`);
  }

  /** The result itself. */
  print(text: string): void {
    process.stdout.write(`${text}\n`);
  }

  printJson(value: unknown): void {
    this.print(JSON.stringify(value, undefined, 2));
  }
}

/** The flag of every command that can print its result as JSON. */
export const jsonFlag = Flags.boolean({
  description: 'print the result as JSON on stdout, nothing else there',
});
