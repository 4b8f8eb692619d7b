import type { RandomStream } from '@bitfront/math';

/** The 32-bit words of a random stream, fetched in bulk. Taking one costs a load. */
export interface WordStream {
  readonly stream: RandomStream;
  readonly buffer: Uint32Array;
  position: number;
}

export function wordStream(stream: RandomStream, capacity: number): WordStream {
  return { stream, buffer: new Uint32Array(capacity), position: capacity };
}

export function nextWord(words: WordStream): number {
  if (words.position === words.buffer.length) {
    words.stream.fillUint32(words.buffer);
    words.position = 0;
  }
  return words.buffer[words.position++] as number;
}
