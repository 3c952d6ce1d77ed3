import { type Route } from '@forum/contract/route';
import { DomainError } from '@forum/domain/errors';
import { type FastifyRequest } from 'fastify';
import { type z } from 'zod';

type Part = 'params' | 'query' | 'body';

/** Reads the parts of a request by the schemas of its route, or refuses them naming every field, value and remedy. */
export function parseInput(route: Route, request: FastifyRequest): Record<Part, unknown> {
  const sent: Record<Part, unknown> = { params: request.params, query: request.query, body: request.body };
  const read: Record<Part, unknown> = { params: null, query: null, body: null };
  const refused: { path: string; value: string; remedy: string }[] = [];
  for (const part of ['params', 'query', 'body'] as const) {
    const result = route[part].safeParse(sent[part]);
    if (result.success) read[part] = result.data;
    else refused.push(...result.error.issues.map((issue) => explain(part, sent[part], issue)));
  }
  if (refused.length === 0) return read;
  // An address that names no possible thing is simply not there.
  if (refused.every((field) => field.path.startsWith('params.'))) {
    throw new DomainError('not_found', {}, `There is nothing at ${request.url.split('?')[0]}.`);
  }
  const [first] = refused;
  throw new DomainError(
    'request.invalid',
    { fields: refused.slice(0, 50) },
    `${first?.path} ${first?.value}: ${first?.remedy}${refused.length > 1 ? ` (and ${refused.length - 1} more)` : ''}`,
  );
}

function explain(
  part: Part,
  sent: unknown,
  issue: z.core.$ZodIssue,
): { path: string; value: string; remedy: string } {
  const unknownKeys = issue.code === 'unrecognized_keys' ? issue.keys : [];
  const at = [part, ...issue.path.map(String), ...unknownKeys.slice(0, 1)];
  return {
    path: at.join('.'),
    value: shown(valueAt(sent, [...issue.path, ...unknownKeys.slice(0, 1)])),
    remedy: unknownKeys.length > 0 ? 'is not a field of this request; leave it out' : remedyOf(issue),
  };
}

function remedyOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_union') return 'does not match any of the forms that are accepted here';
  return `must be changed: ${issue.message}`;
}

function valueAt(sent: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    sent,
  );
}

function shown(value: unknown): string {
  if (value === undefined) return '(absent)';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${[...text].slice(0, 79).join('')}…` : text;
}
