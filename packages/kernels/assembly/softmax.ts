import { expNonPositive, naturalLog } from './exponential';
import { inside } from './lanes';

/**
 * Sum over the columns of -ln softmax(logits)[label]; writes (softmax - onehot) / examples. Classes are rows, added in
 * order. `gradient` may be `logits`.
 */
export function softmaxCrossEntropy(
  logits: usize, gradient: usize, stride: usize, classes: i32, columns: i32, labels: usize, examples: f32,
): f64 {
  let loss: f64 = 0;
  const count = f32x4.splat(examples);
  for (let c = 0; c < columns; c += 4) {
    const offset = <usize>c << 2;
    const label = v128.load(labels + offset);
    let top = v128.load(logits + offset);
    let labelled = top;
    for (let row = 1; row < classes; row++) {
      const x = v128.load(logits + <usize>row * stride + offset);
      top = f32x4.max(top, x);
      labelled = v128.bitselect(x, labelled, i32x4.eq(label, i32x4.splat(row)));
    }
    let sum = f32x4.splat(0);
    for (let row = 0; row < classes; row++) {
      const at = <usize>row * stride + offset;
      const power = expNonPositive(f32x4.sub(v128.load(logits + at), top));
      v128.store(gradient + at, power);
      sum = f32x4.add(sum, power);
    }
    const present = inside(c, columns);
    for (let row = 0; row < classes; row++) {
      const at = gradient + <usize>row * stride + offset;
      const hit = v128.and(f32x4.splat(1), i32x4.eq(label, i32x4.splat(row)));
      const slope = f32x4.div(f32x4.sub(f32x4.div(v128.load(at), sum), hit), count);
      v128.store(at, v128.and(slope, present));
    }
    const margin = f32x4.sub(labelled, top);
    loss += naturalLog(<f64>f32x4.extract_lane(sum, 0)) - <f64>f32x4.extract_lane(margin, 0);
    if (c + 1 < columns) loss += naturalLog(<f64>f32x4.extract_lane(sum, 1)) - <f64>f32x4.extract_lane(margin, 1);
    if (c + 2 < columns) loss += naturalLog(<f64>f32x4.extract_lane(sum, 2)) - <f64>f32x4.extract_lane(margin, 2);
    if (c + 3 < columns) loss += naturalLog(<f64>f32x4.extract_lane(sum, 3)) - <f64>f32x4.extract_lane(margin, 3);
  }
  return loss;
}
