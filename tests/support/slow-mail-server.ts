import { createServer } from 'node:net';

/** A mail server that takes every mail, and long for each, unless it is told to refuse them. */
export interface SlowMailServer {
  url: string;
  /** When it had a mail for a recipient in full, by `performance.now()`. */
  handed: ReadonlyMap<string, number>;
  /** What it took, in order, each as it came. */
  taken: readonly { to: string; mail: string }[];
  /** What it answers to each mail instead of taking it, such as `451 later`; null while it takes them. */
  refusal: string | null;
  close(): void;
}

/** Starts one that answers a mail only so many milliseconds after it has it. */
export function startSlowMailServer(takes: number): Promise<SlowMailServer> {
  const handed = new Map<string, number>();
  const taken: { to: string; mail: string }[] = [];
  const mailServer: SlowMailServer = { url: '', handed, taken, refusal: null, close: () => undefined };
  const server = createServer((socket) => {
    let to = '';
    let rest = '';
    let lines: string[] | null = null;
    const say = (line: string) => socket.write(`${line}\r\n`);
    const take = (mail: string) => {
      const { refusal } = mailServer;
      if (refusal) return say(refusal);
      taken.push({ to, mail });
      return say('250 taken');
    };
    const hear = (line: string) => {
      if (lines && line !== '.') lines.push(line);
      else if (lines) {
        const mail = lines.join('\n');
        lines = null;
        handed.set(to, performance.now());
        setTimeout(() => take(mail), takes);
      } else if (/^rcpt/i.test(line)) {
        to = /<(.*)>/.exec(line)?.[1] ?? '';
        say('250 ok');
      } else if (/^data/i.test(line)) {
        lines = [];
        say('354 go on');
      } else if (/^quit/i.test(line)) socket.end('221 bye\r\n');
      else say('250 ok');
    };
    socket
      .on('error', () => undefined)
      .on('data', (chunk) => {
        const heard = (rest + chunk.toString()).split('\r\n');
        rest = heard.pop() ?? '';
        heard.forEach(hear);
      });
    say('220 slow');
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      const url = `smtp://127.0.0.1:${port}`;
      resolve(Object.assign(mailServer, { url, close: () => void server.close() }));
    });
  });
}
