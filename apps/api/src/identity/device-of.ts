import { type Exchange } from '../http/endpoint.ts';

/** What a browser says of itself. */
export const deviceOf = ({ request }: Pick<Exchange, 'request'>): string =>
  request.headers['user-agent'] ?? '';
