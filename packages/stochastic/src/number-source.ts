/** Random numbers of one split of the images, draw after draw: all that pixels are compared with. */
export interface NumberSource {
  /** Steps after which everything repeats. */
  readonly period: number;
  /** Numbers per step; pixel i meets number i mod lanes. */
  readonly lanes: number;
  /** Goes to any step, 0 and more. */
  seek(step: number): void;
  /** Writes the numbers of this step, one per lane, and goes to the next one. */
  next(numbers: Uint32Array): void;
}
