import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { findBrowser } from './find.ts';
import { CHROME, LISTEN_FOR_ERRORS, READ_ACCESSIBLES } from './firefoxChrome.ts';
import { DOWNLOADS, EXTENSION_UUID, extensionId, writeProfile, writeXpi } from './firefoxProfile.ts';
import { Gate } from './gate.ts';
import { keyValue } from './keys.ts';
import { Marionette } from './marionette.ts';
import type { AccessibleNode, Browser, LaunchOptions, OutsideRequest, Page, Size } from './types.ts';
import { until } from './until.ts';

/** What pages need of their browser. Commands go to one window at a time, so every step names its window and waits its turn. */
class Session {
  marionette!: Marionette;
  #current = '';
  #context: 'content' | 'chrome' = 'content';
  #turn: Promise<unknown> = Promise.resolve();

  /** Runs a step alone: no other step comes between its commands. */
  alone<T>(step: () => Promise<T>): Promise<T> {
    const mine = this.#turn.then(step);
    this.#turn = mine.catch(() => undefined);
    return mine;
  }

  /** The current tab is gone: the next step has to name its own. */
  leave(): void {
    this.#current = '';
  }

  /** As Firefox is after it has started. */
  reset(): void {
    this.leave();
    this.#context = 'content';
  }

  async #use(context: 'content' | 'chrome'): Promise<void> {
    if (this.#context === context) return;
    await this.marionette.send('Marionette:SetContext', { value: context });
    this.#context = context;
  }

  async enter(handle: string, focus: boolean): Promise<void> {
    await this.#use('content');
    if (this.#current === handle && !focus) return;
    await this.marionette.send('WebDriver:SwitchToWindow', { handle, focus });
    this.#current = handle;
  }

  async script<T>(body: string, args: readonly unknown[], sandbox: string | null): Promise<T> {
    const { value } = await this.marionette.send<{ value: T }>('WebDriver:ExecuteScript', {
      script: `return (async (arg) => { ${body}\n })(arguments[0])`,
      args,
      sandbox,
      newSandbox: true,
    });
    return value;
  }

  chrome<T>(body: string, arg: unknown = null): Promise<T> {
    return this.alone(async () => {
      await this.#use('chrome');
      return this.script<T>(`${CHROME}\n${body}`, [arg], 'system');
    });
  }

  in<T>(handle: string, body: string, arg: unknown, sandbox: string | null): Promise<T> {
    return this.alone(async () => {
      await this.enter(handle, false);
      return this.script<T>(body, [arg], sandbox);
    });
  }

  async newTab(): Promise<string> {
    return this.alone(async () => {
      // A window that has just been closed answers nothing; any other will do to open a tab from.
      const [any] = await this.#handles();
      await this.enter(any, false);
      const { handle } = await this.marionette.send<{ handle: string }>('WebDriver:NewWindow', {
        type: 'tab',
        focus: true,
      });
      await this.enter(handle, true);
      return handle;
    });
  }

  /** The tabs; in the browser's own context these would be its windows. */
  handles(): Promise<readonly string[]> {
    return this.alone(() => this.#handles());
  }
  async #handles(): Promise<readonly string[]> {
    await this.#use('content');
    return this.marionette.send<readonly string[]>('WebDriver:GetWindowHandles');
  }
}

class FirefoxPage implements Page {
  readonly handle: string;
  readonly #session: Session;
  #errorsBefore = 0;

  constructor(session: Session, handle: string) {
    this.#session = session;
    this.handle = handle;
  }

  /** Errors from now on are this page's. */
  async prepare(): Promise<this> {
    this.#errorsBefore = await this.#session.chrome<number>('return window_.verbatimErrors.length;');
    return this;
  }

