import { expectTypeOf } from 'vitest';
import { bitfrontError, type ErrorFields } from './bitfront-error.ts';
import type { FieldsOf } from './error-text.ts';

expectTypeOf<FieldsOf<'[{plugin}] "{name}" is {value}.'>>().toEqualTypeOf<'plugin' | 'name' | 'value'>();
expectTypeOf<FieldsOf<'Nothing to fill.'>>().toEqualTypeOf<never>();
expectTypeOf<keyof ErrorFields<'PIPELINE_SLOT_UNKNOWN'>>().toEqualTypeOf<'name' | 'valid' | 'hint'>();

bitfrontError('PIPELINE_SLOT_UNKNOWN', { name: 'x', valid: ['a', 'b'], hint: '' });

// @ts-expect-error there is no such code
bitfrontError('PIPELINE_SLOT_LOST', { name: 'x' });

// @ts-expect-error its sentences ask for `valid` and `hint` too
bitfrontError('PIPELINE_SLOT_UNKNOWN', { name: 'x' });

// @ts-expect-error no sentence asks for `slot`
bitfrontError('PIPELINE_SLOT_TWICE', { name: 'x', slot: 'y' });

// @ts-expect-error a field is a text, a number or a list of them
bitfrontError('PIPELINE_SLOT_TWICE', { name: { x: 1 } });
