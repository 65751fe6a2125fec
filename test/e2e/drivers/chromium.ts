import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, {
  type Protocol,
  type Browser as Puppeteer,
  type CDPSession,
  type ElementHandle,
  type KeyInput,
  type Page as PuppeteerPage,
  type SerializedAXNode,
  type Target,
} from 'puppeteer-core';
import { findBrowser } from './find.ts';
import { Gate } from './gate.ts';
import type { AccessibleNode, Browser, LaunchOptions, OutsideRequest, Page, Size } from './types.ts';
import { until } from './until.ts';

/** Keeps Chromium from talking to its maker: what is left of requests is the pages' and the extension's. */
const QUIET = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-client-side-phishing-detection',
  '--disable-search-engine-choice-screen',
  '--disable-features=DisableLoadExtensionCommandLineSwitch,OptimizationHints,MediaRouter,Translate,AutofillServerCommunication,CertificateTransparencyComponentUpdater,NetworkTimeServiceQuerying',
  '--no-pings',
  '--metrics-recording-only',
];

interface Context {
  readonly id: number;
  readonly origin: string;
  readonly name: string;
  readonly auxData?: { readonly frameId?: string; readonly isDefault?: boolean };
}

class ChromiumPage implements Page {
  readonly errorsSeen: string[] = [];
  readonly page: PuppeteerPage;
  readonly #extensionId: string;
  readonly #contexts = new Map<number, Context>();
  #session: CDPSession | null = null;
  #preparing: Promise<void> | null = null;

  constructor(page: PuppeteerPage, extensionId: string) {
    this.page = page;
    this.#extensionId = extensionId;
    page.on('pageerror', (error) => this.errorsSeen.push(error instanceof Error ? error.message : String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') this.errorsSeen.push(`${message.text()} (${message.location().url ?? ''})`);
    });
  }

  /** Follows the worlds of the page, to find the one of the content script. */
  prepare(): Promise<void> {
    this.#preparing ??= (async () => {
      const session = await this.page.createCDPSession();
      this.#session = session;
      session.on('Runtime.executionContextCreated', ({ context }) => this.#contexts.set(context.id, context));
      session.on('Runtime.executionContextDestroyed', ({ executionContextId }) =>
        this.#contexts.delete(executionContextId),
      );
      session.on('Runtime.executionContextsCleared', () => this.#contexts.clear());
      await session.send('Runtime.enable');
      // Uncaught errors of the content script's own world come only here.
      session.on('Runtime.exceptionThrown', ({ exceptionDetails }) => {
        const world = this.#contexts.get(exceptionDetails.executionContextId ?? -1);
        if (world?.origin.startsWith('chrome-extension:') === true)
          this.errorsSeen.push(exceptionDetails.exception?.description ?? exceptionDetails.text);
      });
    })();
    return this.#preparing;
  }

  async goto(url: string): Promise<void> {
    await this.page.goto(url, { waitUntil: 'load', timeout: 60_000 });
  }
  async reload(): Promise<void> {
    await this.page.reload({ waitUntil: 'load' });
  }
  address(): Promise<string> {
    return Promise.resolve(this.page.url());
  }

  async evaluate<T>(body: string, arg: unknown = null): Promise<T> {
    return this.#run<T>(`(async (arg) => { ${body}\n })(${JSON.stringify(arg)})`, null);
  }

