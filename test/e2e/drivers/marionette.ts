import { connect, type Socket } from 'node:net';

type Reply = readonly [type: 1, id: number, error: { error: string; message: string } | null, result: unknown];

/**
 * Firefox's own remote protocol over TCP: `length:[0, id, command, parameters]`, answered by `length:[1, id, error, result]`.
 * Lengths are in bytes.
 */
export class Marionette {
  readonly #socket: Socket;
  readonly #waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  #received = Buffer.alloc(0);
  #next = 1;
  #greeted: () => void = () => undefined;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (chunk) => this.#take(chunk));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      for (const { reject } of this.#waiting.values()) reject(new Error('Firefox has closed the connection.'));
      this.#waiting.clear();
    });
  }

  /** Connects, waits for the greeting and opens a session. */
  static async connect(port: number): Promise<Marionette> {
    const socket = connect(port, '127.0.0.1');
    const client = new Marionette(socket);
    await new Promise<void>((resolve, reject) => {
      client.#greeted = resolve;
      socket.once('error', reject);
    });
    await client.send('WebDriver:NewSession', {
      capabilities: { alwaysMatch: { pageLoadStrategy: 'normal', unhandledPromptBehavior: 'dismiss' } },
    });
    await client.send('WebDriver:SetTimeouts', { script: 60_000, pageLoad: 60_000, implicit: 0 });
    return client;
  }

  send<T = { value: unknown }>(command: string, parameters: Record<string, unknown> = {}): Promise<T> {
    const id = this.#next++;
    const message = Buffer.from(JSON.stringify([0, id, command, parameters]));
    return new Promise<T>((resolve, reject) => {
      this.#waiting.set(id, { resolve: resolve as (value: unknown) => void, reject });
      this.#socket.write(Buffer.concat([Buffer.from(`${message.length}:`), message]));
    });
  }

  close(): void {
    this.#socket.destroy();
  }

  #take(chunk: Buffer): void {
    this.#received = Buffer.concat([this.#received, chunk]);
    for (;;) {
      const colon = this.#received.indexOf(58);
      if (colon === -1) return;
      const end = colon + 1 + Number(this.#received.subarray(0, colon).toString());
      if (this.#received.length < end) return;
      const message = JSON.parse(this.#received.subarray(colon + 1, end).toString()) as Reply | object;
      this.#received = this.#received.subarray(end);
      if (Array.isArray(message)) this.#answer(message as unknown as Reply);
      else this.#greeted();
    }
  }

  #answer([, id, error, result]: Reply): void {
    const asked = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error === null) asked?.resolve(result);
    else asked?.reject(new Error(`${error.error}: ${error.message}`));
  }
}
