import type { Examples } from '@bitfront/core';

/** How many classes differ from the labels from an image on. */
export function wrongImages(classes: Uint8Array, { labels }: Examples, from: number): number {
  return classes.reduce((sum, label, image) => sum + (label === labels[from + image] ? 0 : 1), 0);
}
