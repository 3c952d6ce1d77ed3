import { problem } from '@forum/contract/problem';
import type { Route } from '@forum/contract/route';
import type { z } from 'zod';

/** What a test received: the status, the kind of content, and the body, read as JSON where it is JSON. */
export interface Received {
  status: number;
  contentType: string;
  body: unknown;
}

/** Fails the test that received something that the contract does not describe, naming each field that does not fit. */
export function requireFit(route: Route, { status, contentType, body }: Received): void {
  if (status === 304) return;
  const says = (what: string) =>
    new Error(`${route.method} ${route.path} answered ${String(status)}: ${what}`);
  if (status === 200 && route.produces) {
    if (!contentType.startsWith(route.produces)) throw says(`${contentType} instead of ${route.produces}`);
    return;
  }
  const wanted = status === 200 ? 'application/json' : 'application/problem+json';
  if (!contentType.startsWith(wanted)) throw says(`${contentType} instead of ${wanted}`);
  const schema: z.ZodType = status === 200 ? route.response : problem;
  const { error } = schema.safeParse(body);
  if (error) throw says(error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '));
}