  async evaluateInside<T>(body: string, arg: unknown = null): Promise<T> {
    await this.prepare();
    const frame = (this.page.mainFrame() as unknown as { _id: string })._id;
    const world = await until(
      () =>
        [...this.#contexts.values()].find(
          (each) =>
            each.origin === `chrome-extension://${this.#extensionId}` &&
            each.auxData?.frameId === frame &&
            each.auxData.isDefault !== true,
        ),
      'the content script’s world',
      10_000,
    );
    return this.#run<T>(
      `(async (arg) => { const shadowOf = (element) => chrome.dom.openOrClosedShadowRoot(element); ${body}\n })(${JSON.stringify(arg)})`,
      world.id,
    );
  }

  async #run<T>(expression: string, contextId: number | null): Promise<T> {
    await this.prepare();
    const answer = await this.#session!.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
      userGesture: true,
      ...(contextId === null ? {} : { contextId }),
    });
    if (answer.exceptionDetails !== undefined)
      throw new Error(answer.exceptionDetails.exception?.description ?? answer.exceptionDetails.text);
    return answer.result.value as T;
  }

  waitFor<T>(body: string, arg?: unknown, inside = false): Promise<T> {
    return until(
      async () => {
        try {
          return await (inside ? this.evaluateInside<T>(body, arg) : this.evaluate<T>(body, arg));
        } catch (error) {
          // The page may be navigating.
          if (/context|navigat|detached/iu.test(String(error))) return undefined;
          throw error;
        }
      },
      body.slice(0, 200),
      20_000,
    );
  }

  async click(x: number, y: number): Promise<void> {
    await this.page.mouse.click(x, y);
  }
  async move(x: number, y: number): Promise<void> {
    await this.page.mouse.move(x, y);
  }
  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key as KeyInput);
  }
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }
  async chooseFiles(selector: string, files: readonly string[]): Promise<void> {
    const input = await this.page.waitForSelector(selector);
    await (input as ElementHandle<HTMLInputElement>).uploadFile(...files);
  }
  errors(): Promise<readonly string[]> {
    return Promise.resolve(this.errorsSeen);
  }
  async accessibility(): Promise<AccessibleNode> {
    const tree = await this.page.accessibility.snapshot({ interestingOnly: true });
    const plain = (node: SerializedAXNode): AccessibleNode => ({
      role: node.role,
      name: node.name ?? '',
      children: (node.children ?? []).map(plain),
    });
    return tree === null ? { role: 'none', name: '', children: [] } : plain(tree);
  }
  async screenshot(file: string): Promise<void> {
    await this.page.screenshot({ path: file });
  }
  async resize(size: Size): Promise<void> {
    await this.page.setViewport(size);
  }
  async front(): Promise<void> {
    await this.page.bringToFront();
  }
  async close(): Promise<void> {
    await this.page.close();
  }
}

export class Chromium implements Browser {
  readonly name = 'chromium';
  readonly #options: LaunchOptions;
  readonly #profile: string;
  readonly #gate: Gate;
  readonly #pages = new Map<PuppeteerPage, ChromiumPage>();
  #browser!: Puppeteer;
  #id = '';
  /** Holds the limit of the extension's storage, which goes with it. */
  #limit: CDPSession | null = null;
  readonly downloads: string;
  version = '';

  private constructor(options: LaunchOptions, profile: string, gate: Gate) {
    this.#options = options;
    this.#profile = profile;
    this.#gate = gate;
    this.downloads = join(profile, 'downloads');
  }

  static async launch(options: LaunchOptions): Promise<Chromium> {
    const profile = await mkdtemp(join(tmpdir(), 'verbatim-chromium-'));
    const chromium = new Chromium(options, profile, await Gate.open());
    await chromium.#start();
    return chromium;
  }

