import { bitfrontError } from '@bitfront/errors';
import { checker } from '../check.ts';
import type { KernelContext } from '../kernel-context.ts';
import type { F32Matrix, I32Matrix } from '../matrix.ts';

/**
 * Sum over the M columns of -log softmax(logits)[label], over the number of examples; gradient = (softmax - onehot) /
 * examples.
 */
export interface SoftmaxCrossEntropy {
  /** `classes x M`. */
  readonly logits: F32Matrix;
  /** Class of each image, `1 x M`; a label that is no class is KERNEL_LABEL_INVALID. */
  readonly labels: I32Matrix;
  /** `classes x M`, written; may be `logits`. */
  readonly gradient: F32Matrix;
  /** Examples of the whole batch, where the columns are a part of it; M unless given. */
  readonly examples?: number;
}

export function softmaxCrossEntropy({ arena, wasm }: KernelContext, step: SoftmaxCrossEntropy): number {
  const { logits, labels, gradient } = step;
  const check = checker('softmaxCrossEntropy', arena);
  const { rows: classes, columns, stride } = logits;
  check.shape('logits', logits, classes, columns);
  check.shape('labels', labels, 1, columns);
  check.shape('gradient', gradient, classes, columns);
  labels.row(0).forEach((label, image) => {
    if (label < 0 || label >= classes) throw bitfrontError('KERNEL_LABEL_INVALID', { image, label, classes });
  });
  const { examples = columns } = step;
  check.scalar('examples', examples, columns, 2 ** 24);
  const sum = wasm.softmaxCrossEntropy(
    logits.byteOffset,
    gradient.byteOffset,
    stride * 4,
    classes,
    columns,
    labels.byteOffset,
    examples,
  );
  return sum / examples;
}

export function argmaxColumns({ arena, wasm }: KernelContext, a: F32Matrix, out: I32Matrix): void {
  const check = checker('argmaxColumns', arena);
  check.shape('a', a, a.rows, a.columns);
  check.shape('out', out, 1, a.columns);
  wasm.argmaxColumns(a.byteOffset, a.stride * 4, a.rows, a.columns, out.byteOffset);
}
