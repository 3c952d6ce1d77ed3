import type { FieldRule } from '@forum/contract/problem';
import { DomainError, type ErrorCode } from '@forum/domain/errors';

/** A field of a request that is well formed and yet cannot be: its path, what was sent, and what to do. */
export interface RefusedField {
  path: string;
  value: unknown;
  remedy: string;
  rule?: FieldRule;
}

/** A refusal that names each field, its value and the remedy, as the problem document of a malformed request does. */
export function refuseFields(
  code: ErrorCode,
  fields: readonly [RefusedField, ...RefusedField[]],
): DomainError {
  const shown = fields.map((field) => ({ ...field, value: shorten(field.value) }));
  const [first] = shown;
  const more = shown.length > 1 ? ` (and ${shown.length - 1} more)` : '';
  return new DomainError(code, { fields: shown }, `${first?.path} ${first?.value}: ${first?.remedy}${more}`);
}

/** The refusal of a single field of a request. */
export const refuseField = (path: string, value: unknown, remedy: string): DomainError =>
  refuseFields('request.invalid', [{ path, value, remedy }]);

/** A value as a refusal shows it: what was sent, or its beginning. */
export function shorten(value: unknown): string {
  if (value === undefined) return '(absent)';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${[...text].slice(0, 79).join('')}…` : text;
}
