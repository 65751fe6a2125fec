import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { OutsideRequest } from './types.ts';

/**
 * The browser's proxy: everything that does not stay on the loopback comes here, whoever asked for it (page, worker, extension page,
 * the browser itself), is written down and refused.
 */
export class Gate {
  readonly requests: OutsideRequest[] = [];
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async open(): Promise<Gate> {
    const server = createServer();
    const gate = new Gate(server);
    server.on('request', (request, response) => {
      gate.requests.push({ method: request.method ?? '', address: request.url ?? '' });
      response.writeHead(502).end();
    });
    server.on('connect', (request, socket) => {
      socket.on('error', () => undefined);
      gate.requests.push({ method: 'CONNECT', address: request.url ?? '' });
      socket.end('HTTP/1.1 502 Refused\r\n\r\n');
    });
    server.on('clientError', (_error, socket) => socket.destroy());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return gate;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}
