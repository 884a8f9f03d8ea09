import { createServer, type Server as Listener, type Socket } from 'node:net';
import type { Server, ServerCredentials } from '@grpc/grpc-js';

/** The sockets of a node. We listen ourselves and hand them to gRPC, so that a test can cut one or all of them. */
export interface Connections {
  /** The port that is open; port 0 takes a free one. */
  open(server: Server, port: number): Promise<number>;
  /** Destroys all sockets at once, and returns how many there were. */
  cut(): number;
  /** Destroys the socket with that remote address (`host:port`, as gRPC names a peer). */
  cutPeer(peer: string): void;
  /** Stops listening and destroys what is open. */
  close(): Promise<void>;
}

const HOST = '127.0.0.1';

export function createConnections(credentials: ServerCredentials): Connections {
  const sockets = new Set<Socket>();
  let listener: Listener | undefined;

  const cut = (): number => {
    const count = sockets.size;
    for (const socket of sockets) socket.destroy();
    return count;
  };

  return {
    cut,
    open(server, port) {
      const injector = server.createConnectionInjector(credentials);
      const listening = createServer((socket) => {
        sockets.add(socket);
        socket.on('close', () => sockets.delete(socket));
        socket.on('error', () => socket.destroy());
        socket.setNoDelay(true);
        injector.injectConnection(socket);
      });
      listener = listening;
      return new Promise((resolve, reject) => {
        listening.once('error', reject);
        listening.listen(port, HOST, () => {
          const address = listening.address();
          resolve(typeof address === 'object' && address !== null ? address.port : port);
        });
      });
    },
    cutPeer(peer) {
      for (const socket of sockets) if (`${socket.remoteAddress}:${socket.remotePort}` === peer) socket.destroy();
    },
    close() {
      const closing = listener;
      listener = undefined;
      cut();
      return new Promise((resolve) => (closing === undefined ? resolve() : closing.close(() => resolve())));
    },
  };
}
