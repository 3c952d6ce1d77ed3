import type { FieldRule, RefusedField } from '@forum/contract/problem';
import type { Route } from '@forum/contract/route';
import { DomainError } from '@forum/domain/errors';
import { visibleLine } from '@forum/domain/text/visible-text';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { nothingAt } from './problem.filter.ts';
import { shorten } from './refuse-field.ts';

type Part = 'params' | 'query' | 'body';

/** Reads the parts of a request by the schemas of its route, or refuses them naming every field, value and remedy. */
export function parseInput(route: Route, request: FastifyRequest): Record<Part, unknown> {
  const sent: Record<Part, unknown> = { params: request.params, query: request.query, body: request.body };
  const read: Record<Part, unknown> = { params: null, query: null, body: null };
  const refused: RefusedField[] = [];
  for (const part of ['params', 'query', 'body'] as const) {
    const result = route[part].safeParse(sent[part]);
    if (result.success) read[part] = result.data;
    else refused.push(...result.error.issues.map((issue) => explain(part, sent[part], issue)));
  }
  if (refused.length === 0) return read;
  // An address that names no possible thing is simply not there.
  if (refused.every((field) => field.path.startsWith('params.'))) {
    throw new DomainError('not_found', {}, nothingAt(request));
  }
  const [first] = refused;
  throw new DomainError(
    'request.invalid',
    { fields: refused.slice(0, 50) },
    `${first?.path} ${first?.value}: ${first?.remedy}${refused.length > 1 ? ` (and ${refused.length - 1} more)` : ''}`,
  );
}

function explain(part: Part, sent: unknown, issue: z.core.$ZodIssue): RefusedField {
  const unknownKeys = issue.code === 'unrecognized_keys' ? issue.keys : [];
  const at = [...issue.path, ...unknownKeys.slice(0, 1)];
  const value = valueAt(sent, at);
  return {
    path: [part, ...at.map(String)].join('.'),
    value: shorten(value),
    remedy: remedyOf(issue),
    ...(isEmpty(value) ? { rule: 'empty' } : ruleOf(issue)),
  };
}

function remedyOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return 'is not a field of this request; leave it out';
  if (issue.code === 'invalid_union') return 'does not match any of the forms that are accepted here';
  return `must be changed: ${issue.message}`;
}

const tooMuch: Partial<Record<string, FieldRule>> = { string: 'too_long', array: 'too_many' };
const tooLittle: Partial<Record<string, FieldRule>> = { string: 'too_short', array: 'too_few' };

function ruleOf(issue: z.core.$ZodIssue): { rule: FieldRule; limit?: number } {
  switch (issue.code) {
    case 'too_big':
      return { rule: tooMuch[issue.origin] ?? 'too_large', limit: Number(issue.maximum) };
    case 'too_small':
      return { rule: tooLittle[issue.origin] ?? 'too_small', limit: Number(issue.minimum) };
    case 'invalid_value':
      return { rule: 'not_offered' };
    case 'unrecognized_keys':
      return { rule: 'unknown_field' };
    default:
      return { rule: 'malformed' };
  }
}

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && visibleLine(value) === '') ||
  (Array.isArray(value) && value.length === 0);

function valueAt(sent: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    sent,
  );
}
