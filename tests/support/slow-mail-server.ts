import { createServer } from 'node:net';

/** A mail server that takes every mail, and long for each. */
export interface SlowMailServer {
  url: string;
  /** When it had a mail for a recipient in full, by `performance.now()`. */
  handed: ReadonlyMap<string, number>;
  close(): void;
}

/** Starts one that answers a mail only so many milliseconds after it has it. */
export function startSlowMailServer(takes: number): Promise<SlowMailServer> {
  const handed = new Map<string, number>();
  const server = createServer((socket) => {
    let to = '';
    let rest = '';
    let isData = false;
    const say = (line: string) => socket.write(`${line}\r\n`);
    const hear = (line: string) => {
      if (isData && line !== '.') return;
      if (isData) {
        isData = false;
        handed.set(to, performance.now());
        setTimeout(() => say('250 taken'), takes);
      } else if (/^rcpt/i.test(line)) {
        to = /<(.*)>/.exec(line)?.[1] ?? '';
        say('250 ok');
      } else if (/^data/i.test(line)) {
        isData = true;
        say('354 go on');
      } else if (/^quit/i.test(line)) socket.end('221 bye\r\n');
      else say('250 ok');
    };
    socket
      .on('error', () => undefined)
      .on('data', (chunk) => {
        const lines = (rest + chunk.toString()).split('\r\n');
        rest = lines.pop() ?? '';
        lines.forEach(hear);
      });
    say('220 slow');
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      resolve({ url: `smtp://127.0.0.1:${port}`, handed, close: () => void server.close() });
    });
  });
}
