import { describe, expect, it } from 'vitest';
import { BitfrontError, bitfrontError } from './bitfront-error.ts';
import { fillTemplate } from './error-text.ts';

describe('fillTemplate', () => {
  it('puts fields in, wherever and however often they stand', () => {
    expect(fillTemplate('{a} is {b}, not {a}.', { a: 1, b: 'x' })).toBe('1 is x, not 1.');
  });

  it('writes lists with commas, and zero and empty text as they are', () => {
    expect(fillTemplate('{list}|{zero}|{empty}', { list: ['a', 'b', 3], zero: 0, empty: '' })).toBe(
      'a, b, 3|0|',
    );
  });

  it('leaves a field without a value visible', () => expect(fillTemplate('{a} {b}', { a: 1 })).toBe('1 {b}'));

  it('does not fill what a value brings along', () => {
    expect(fillTemplate('{a}{b}', { a: '{b}', b: '$&$1' })).toBe('{b}$&$1');
  });
});

describe('bitfrontError', () => {
  const cause = new RangeError('too far');
  const error = bitfrontError('PIPELINE_SLOT_TWICE', { name: 'device' }, { cause });

  it('has its code, its three sentences one by one and joined, and its cause', () => {
    expect(error).toBeInstanceOf(BitfrontError);
    expect(error).toBeInstanceOf(Error);
    expect(error.name).toBe('BitfrontError');
    expect(error.code).toBe('PIPELINE_SLOT_TWICE');
    expect(error.what).toBe('The slot "device" stands there twice.');
    expect(error.message).toBe([error.what, error.why, error.now].join(' '));
    expect(error.cause).toBe(cause);
  });
});
