import { styleText } from 'node:util';

/** Colour for people: none where NO_COLOR is set or the stream is no terminal. */
export function paint(style: 'red' | 'green' | 'yellow' | 'cyan' | 'dim' | 'bold', text: string): string {
  const plain = Boolean(process.env.NO_COLOR) || process.stderr.isTTY !== true;
  return plain ? text : styleText(style, text, { validateStream: false });
}
