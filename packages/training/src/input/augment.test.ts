import { randomStream } from '@bitfront/math';
import { expect, test } from 'vitest';
import { augmenter } from './augment.ts';

const volume = { channels: 2, height: 3, width: 4 };
const image = Uint8Array.from({ length: 24 }, (_, index) => index + 1);
const values = Uint8Array.from([...new Array<number>(24).fill(99), ...image]);

/** The image moved and mirrored, pixel by pixel. */
function varied(down: number, right: number, mirrored: boolean): readonly number[] {
  return Array.from({ length: 24 }, (_, at) => {
    const [channel, y, x] = [Math.floor(at / 12), Math.floor((at % 12) / 4), at % 4];
    const [fromY, fromX] = [y - down, (mirrored ? 3 - x : x) - right];
    const inside = fromY >= 0 && fromY < 3 && fromX >= 0 && fromX < 4;
    return inside ? (image[(channel * 3 + fromY) * 4 + fromX] ?? -1) : 0;
  });
}

test('gives every move and mirror image, about equally often, and nothing else', () => {
  const augment = augmenter({ flip: true, shift: 1 }, volume);
  const stream = randomStream('augment');
  const seen = new Map<string, number>();
  for (let turn = 0; turn < 3600; turn++) {
    const target = new Uint8Array(24).fill(7);
    augment?.(values, 24, stream, target);
    seen.set(target.join(), (seen.get(target.join()) ?? 0) + 1);
  }
  const expected = [-1, 0, 1].flatMap((down) =>
    [-1, 0, 1].flatMap((right) => [true, false].map((m) => varied(down, right, m).join())),
  );
  expect([...seen.keys()].sort()).toEqual(expected.sort());
  // 200 each on average, with a standard deviation below 14.
  for (const count of seen.values()) expect(Math.abs(count - 200)).toBeLessThan(70);
});

test('moves beyond the image leave nothing of it', () => {
  const augment = augmenter({ flip: false, shift: 50 }, { channels: 1, height: 1, width: 4 });
  const stream = randomStream('far');
  const target = new Uint8Array(4);
  let empty = 0;
  for (let turn = 0; turn < 200; turn++) {
    augment?.(values, 24, stream, target);
    if (target.every((value) => value === 0)) empty++;
  }
  expect(empty).toBeGreaterThan(150);
});

test('nothing to vary, nothing to call', () => {
  expect(augmenter({ flip: false, shift: 0 }, volume)).toBeUndefined();
});