  #do<T>(step: (marionette: Marionette) => Promise<T>, focus = true): Promise<T> {
    return this.#session.alone(async () => {
      await this.#session.enter(this.handle, focus);
      return step(this.#session.marionette);
    });
  }

  async goto(url: string): Promise<void> {
    await this.#do((marionette) => marionette.send('WebDriver:Navigate', { url }));
  }
  async reload(): Promise<void> {
    await this.#do((marionette) => marionette.send('WebDriver:Refresh'));
  }
  async address(): Promise<string> {
    return (await this.#do((marionette) => marionette.send<{ value: string }>('WebDriver:GetCurrentURL'), false)).value;
  }
  evaluate<T>(body: string, arg: unknown = null): Promise<T> {
    return this.#session.in<T>(this.handle, body, arg, null);
  }
  evaluateInside<T>(body: string, arg: unknown = null): Promise<T> {
    return this.#session.in<T>(
      this.handle,
      `const shadowOf = (element) => element.openOrClosedShadowRoot; ${body}`,
      arg,
      'system',
    );
  }
  waitFor<T>(body: string, arg?: unknown, inside = false): Promise<T> {
    return until(
      () => (inside ? this.evaluateInside<T>(body, arg) : this.evaluate<T>(body, arg)),
      body.slice(0, 200),
      20_000,
    );
  }
  async click(x: number, y: number): Promise<void> {
    await this.#pointer([
      { type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration: 0 },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ]);
  }
  async move(x: number, y: number): Promise<void> {
    await this.#pointer([{ type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration: 0 }]);
  }
  async #pointer(actions: readonly object[]): Promise<void> {
    await this.#do((marionette) =>
      marionette.send('WebDriver:PerformActions', {
        actions: [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }],
      }),
    );
  }
  async press(key: string): Promise<void> {
    await this.#keys([keyValue(key)]);
  }
  async type(text: string): Promise<void> {
    await this.#keys([...text]);
  }
  async chooseFiles(selector: string, files: readonly string[]): Promise<void> {
    await this.#do(async (marionette) => {
      const { value } = await marionette.send<{ value: Readonly<Record<string, string>> }>('WebDriver:FindElement', {
        using: 'css selector',
        value: selector,
      });
      await marionette.send('WebDriver:ElementSendKeys', { id: Object.values(value)[0], text: files.join('\n') });
    });
  }
  async #keys(values: readonly string[]): Promise<void> {
    const actions = values.flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]);
    await this.#do((marionette) =>
      marionette.send('WebDriver:PerformActions', { actions: [{ type: 'key', id: 'keys', actions }] }),
    );
  }
  errors(): Promise<readonly string[]> {
    return this.#session.chrome<string[]>('return window_.verbatimErrors.slice(arg);', this.#errorsBefore);
  }
  accessibility(): Promise<AccessibleNode> {
    return this.#session.in<AccessibleNode>(this.handle, READ_ACCESSIBLES, null, 'system');
  }
  async screenshot(file: string): Promise<void> {
    const { value } = await this.#do((marionette) =>
      marionette.send<{ value: string }>('WebDriver:TakeScreenshot', { full: false }),
    );
    await writeFile(file, Buffer.from(value, 'base64'));
  }
  async resize({ width, height }: Size): Promise<void> {
    await this.#session.chrome(
      `const { innerWidth, innerHeight } = { innerWidth: window_.gBrowser.selectedBrowser.clientWidth, innerHeight: window_.gBrowser.selectedBrowser.clientHeight };
      window_.resizeBy(arg.width - innerWidth, arg.height - innerHeight);
      for (let tries = 0; tries < 40 && window_.gBrowser.selectedBrowser.clientWidth !== arg.width; tries++)
        await new Promise((resolve) => window_.setTimeout(resolve, 25));`,
      { width, height },
    );
  }
  async front(): Promise<void> {
    await this.#do(() => Promise.resolve());
  }
  async close(): Promise<void> {
    await this.#do(async (marionette) => {
      await marionette.send('WebDriver:CloseWindow');
      this.#session.leave();
    }, false);
  }
}

/** The toolbar popup lives in the extension's own process, in no tab: it is spoken to through the browser. */
class FirefoxPopup implements Page {
  readonly #session: Session;
  readonly #id: string;
  readonly #over: FirefoxPage;

