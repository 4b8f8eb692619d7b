import type { ErrorText } from './error-text.ts';

/** Keeps the template literals of an area's errors, so that their fields can be checked. */
export function defineErrors<const Texts extends Readonly<Record<string, ErrorText>>>(texts: Texts): Texts {
  return texts;
}
