import { readFileSync } from 'node:fs';
import { damaged } from './damaged.ts';

/** The parsed JSON object of a file, with its text. @throws ZOO_FILE_DAMAGED */
export function readJson(file: string): {
  readonly text: string;
  readonly value: Readonly<Record<string, unknown>>;
} {
  let text: string;
  let value: unknown;
  try {
    text = readFileSync(file, 'utf8');
    value = JSON.parse(text);
  } catch (error) {
    throw damaged(file, `it cannot be read (${(error as Error).message})`, error);
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    throw damaged(file, 'it is no object');
  return { text, value: value as Readonly<Record<string, unknown>> };
}