  async #start(): Promise<void> {
    const { extension, headless = true, size = { width: 1000, height: 800 } } = this.#options;
    this.#browser = await puppeteer.launch({
      executablePath: findBrowser('chromium'),
      headless,
      pipe: true,
      enableExtensions: true,
      userDataDir: this.#profile,
      defaultViewport: headless ? size : null,
      downloadBehavior: { policy: 'allow', downloadPath: this.downloads },
      args: [
        ...QUIET,
        `--proxy-server=http://127.0.0.1:${this.#gate.port}`,
        `--window-size=${size.width},${size.height + 140}`,
        '--force-device-scale-factor=1',
        '--hide-scrollbars',
        // Loaded by name, an extension keeps its granted hosts from one start to the next; loaded by CDP it would be a new one.
        ...(extension === null ? [] : [`--load-extension=${extension}`]),
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
    });
    this.version = await this.#browser.version();
    if (extension === null) return;
    const worker = await this.#browser.waitForTarget(isWorker, { timeout: 30_000 });
    this.#id = new URL(worker.url()).host;
  }

  async #wrap(page: PuppeteerPage): Promise<ChromiumPage> {
    const known = this.#pages.get(page);
    if (known !== undefined) return known;
    const wrapped = new ChromiumPage(page, this.#id);
    this.#pages.set(page, wrapped);
    await this.#emulate(page);
    await wrapped.prepare();
    return wrapped;
  }

  async open(url: string): Promise<Page> {
    const page = await this.#wrap(await this.#browser.newPage());
    await page.goto(url);
    return page;
  }

  async openOwn(path: string): Promise<Page> {
    const page = await this.#wrap(await this.#browser.newPage());
    await page.goto(`chrome-extension://${this.#id}/${path}`);
    return page;
  }

  async #emulate(page: PuppeteerPage): Promise<void> {
    const { scheme, forcedColours } = this.#options;
    const session = await page.createCDPSession();
    await session.send('Emulation.setEmulatedMedia', {
      features: [
        { name: 'prefers-color-scheme', value: scheme ?? 'light' },
        { name: 'forced-colors', value: forcedColours === true ? 'active' : 'none' },
      ],
    });
  }

  async openPopup(over: Page): Promise<Page> {
    await over.front();
    const extension = (await this.#browser.extensions()).get(this.#id);
    if (extension === undefined) throw new Error('The extension is not installed.');
    const popups = `chrome-extension://${this.#id}/popup/`;
    const old = new Set(this.#browser.targets());
    await (over as ChromiumPage).page.triggerExtensionAction(extension);
    const target = await this.#browser.waitForTarget((each) => each.url().startsWith(popups) && !old.has(each), {
      timeout: 15_000,
    });
    return this.#wrap(await target.asPage());
  }

  async tabs(): Promise<readonly string[]> {
    return (await this.#browser.pages()).map((page) => page.url());
  }

  async tab(start: string): Promise<Page> {
    const page = await until(
      async () => (await this.#browser.pages()).find((each) => each.url().startsWith(this.#own(start))),
      `a tab at ${start}`,
      15_000,
    );
    return this.#wrap(page);
  }

  #own(address: string): string {
    return address.startsWith('/') ? `chrome-extension://${this.#id}${address}` : address;
  }

  async #worker(): Promise<CDPSession> {
    const running = this.#browser.targets().find((target) => isWorker(target) && target.url().includes(this.#id));
    if (running === undefined) {
      // Any message wakes it; the options page's address is enough to have somewhere to send from.
      const page = await this.openOwn('popup/popup.html');
      await page.evaluate('await browser.runtime.sendMessage({ verbatim: 1, to: "background", call: "packs" });');
      await page.close();
    }
    const target = await this.#browser.waitForTarget((each) => isWorker(each) && each.url().includes(this.#id), {
      timeout: 15_000,
    });
    // A session of our own: after a reload of the extension, the one that came with the target may be the old worker's.
    const session = await target.createCDPSession();
    await session.send('Runtime.runIfWaitingForDebugger');
    return session;
  }

  async background<T>(body: string, arg: unknown = null): Promise<T> {
    for (let tries = 0; ; tries++) {
      try {
        return await within(8_000, this.#inBackground<T>(body, arg));
      } catch (error) {
        // The worker may end between the look and the word.
        if (tries === 3 || !/closed|stopped|in vain/iu.test(String(error))) throw error;
      }
    }
  }

  async #inBackground<T>(body: string, arg: unknown): Promise<T> {
    const session = await this.#worker();
    const answer = await session.send('Runtime.evaluate', {
      expression: `(async (arg) => { ${body}\n })(${JSON.stringify(arg)})`,
      awaitPromise: true,
      returnByValue: true,
    });
    await session.detach().catch(() => undefined);
    if (answer.exceptionDetails !== undefined)
      throw new Error(answer.exceptionDetails.exception?.description ?? answer.exceptionDetails.text);
    return answer.result.value as T;
  }

  async grant(...origins: string[]): Promise<void> {
    await this.#settings(
      `for (const origin of arg.origins) await chrome.developerPrivate.addHostPermission(arg.id, origin);`,
      origins,
    );
    // The browser's own settings page grants a host; asking for it then answers at once, without a prompt.
    const page = (await this.openOwn('popup/popup.html')) as ChromiumPage;
    await page.evaluate('await browser.permissions.request({ origins: arg });', origins);
    await page.close();
  }

  async revoke(...origins: string[]): Promise<void> {
    await this.background('await browser.permissions.remove({ origins: arg });', origins);
  }

  async #settings(body: string, origins: readonly string[]): Promise<void> {
    const page = new ChromiumPage(await this.#browser.newPage(), this.#id);
    await page.goto('chrome://extensions');
    await page.evaluate(body, { id: this.#id, origins });
    await page.close();
  }

  async stopBackground(): Promise<void> {
    const target = this.#browser.targets().find((each) => isWorker(each) && each.url().includes(this.#id));
    if (target === undefined) return;
    // One that ended by itself meanwhile has no session left to close.
    await (await target.worker())?.close().catch(() => undefined);
    // A worker that somebody wakes at once keeps its target: the browser hands the new one to the same debugging host.
    await until(() => !this.#browser.targets().includes(target), 'the worker to end', 1_500).catch(() => undefined);
  }

  async command(name: string): Promise<void> {
    await this.background('chrome.commands.onCommand.dispatch(arg);', name);
  }

  async reloadExtension(): Promise<void> {
    await this.#settings('await chrome.developerPrivate.reload(arg.id, { failQuietly: true });', []);
    await this.#browser.waitForTarget(isWorker, { timeout: 15_000 });
  }

  async restart(): Promise<void> {
    await this.#browser.close();
    await this.#startAgain();
  }

  async crash(): Promise<void> {
    const running = this.#browser.process()!;
    const ended = new Promise((resolve) => running.once('exit', resolve));
    // The program may be a script that has started the browser: outside Windows the two are one group.
    if (process.platform === 'win32') running.kill('SIGKILL');
    else process.kill(-running.pid!, 'SIGKILL');
    await ended;
    await this.#startAgain();
  }

  async #startAgain(): Promise<void> {
    this.#pages.clear();
    this.#limit = null;
    await this.#start();
  }

  async limitStorage(bytes: number | null): Promise<void> {
    // Only a page's session can set it, so an empty one stays open for it.
    this.#limit ??= await (await this.#browser.newPage()).createCDPSession();
    await this.#limit.send('Storage.overrideQuotaForOrigin', {
      origin: `chrome-extension://${this.#id}`,
      ...(bytes === null ? {} : { quotaSize: bytes }),
    });
  }

  async drop(page: Page, x: number, y: number, files: readonly string[]): Promise<void> {
    const session = await (page as ChromiumPage).page.createCDPSession();
    const data = { items: [], files: [...files], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await session.send('Input.dispatchDragEvent', { type, x, y, data });
    await session.detach();
  }

  outside(): readonly OutsideRequest[] {
    return this.#gate.requests;
  }

  async heap(page: Page): Promise<number | null> {
    const session = await (page as ChromiumPage).page.createCDPSession();
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    await session.detach();
    return usedSize;
  }

  async busy(page: Page): Promise<number | null> {
    const { TaskDuration } = await (page as ChromiumPage).page.metrics();
    return TaskDuration === undefined ? null : TaskDuration * 1_000;
  }

  async stretches(page: Page, work: () => Promise<void>): Promise<readonly number[]> {
    const session = await (page as ChromiumPage).page.createCDPSession();
    await session.send('Profiler.enable');
    await session.send('Profiler.setSamplingInterval', { interval: 200 });
    await session.send('Profiler.start');
    await work();
    const { profile } = await session.send('Profiler.stop');
    await session.detach();
    return stretchesOf(profile, `chrome-extension://${this.#id}/`);
  }

  closed(): Promise<void> {
    return new Promise((resolve) => this.#browser.once('disconnected', () => resolve()));
  }

  async close(): Promise<void> {
    await this.#browser.close();
    this.#gate.close();
    await rm(this.#profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** A word to a worker that has just ended is never answered. */
function within<T>(ms: number, asking: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`Waited ${ms} ms in vain for the worker`)), ms);
    asking.then(resolve, reject).finally(() => clearTimeout(late));
  });
}

const isWorker = (target: Target): boolean =>
  (target.type() as string) === 'service_worker' && target.url().startsWith('chrome-extension:');

/** The stretches of a profile (ms) whose samples all have a function of a script under `address` on their stack. */
function stretchesOf({ nodes, samples = [], timeDeltas = [] }: Protocol.Profiler.Profile, address: string): number[] {
  const ours = new Set<number>();
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const mark = (id: number, inside: boolean): void => {
    const node = byId.get(id)!;
    const here = inside || node.callFrame.url.startsWith(address);
    if (here) ours.add(id);
    for (const child of node.children ?? []) mark(child, here);
  };
  mark(nodes[0].id, false);
  const stretches: number[] = [];
  let length = 0;
  samples.forEach((sample, index) => {
    // A delta is the time since the sample before.
    if (ours.has(sample)) length += timeDeltas[index] / 1_000;
    else if (length > 0) {
      stretches.push(length);
      length = 0;
    }
  });
  if (length > 0) stretches.push(length);
  return stretches;
}