  constructor(session: Session, id: string, over: FirefoxPage) {
    this.#session = session;
    this.#id = id;
    this.#over = over;
  }
  #run<T>(body: string, arg: unknown = null): Promise<T> {
    return this.#session.chrome<T>(
      `const popup = popupOf(arg.id); if (popup === undefined) throw new Error('The popup is closed.'); ${body}`,
      { id: this.#id, arg },
    );
  }
  goto(): Promise<void> {
    return Promise.reject(new Error('A popup goes nowhere.'));
  }
  async reload(): Promise<void> {
    await this.evaluate('location.reload();');
  }
  address(): Promise<string> {
    return this.evaluate('return location.href;');
  }
  evaluate<T>(body: string, arg: unknown = null): Promise<T> {
    return this.#run<T>('return runIn(popup, arg.arg.body, arg.arg.arg);', { body, arg });
  }
  evaluateInside<T>(body: string, arg?: unknown): Promise<T> {
    return this.evaluate<T>(body, arg);
  }
  waitFor<T>(body: string, arg?: unknown): Promise<T> {
    return until(() => this.evaluate<T>(body, arg), body.slice(0, 200), 20_000);
  }
  async #mouse(types: readonly string[], x: number, y: number): Promise<void> {
    await this.#run(
      'return privileged(popup, arg.arg);',
      `for (const type of ${JSON.stringify(types)}) {
        const clicks = type === 'mousemove' ? 0 : 1;
        if (content.windowUtils.sendMouseEvent) content.windowUtils.sendMouseEvent(type, ${x}, ${y}, 0, clicks, 0);
        else content.synthesizeMouseEvent(type, ${x}, ${y}, { button: 0, clickCount: clicks });
      }`,
    );
  }
  click(x: number, y: number): Promise<void> {
    return this.#mouse(['mousemove', 'mousedown', 'mouseup'], x, y);
  }
  move(x: number, y: number): Promise<void> {
    return this.#mouse(['mousemove'], x, y);
  }
  async press(key: string): Promise<void> {
    await this.#run(
      `return privileged(popup, 'const tip = Components.classes["@mozilla.org/text-input-processor;1"].createInstance(Components.interfaces.nsITextInputProcessor); tip.beginInputTransactionForTests(content); const event = new content.KeyboardEvent("", { key: ' + JSON.stringify(arg.arg) + ' }); tip.keydown(event); tip.keyup(event);');`,
      key,
    );
  }
  async type(text: string): Promise<void> {
    for (const key of text) await this.press(key);
  }
  chooseFiles(): Promise<void> {
    return Promise.reject(new Error('A popup has no files to choose.'));
  }
  errors(): Promise<readonly string[]> {
    return this.#over.errors();
  }
  accessibility(): Promise<AccessibleNode> {
    return this.#run<AccessibleNode>('return privileged(popup, arg.arg);', READ_ACCESSIBLES);
  }
  async screenshot(file: string): Promise<void> {
    await writeFile(
      file,
      Buffer.from(await this.#run<string>('await standing(popup); return picture(popup);'), 'base64'),
    );
  }
  resize(): Promise<void> {
    return Promise.resolve();
  }
  front(): Promise<void> {
    return Promise.resolve();
  }
  async close(): Promise<void> {
    await this.#session.chrome(
      'popupOf(arg)?.ownerDocument.defaultView; popupOf(arg)?.closest("panel")?.hidePopup();',
      this.#id,
    );
  }
}

/**
 * Firefox's remote protocol drags nothing in from outside, so the events are made in the page, in the browser's order: what nobody
 * takes while it hovers can't be dropped.
 */
const DROP = `
const dataTransfer = new DataTransfer();
for (const { name, content } of arg.files)
  dataTransfer.items.add(new File([Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0))], name));
const target = document.elementFromPoint(arg.x, arg.y);
const send = (type) =>
  target.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, composed: true, clientX: arg.x, clientY: arg.y, dataTransfer }));
send('dragenter');
const taken = !send('dragover');
send(taken ? 'drop' : 'dragleave');
`;

