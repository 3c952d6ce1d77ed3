import { createServer } from 'node:http';
import { Server } from 'socket.io';

// A bare Socket.IO server that sends what its parent hands it to everybody: node bare-broadcast.mjs <port>

const http = createServer();
const server = new Server(http, {
  path: '/live',
  transports: ['websocket'],
  serveClient: false,
  perMessageDeflate: false,
});
process.on('message', (payload) => server.emit('changes', payload));
http.listen(Number(process.argv[2]), '127.0.0.1', () => process.send('ready'));
