import type { z } from 'zod';

/**
 * What of a mapping can be used: the keys its schema knows, without those that have a fault.
 *
 * @param value what was checked
 * @param shape the keys the schema knows
 * @param issues what the schema found
 */
export function withoutFaults(
  value: unknown,
  shape: z.ZodRawShape,
  issues: ReadonlyArray<z.core.$ZodIssue>,
): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  const faulty = new Set(issues.map((issue) => issue.path[0]));
  const known = Object.entries(value).filter(([key]) => Object.hasOwn(shape, key) && !faulty.has(key));
  return Object.fromEntries(known);
}
