import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { ROOT } from '../../scripts/root.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** The strictest policy a page can have: `?csp=strict` asks for it. */
export const STRICT_CSP =
  "default-src 'none'; style-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'; base-uri 'none'; form-action 'none'";
/** For other people's pages: none of their scripts, and nothing from anywhere. */
export const INERT_CSP = "default-src 'none'; style-src 'unsafe-inline' data:; img-src data:; base-uri 'none'";

export interface Content {
  readonly body: string | Uint8Array;
  readonly type?: string;
  readonly csp?: string;
}

/** What was asked of the server. */
export interface Asked {
  readonly path: string;
  readonly host: string;
  readonly referer: string | null;
}

/**
 * Serves test pages on 127.0.0.1 (and so on localhost, a second site for free): the files of assets/demo under /demo/, those of
 * test/pages under /pages/, and whatever a spec has put at a path.
 */
export class Pages {
  readonly asked: Asked[] = [];
  readonly #server: Server;
  readonly #put = new Map<string, Content>();

  private constructor(server: Server) {
    this.#server = server;
  }

  static async serve(port = 0): Promise<Pages> {
    const server = createServer();
    const pages = new Pages(server);
    server.on('request', (request, response) => {
      void pages.#answer(request).then(({ status, content }) => {
        response.writeHead(status, {
          'content-type': content.type ?? TYPES['.html'],
          'cache-control': 'no-store',
          ...(content.csp === undefined ? {} : { 'content-security-policy': content.csp }),
        });
        response.end(content.body);
      });
    });
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    return pages;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** The address of a path on 127.0.0.1, or on localhost. */
  at(path: string, host: '127.0.0.1' | 'localhost' = '127.0.0.1'): string {
    return `http://${host}:${this.port}${path}`;
  }

  /** Puts a page at a path and answers its address. */
  put(path: string, content: string | Content): string {
    this.#put.set(path, typeof content === 'string' ? { body: content } : content);
    return this.at(path);
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  async #answer(request: IncomingMessage): Promise<{ status: number; content: Content }> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
    this.asked.push({
      path: request.url ?? '',
      host: request.headers.host ?? '',
      referer: request.headers.referer ?? null,
    });
    const put = this.#put.get(pathname);
    if (put !== undefined) return { status: 200, content: put };
    const file = fileFor(decodeURIComponent(pathname));
    if (file === null) return { status: 404, content: { body: '<!doctype html><title>Nothing here</title>' } };
    try {
      const body = await readFile(file);
      const content = { body, type: TYPES[extname(file)] ?? 'application/octet-stream' };
      return { status: 200, content: searchParams.get('csp') === 'strict' ? { ...content, csp: STRICT_CSP } : content };
    } catch {
      return { status: 404, content: { body: '<!doctype html><title>Nothing here</title>' } };
    }
  }
}

const FOLDERS: Readonly<Record<string, string>> = { demo: 'assets/demo', pages: 'test/pages' };

function fileFor(path: string): string | null {
  const [, folder, ...rest] = normalize(path).replaceAll('\\', '/').split('/');
  const place = FOLDERS[folder];
  if (place === undefined || rest.includes('..')) return null;
  return join(ROOT, place, ...rest);
}
