import { z } from 'zod';

const scalar = z.union([z.string(), z.number(), z.boolean()]);
const value = z.union([scalar, z.array(z.union([z.string(), z.number()]))]);
const paired = z.string().min(1).optional();
const range = {
  from: z.number(),
  to: z.number(),
  count: z.number().optional(),
  scale: z.enum(['linear', 'logarithmic']).optional(),
  paired,
};
/** An axis as plain data. */
export const axisSchema = z.discriminatedUnion('axis', [
  z.strictObject({ axis: z.literal('list'), values: z.array(value), paired }),
  z.strictObject({ axis: z.literal('linear'), ...range }),
  z.strictObject({ axis: z.literal('logarithmic'), ...range }),
  z.strictObject({ axis: z.literal('powers-of-two'), ...range }),
  z.strictObject({ axis: z.literal('interval'), ...range }),
]);
const parameterForms =
  'Invalid input: expected a value, or an axis of the kind list, linear, logarithmic, powers-of-two or interval';
const slotName = z.string().regex(/^[A-Za-z][A-Za-z0-9]*$/, 'a slot is named by letters and digits');

/** The shape of a pipeline, whether a `.ts` file built it or a JSON file holds it. */
export const pipelineSchema = z.strictObject({
  name: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'use lower-case letters, digits and hyphens'),
  question: z.string(),
  slots: z
    .array(
      z.strictObject({
        name: slotName,
        choices: z.array(
          z.strictObject({
            plugin: z.string().min(1),
            parameters: z.record(z.string(), z.union([value, axisSchema], parameterForms)),
            points: z.array(z.record(z.string(), value)).optional(),
          }),
        ),
      }),
    )
    .min(1),
  rules: z.array(z.string()).default([]),
  objectives: z.array(
    z.strictObject({
      column: z.string(),
      direction: z.enum(['minimise', 'maximise']),
      reference: z.number(),
    }),
  ),
});
