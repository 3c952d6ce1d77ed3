import type { Change } from '@forum/contract/live/changes';
import { io, type Socket } from 'socket.io-client';
import type { TestBrowser, TestForum } from './test-forum.ts';

/** A bare socket of a browser that follows an edition; it neither comes back nor catches up. */
export interface FollowingSocket {
  socket: Socket;
  /** Where its streams stood when it was welcomed. */
  heads: Record<string, number>;
  /** Everything it was sent, as it came. */
  heard: Change[];
}

/** A socket of a browser on a node, on its way; `origin` is the page that a browser would name. */
export function openSocket(
  forum: TestForum,
  { cookie }: Pick<TestBrowser, 'cookie'>,
  origin?: string,
): Socket {
  return io(forum.url, {
    path: '/live',
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    extraHeaders: { ...(cookie ? { cookie } : {}), ...(origin ? { origin } : {}) },
  });
}

/** Opens a socket and follows an edition with it; answers when it was welcomed. */
export async function follow(
  forum: TestForum,
  browser: Pick<TestBrowser, 'cookie'>,
  edition: string,
): Promise<FollowingSocket> {
  const socket = openSocket(forum, browser);
  const heard: Change[] = [];
  socket.on('changes', ({ changes }: { changes: Change[] }) => heard.push(...changes));
  const heads = await new Promise<Record<string, number>>((resolve, reject) => {
    socket.on('connect_error', reject);
    socket.on('welcome', (welcome: { heads: Record<string, number> }) => resolve(welcome.heads));
    socket.emit('follow', { edition });
  });
  return { socket, heads, heard };
}
