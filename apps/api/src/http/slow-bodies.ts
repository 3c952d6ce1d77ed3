import type { FastifyInstance } from 'fastify';

/** Milliseconds that any body may take to arrive, and that each KiB which it announces may take in addition. */
export interface BodyTimes {
  any: number;
  perKiB: number;
}

/** A file of 20 MiB has three minutes, which is a line of one megabit a second. */
export const bodyTimes: BodyTimes = { any: 20_000, perKiB: 8 };

/** Ends a request whose body does not arrive in time with 408, so that no stranger holds thousands of them open. */
export function endSlowBodies(server: FastifyInstance, { any, perKiB }: BodyTimes): void {
  server.addHook('preParsing', (request, reply, payload, next) => {
    // A body that announces more than its address takes is refused before it is read.
    const length = Number(request.headers['content-length'] ?? 0);
    const late = setTimeout(
      () => {
        reply.header('connection', 'close');
        payload.emit('error', Object.assign(new Error('The body is late.'), { statusCode: 408 }));
      },
      any + (length / 1024) * perKiB,
    );
    for (const end of ['end', 'error', 'close']) payload.once(end, () => clearTimeout(late));
    next(null, payload);
  });
}
