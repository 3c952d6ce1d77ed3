import { clientEvents, serverEvents } from '@forum/contract/live/events';
import type { Socket } from 'socket.io-client';
import type { LiveEvent } from './live-state.ts';

/** A socket that can be opened and closed; what it hears goes to `hear`. */
export interface LiveSocket {
  open(): void;
  close(): void;
}

/**
 * The socket of one edition. Socket.IO is fetched when it is first opened, so that no first route carries it; its own
 * reconnection is off, because the state machine decides when to come back. What does not fit the contract is dropped:
 * the next heartbeat shows what is missing.
 */
export function socketOf(edition: string, hear: (event: LiveEvent) => void): LiveSocket {
  let socket: Socket | null = null;
  let wanted = false;

  const open = async () => {
    const { io } = await import('socket.io-client');
    if (!wanted) return;
    socket = io({ path: '/live', transports: ['websocket'], reconnection: false, forceNew: true });
    const mine = socket;
    const closed = () => {
      if (socket === mine) hear({ kind: 'closed' });
    };
    mine.on('connect', () => mine.emit('follow', clientEvents.follow.parse({ edition })));
    mine.on('disconnect', closed);
    mine.on('connect_error', closed);
    listen(mine, hear);
  };

  return {
    open() {
      wanted = true;
      open().catch(() => hear({ kind: 'closed' }));
    },
    close() {
      wanted = false;
      const mine = socket;
      socket = null;
      mine?.removeAllListeners().disconnect();
    },
  };
}

function listen(socket: Socket, hear: (event: LiveEvent) => void): void {
  socket.on('welcome', (payload: unknown) => {
    const read = serverEvents.welcome.safeParse(payload);
    if (read.success) hear({ kind: 'welcome', ...read.data });
  });
  socket.on('changes', (payload: unknown) => {
    const read = serverEvents.changes.safeParse(payload);
    if (read.success) hear({ kind: 'changes', ...read.data });
  });
  socket.on('heartbeat', (payload: unknown) => {
    const read = serverEvents.heartbeat.safeParse(payload);
    if (read.success) hear({ kind: 'heartbeat', ...read.data });
  });
  socket.on('computed', (payload: unknown) => {
    const read = serverEvents.computed.safeParse(payload);
    if (read.success) hear({ kind: 'computed', ...read.data });
  });
  socket.on('database', (payload: unknown) => {
    const read = serverEvents.database.safeParse(payload);
    if (read.success) hear({ kind: 'database', ...read.data });
  });
  socket.on('leaving', (payload: unknown) => {
    const read = serverEvents.leaving.safeParse(payload);
    if (read.success) hear({ kind: 'leaving', ...read.data });
  });
}
