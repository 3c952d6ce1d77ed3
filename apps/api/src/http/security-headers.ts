import { type FastifyInstance } from 'fastify';

/**
 * Headers by which browsers keep pages of the forum to themselves (ASVS 5.0 3.4). They never differ between answers, so
 * they are made once: a library that writes them anew for each request takes an eighth of a conditional read.
 */
export function secure(server: FastifyInstance, baseUrl: string): void {
  const ofPages = pageHeaders(baseUrl);
  server.addHook('onRequest', (request, reply, next) => {
    reply.headers(request.url.startsWith('/api/') ? dataHeaders : ofPages);
    next();
  });
}

/** Data is never a page: nothing may be loaded by it, and nobody may frame it. */
export const dataHeaders = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
};

function pageHeaders(baseUrl: string): Record<string, string> {
  const isSecure = baseUrl.startsWith('https:');
  const policy = {
    'default-src': "'self'",
    'base-uri': "'self'",
    'connect-src': `'self' ${baseUrl.replace(/^http/, 'ws')}`,
    'font-src': "'self' data:",
    'form-action': "'self'",
    'frame-ancestors': "'none'",
    'img-src': "'self' data:",
    'object-src': "'none'",
    'script-src-attr': "'none'",
    'style-src': "'self' 'unsafe-inline'",
  };
  return {
    'content-security-policy': Object.entries(policy)
      .map(([directive, sources]) => `${directive} ${sources}`)
      .join('; '),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    ...(isSecure ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  };
}
