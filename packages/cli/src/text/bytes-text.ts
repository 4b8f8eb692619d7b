import { bitfrontError } from '@bitfront/errors';

const units = ['B', 'KB', 'MB', 'GB', 'TB'] as const;

/** `1.5 GB`; powers of 1000. */
export function bytesText(bytes: number): string {
  let value = bytes;
  let unit = 0;
  for (; value >= 1000 && unit < units.length - 1; unit++) value /= 1000;
  return `${unit === 0 ? value : value.toFixed(1)} ${units[unit]}`;
}

/** The bytes of `500MB` or `2 gb`; a bare number is bytes. @throws SIZE_INVALID */
export function parseBytes(text: string): number {
  const match = /^\s*(\d+(?:\.\d+)?)\s*(B|KB|MB|GB|TB)?\s*$/i.exec(text);
  if (match === null) throw bitfrontError('SIZE_INVALID', { value: text });
  const unit = units.findIndex((name) => name === (match[2] ?? 'B').toUpperCase());
  let bytes = Number(match[1]);
  for (let i = 0; i < unit; i++) bytes *= 1000;
  return Math.floor(bytes);
}
