import { createServer, type Server, type Socket } from 'node:net';

/** A mail as it came over the wire. */
export interface Letter {
  to: string;
  /** Its Message-ID, the same however often it is sent. */
  id: string;
  subject: string;
}

/** A mail server for tests, which takes every mail unless it is told otherwise; what it is told may change at any time. */
export interface MailServer {
  url: string;
  /** Recipients whose mail it took, in order. */
  taken: string[];
  /** Mails whose contents it had in full, in order, taken or not. */
  handed: Letter[];
  /** What it answers to a recipient instead of taking the mail, such as `550 no such mailbox`. */
  refusals: Map<string, string>;
  /** Recipients at whose mail it ends the connection: before the contents, or with them and without an answer. */
  drops: Map<string, 'before' | 'after'>;
  /** What it waits for before it answers that it took a mail. */
  wait: (letter: Letter) => Promise<void>;
  /** How many mails to one recipient it ever had under way at once. */
  mostAtOnce: number;
  open(): Promise<void>;
  close(): Promise<void>;
}

/** Starts one on a port that it keeps while it is closed and opened again. */
export async function startMailServer(): Promise<MailServer> {
  const sockets = new Set<Socket>();
  const underWay = new Map<string, number>();
  let listener: Server;
  let port = 0;
  const open = () =>
    new Promise<void>((opened) => {
      listener = createServer((socket) => {
        sockets.add(socket.on('close', () => sockets.delete(socket)).on('error', () => undefined));
        converse(socket, server, underWay);
      }).listen(port, '127.0.0.1', () => {
        ({ port } = listener.address() as { port: number });
        opened();
      });
    });
  const close = () =>
    new Promise<void>((closed) => {
      for (const socket of sockets) socket.destroy();
      listener.close(() => closed());
    });
  const server: MailServer = {
    url: '',
    taken: [],
    handed: [],
    refusals: new Map(),
    drops: new Map(),
    wait: () => Promise.resolve(),
    mostAtOnce: 0,
    open,
    close,
  };
  await open();
  server.url = `smtp://127.0.0.1:${port}`;
  return server;
}

/** As much of RFC 5321 as one mail to one recipient needs. */
function converse(socket: Socket, server: MailServer, underWay: Map<string, number>): void {
  let to = '';
  let contents: string[] | null = null;
  let rest = '';
  const say = (line: string) => socket.write(`${line}\r\n`);
  const begin = (recipient: string) => {
    to = recipient;
    const now = (underWay.get(to) ?? 0) + 1;
    underWay.set(to, now);
    server.mostAtOnce = Math.max(server.mostAtOnce, now);
    socket.once('close', () => underWay.set(recipient, (underWay.get(recipient) ?? 1) - 1));
  };
  const take = async (letter: Letter) => {
    server.handed.push(letter);
    if (server.drops.get(letter.to) === 'after') return socket.destroy();
    await server.wait(letter);
    if (socket.destroyed) return undefined;
    server.taken.push(letter.to);
    return say('250 taken');
  };
  const hear = (line: string) => {
    if (contents) {
      if (line !== '.') return contents.push(line);
      const letter = letterOf(to, contents.join('\n'));
      contents = null;
      return void take(letter);
    }
    if (/^rcpt to/i.test(line)) {
      begin(/<(.*)>/.exec(line)?.[1] ?? '');
      return say(server.refusals.get(to) ?? '250 ok');
    }
    if (/^data/i.test(line)) {
      if (server.drops.get(to) === 'before') return socket.destroy();
      contents = [];
      return say('354 go on');
    }
    if (/^quit/i.test(line)) {
      say('221 bye');
      return socket.end();
    }
    return say('250 ok');
  };
  say('220 tests');
  socket.on('data', (chunk) => {
    const lines = (rest + chunk.toString()).split('\r\n');
    rest = lines.pop() ?? '';
    lines.forEach(hear);
  });
}

const letterOf = (to: string, contents: string): Letter => ({
  to,
  id: /^message-id: (.*)$/im.exec(contents)?.[1] ?? '',
  subject: /^subject: (.*)$/im.exec(contents)?.[1] ?? '',
});
