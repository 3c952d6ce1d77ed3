import { createServer, type Server, type Socket } from 'node:net';

/** A mail server for tests: it takes every mail, but answers some recipients with a refusal. */
export interface MailServer {
  url: string;
  /** Recipients whose mail it took, in order. */
  taken: string[];
  /** What it answers to a recipient instead of taking the mail, such as `550 no such mailbox`. */
  refusals: Map<string, string>;
  open(): Promise<void>;
  close(): Promise<void>;
}

/** Starts one on a port that it keeps while it is closed and opened again. */
export async function startMailServer(): Promise<MailServer> {
  const sockets = new Set<Socket>();
  const taken: string[] = [];
  const refusals = new Map<string, string>();
  let server: Server;
  let port = 0;
  const open = () =>
    new Promise<void>((opened) => {
      server = createServer((socket) => {
        sockets.add(socket.on('close', () => sockets.delete(socket)).on('error', () => undefined));
        converse(socket, taken, refusals);
      }).listen(port, '127.0.0.1', () => {
        ({ port } = server.address() as { port: number });
        opened();
      });
    });
  const close = () =>
    new Promise<void>((closed) => {
      for (const socket of sockets) socket.destroy();
      server.close(() => closed());
    });
  await open();
  return { url: `smtp://127.0.0.1:${port}`, taken, refusals, open, close };
}

/** As much of RFC 5321 as one mail to one recipient needs. */
function converse(socket: Socket, taken: string[], refusals: ReadonlyMap<string, string>): void {
  let recipient = '';
  let isData = false;
  let rest = '';
  const say = (line: string) => socket.write(`${line}\r\n`);
  const hear = (line: string) => {
    if (isData) {
      if (line !== '.') return;
      isData = false;
      taken.push(recipient);
      say('250 taken');
    } else if (/^rcpt to/i.test(line)) {
      recipient = /<(.*)>/.exec(line)?.[1] ?? '';
      say(refusals.get(recipient) ?? '250 ok');
    } else if (/^data/i.test(line)) {
      isData = true;
      say('354 go on');
    } else if (/^quit/i.test(line)) {
      say('221 bye');
      socket.end();
    } else say('250 ok');
  };
  say('220 tests');
  socket.on('data', (chunk) => {
    const lines = (rest + chunk.toString()).split('\r\n');
    rest = lines.pop() ?? '';
    lines.forEach(hear);
  });
}
