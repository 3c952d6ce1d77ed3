import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A way to a server that can be cut in the middle of whatever is said on it. */
export interface CuttingProxy {
  url: string;
  /** Cuts all connections of a client that names itself in the header `x-client`, if its socket is among them. */
  cut(client: string): boolean;
  stop(): Promise<void>;
}

/** Opens one on loopback that forwards to the server at `target`. */
export async function startCuttingProxy(target: string): Promise<CuttingProxy> {
  const { hostname, port } = new URL(target);
  const openings = new Map<Socket, string>();
  const proxy = createServer((client) => {
    const server = connect(Number(port), hostname);
    openings.set(client, '');
    client.once('data', (first) => openings.set(client, first.toString('latin1').toLowerCase()));
    client.pipe(server);
    server.pipe(client);
    client.on('error', () => undefined);
    server.on('error', () => undefined);
    client.on('close', () => {
      openings.delete(client);
      server.destroy();
    });
    server.on('close', () => client.destroy());
  });
  await new Promise<void>((listening) => proxy.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    cut: (name) => {
      const own = [...openings].filter(([, opening]) => opening.includes(`x-client: ${name}\r`));
      if (!own.some(([, opening]) => opening.includes('upgrade: websocket'))) return false;
      for (const [client] of own) client.resetAndDestroy();
      return true;
    },
    stop: async () => {
      const closed = new Promise((resolve) => proxy.close(resolve));
      for (const client of openings.keys()) client.destroy();
      await closed;
    },
  };
}
