/** The browsers the specs run in; each has one driver. */
export type BrowserName = 'chromium' | 'firefox';

export interface LaunchOptions {
  /** Folder of the built extension, or null for a browser without it. */
  readonly extension: string | null;
  readonly headless?: boolean;
  /** Viewport in CSS pixels; 1,000 × 800 by default. */
  readonly size?: Size;
  readonly scheme?: 'light' | 'dark';
  readonly forcedColours?: boolean;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** One request that a page, the extension or the browser tried to make to anywhere but this machine's loopback. */
export interface OutsideRequest {
  readonly method: string;
  /** `host:port` of a tunnel, or the full address of a plain request. */
  readonly address: string;
}

/** An element as assistive technology sees it. */
export interface AccessibleNode {
  readonly role: string;
  readonly name: string;
  readonly children: readonly AccessibleNode[];
}

/**
 * One tab, popup or extension page. `evaluate` takes the body of an async function as text ("return document.title"), because the
 * same text has to run in a page, in a popup's own process and in a closed shadow tree, in two browsers.
 */
export interface Page {
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  address(): Promise<string>;
  /** Runs in the page's own world; what it returns must be JSON. */
  evaluate<T>(body: string, arg?: unknown): Promise<T>;
  /** Like `evaluate`, from where closed shadow trees are open: `shadowOf(element)` answers the tree or null. */
  evaluateInside<T>(body: string, arg?: unknown): Promise<T>;
  /** Waits until the body answers something true and answers it. */
  waitFor<T>(body: string, arg?: unknown, inside?: boolean): Promise<T>;
  /** A real click at a point of the viewport (CSS pixels). */
  click(x: number, y: number): Promise<void>;
  move(x: number, y: number): Promise<void>;
  /** One key by its DOM name ("Enter", "Escape", "Tab"), pressed and released. */
  press(key: string): Promise<void>;
  type(text: string): Promise<void>;
  /** Gives files of this machine (absolute paths) to a file input, as its picker does. A popup has none. */
  chooseFiles(selector: string, files: readonly string[]): Promise<void>;
  /** Uncaught errors and console errors of the page and of scripts in it, since it was opened. */
  errors(): Promise<readonly string[]>;
  accessibility(): Promise<AccessibleNode>;
  screenshot(file: string): Promise<void>;
  resize(size: Size): Promise<void>;
  front(): Promise<void>;
  close(): Promise<void>;
}

export interface Browser {
  readonly name: BrowserName;
  readonly version: string;
  open(url: string): Promise<Page>;
  /** One of the extension's own pages, in a tab. */
  openOwn(path: string): Promise<Page>;
  /** The real toolbar popup over a page's tab. It closes when its page is closed, or another one comes to the front. */
  openPopup(over: Page): Promise<Page>;
  /** Addresses of all open tabs. */
  tabs(): Promise<readonly string[]>;
  /** The tab that shows this address (its beginning), once it is there. */
  tab(start: string): Promise<Page>;
  /** Runs in the extension's background, waking it; `browser` is the extension API. */
  background<T>(body: string, arg?: unknown): Promise<T>;
  /** Gives or takes access to hosts (match patterns), as the browser's own settings would. */
  grant(...origins: string[]): Promise<void>;
  revoke(...origins: string[]): Promise<void>;
  /** Ends the worker or event page, as the browser does when it idles. */
  stopBackground(): Promise<void>;
  /** A keyboard command of the manifest, as if its keys had been pressed. */
  command(name: string): Promise<void>;
  reloadExtension(): Promise<void>;
  /** Closes and starts the browser again on the same profile. */
  restart(): Promise<void>;
  /** Ends the browser as a crash does, with no time to put anything in order, and starts it again on the same profile. */
  crash(): Promise<void>;
  /**
   * Lets the extension keep at most this many bytes, as a full disk would; null lifts the limit. Open pages before and after it: the
   * browser may start again.
   */
  limitStorage(bytes: number | null): Promise<void>;
  /** Drags files (paths) from outside the browser to a point of a page's viewport (CSS pixels) and lets them go there. */
  drop(page: Page, x: number, y: number, files: readonly string[]): Promise<void>;
  /** The folder where downloads are saved, without a question. */
  readonly downloads: string;
  /** What left for anywhere but the loopback since launch. */
  outside(): readonly OutsideRequest[];
  /** Memory of the whole browser process tree in bytes is too noisy: this is the JavaScript heap of a page where the browser tells, else null. */
  heap(page: Page): Promise<number | null>;
  /** Processor time of a page's tasks since it was opened (ms), where the browser tells, else null. */
  busy(page: Page): Promise<number | null>;
  /** How long (ms) each stretch was that the extension's script ran in a page without a pause while `work` was done, where the browser tells, else null. */
  stretches(page: Page, work: () => Promise<void>): Promise<readonly number[] | null>;
  /** Resolves when somebody has closed the browser. */
  closed(): Promise<void>;
  close(): Promise<void>;
}
