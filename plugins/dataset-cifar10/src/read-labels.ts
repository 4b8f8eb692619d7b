import { bitfrontError } from '@bitfront/errors';

/**
 * The labels of a JSON list `[6,9,…]`, one byte each.
 * @throws DATASET_FORMAT_INVALID unless it has `count` whole numbers below `classes`
 */
export function readLabels(bytes: Uint8Array, file: string, count: number, classes: number): Uint8Array {
  const fail = (reason: string, cause?: unknown) =>
    bitfrontError('DATASET_FORMAT_INVALID', { file, format: 'label list', reason }, { cause });
  const labels = parse(bytes, fail);
  if (!Array.isArray(labels) || labels.length !== count)
    throw fail(
      `It should be a list of ${count} labels${Array.isArray(labels) ? `, not ${labels.length}` : ''}.`,
    );
  const wrong = labels.findIndex((label) => !Number.isInteger(label) || label < 0 || label >= classes);
  if (wrong < 0) return Uint8Array.from(labels as readonly number[]);
  throw fail(
    `Label ${wrong} is ${JSON.stringify(labels[wrong])}, not a whole number from 0 to ${classes - 1}.`,
  );
}

function parse(bytes: Uint8Array, fail: (reason: string, cause: unknown) => Error): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (cause) {
    throw fail(`It is not JSON (${(cause as Error).message}).`, cause);
  }
}
