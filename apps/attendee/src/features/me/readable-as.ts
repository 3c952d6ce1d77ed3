/**
 * What of something that was kept can be read as fields of an example. A null in the example stands for a text that may
 * be absent, a list for a list of texts.
 */
export function readableAs<Example extends object>(example: Example, kept: unknown): Partial<Example> {
  if (typeof kept !== 'object' || kept === null) return {};
  const fields = new Map<string, unknown>(Object.entries(example));
  return Object.fromEntries(
    Object.entries(kept).filter(([field, value]) => fields.has(field) && isLike(fields.get(field), value)),
  ) as Partial<Example>;
}

function isLike(example: unknown, value: unknown): boolean {
  if (example === null) return value === null || typeof value === 'string';
  if (Array.isArray(example)) return Array.isArray(value) && value.every((part) => typeof part === 'string');
  return typeof value === typeof example && value !== null && !Array.isArray(value);
}