export class Firefox implements Browser {
  readonly name = 'firefox';
  readonly #options: LaunchOptions;
  readonly #profile: string;
  readonly #gate: Gate;
  readonly #id: string;
  readonly #session = new Session();
  #process: ChildProcess | null = null;
  readonly downloads: string;
  version = '';

  private constructor(options: LaunchOptions, profile: string, gate: Gate, id: string) {
    this.#options = options;
    this.#profile = profile;
    this.#gate = gate;
    this.#id = id;
    this.downloads = join(profile, DOWNLOADS);
  }

  static async launch(options: LaunchOptions): Promise<Firefox> {
    const { extension } = options;
    const profile = await mkdtemp(join(tmpdir(), 'verbatim-firefox-'));
    const id = extension === null ? 'none@none' : await extensionId(extension);
    const gate = await Gate.open();
    await writeProfile(profile, id, gate.port, options);
    const firefox = new Firefox(options, profile, gate, id);
    await firefox.#start();
    if (extension !== null) {
      const file = join(profile, 'extension.xpi');
      await writeXpi(extension, file);
      await firefox.#session.marionette.send('Addon:Install', { path: file, temporary: false });
    }
    return firefox;
  }

  async #start(): Promise<void> {
    const { headless = true, size = { width: 1000, height: 800 } } = this.#options;
    const portFile = join(this.#profile, 'MarionetteActivePort');
    await rm(portFile, { force: true });
    this.#process = spawn(
      findBrowser('firefox'),
      [
        '--marionette',
        ...(headless ? ['--headless'] : []),
        '--remote-allow-system-access',
        '--no-remote',
        '--profile',
        this.#profile,
        `--width=${size.width}`,
        `--height=${size.height}`,
      ],
      { stdio: 'ignore', env: { ...process.env, MOZ_CRASHREPORTER_DISABLE: '1', MOZ_REMOTE_SETTINGS_DEVTOOLS: '1' } },
    );
    const port = await until(
      async () => Number(await readFile(portFile, 'utf8').catch(() => '')) || undefined,
      'Firefox to listen',
      60_000,
    );
    this.#session.marionette = await Marionette.connect(port);
    this.#session.reset();
    this.version = await this.#session.chrome<string>(
      `${LISTEN_FOR_ERRORS} return 'Firefox/' + Services.appinfo.version;`,
    );
    const [handle] = await this.#session.handles();
    await new FirefoxPage(this.#session, handle).resize(size);
  }

  async open(url: string): Promise<Page> {
    const page = await new FirefoxPage(this.#session, await this.#session.newTab()).prepare();
    await page.goto(url);
    return page;
  }
  openOwn(path: string): Promise<Page> {
    return this.open(`moz-extension://${EXTENSION_UUID}/${path}`);
  }

  async openPopup(over: Page): Promise<Page> {
    await over.front();
    await this.#session.chrome(
      `const extension = extensionOf(arg);
      const { global } = extension.apiManager ?? {};
      const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
      const action = ExtensionParent.apiManager.global.browserActionFor(extension);
      await action.triggerAction(window_);
      for (let tries = 0; tries < 200; tries++) {
        const popup = popupOf(arg);
        if (popup !== undefined && popup.getBoundingClientRect().height > 0) return;
        await new Promise((resolve) => window_.setTimeout(resolve, 25));
      }
      throw new Error('The popup does not open.');`,
      this.#id,
    );
    return new FirefoxPopup(this.#session, this.#id, over as FirefoxPage);
  }

  async tabs(): Promise<readonly string[]> {
    return this.#session.chrome<string[]>(
      'return window_.gBrowser.tabs.map((tab) => tab.linkedBrowser.currentURI.spec);',
    );
  }

  async tab(start: string): Promise<Page> {
    const address = start.startsWith('/') ? `moz-extension://${EXTENSION_UUID}${start}` : start;
    const handle = await until(
      async () => {
        for (const each of await this.#session.handles()) {
          // A tab can close between the two questions.
          const there = await new FirefoxPage(this.#session, each).address().catch(() => '');
          if (there.startsWith(address)) return each;
        }
        return undefined;
      },
      `a tab at ${start}`,
      15_000,
    );
    return new FirefoxPage(this.#session, handle).prepare();
  }

  background<T>(body: string, arg: unknown = null): Promise<T> {
    return this.#session.chrome<T>('return runIn(await backgroundOf(arg.id), arg.body, arg.arg);', {
      id: this.#id,
      body,
      arg,
    });
  }

  async grant(...origins: string[]): Promise<void> {
    await this.#permissions('add', origins);
  }
  async revoke(...origins: string[]): Promise<void> {
    await this.#permissions('remove', origins);
  }
  async #permissions(how: 'add' | 'remove', origins: readonly string[]): Promise<void> {
    await this.#session.chrome(
      `const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
      await ExtensionPermissions[arg.how](arg.id, { origins: arg.origins, permissions: [], data_collection: [] }, extensionOf(arg.id));`,
      { id: this.#id, how, origins },
    );
  }

  async stopBackground(): Promise<void> {
    await this.#session.chrome(
      'await extensionOf(arg).terminateBackground({ ignoreDevToolsAttached: true });',
      this.#id,
    );
  }
  async command(name: string): Promise<void> {
    await this.#session.chrome(
      'await extensionOf(arg.id).wakeupBackground?.(); extensionOf(arg.id).shortcuts.onCommand(arg.name);',
      {
        id: this.#id,
        name,
      },
    );
  }
  async reloadExtension(): Promise<void> {
    await this.#session.chrome(
      `const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
      await (await AddonManager.getAddonByID(arg)).reload();
      for (let tries = 0; tries < 200 && extensionOf(arg) === undefined; tries++) await new Promise((resolve) => window_.setTimeout(resolve, 25));`,
      this.#id,
    );
  }
  async restart(): Promise<void> {
    await this.#quit();
    await this.#start();
  }
  async crash(): Promise<void> {
    const running = this.#process!;
    const ended = new Promise((resolve) => running.once('exit', resolve));
    running.kill('SIGKILL');
    await ended;
    this.#session.marionette.close();
    await this.#start();
  }
  async limitStorage(bytes: number | null): Promise<void> {
    // What all sites together may keep, in KiB (-1: a share of the disk); one may have a fifth of it. Read once, at the start.
    await this.#session.chrome(
      `Services.prefs.setIntPref('dom.quotaManager.temporaryStorage.fixedLimit', arg);`,
      bytes === null ? -1 : Math.ceil((5 * bytes) / 1024),
    );
    await this.restart();
  }
  async drop(page: Page, x: number, y: number, files: readonly string[]): Promise<void> {
    const dropped = await Promise.all(
      files.map(async (file) => ({ name: basename(file), content: (await readFile(file)).toString('base64') })),
    );
    await page.evaluate(DROP, { x, y, files: dropped });
  }
  outside(): readonly OutsideRequest[] {
    return this.#gate.requests;
  }
  heap(): Promise<number | null> {
    return Promise.resolve(null);
  }

  busy(): Promise<number | null> {
    return Promise.resolve(null);
  }

  async stretches(_page: Page, work: () => Promise<void>): Promise<null> {
    await work();
    return null;
  }

  closed(): Promise<void> {
    return new Promise((resolve) => this.#process?.once('exit', () => resolve()));
  }

  async #quit(): Promise<void> {
    const running = this.#process;
    if (running === null) return;
    const ended = new Promise<void>((resolve) => {
      if (running.exitCode !== null) resolve();
      else running.once('exit', () => resolve());
    });
    await this.#session.marionette.send('Marionette:Quit', { flags: ['eAttemptQuit'] }).catch(() => undefined);
    const late = setTimeout(() => running.kill('SIGKILL'), 15_000);
    await ended;
    clearTimeout(late);
    this.#session.marionette.close();
    this.#process = null;
  }
  async close(): Promise<void> {
    await this.#quit();
    this.#gate.close();
    await rm(this.#profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
