/** How long a spoken line stays (ms): long enough for every screen reader to pick it up. */
const STAYS = 4000;

/**
 * Says one line to screen readers and shows it for a moment, without touching the page's body. The element is there only
 * while the line is.
 */
export class Live {
  #host: HTMLElement | null = null;
  #line: HTMLElement | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;

  say(text: string, css: string): void {
    if (this.#host === null) {
      const host = document.createElement('reading-line');
      host.setAttribute('popover', 'manual');
      const root = host.attachShadow({ mode: 'closed' });
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      root.adoptedStyleSheets = [sheet];
      const line = document.createElement('p');
      line.className = 'line-said surface';
      line.setAttribute('role', 'status');
      line.setAttribute('aria-live', 'polite');
      root.append(line);
      document.documentElement.append(host);
      host.showPopover();
      this.#host = host;
      this.#line = line;
    }
    const line = this.#line!;
    // A live region speaks what changes after it stands in the page.
    setTimeout(() => (line.textContent = text), 50);
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.end(), STAYS);
  }

  end(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#host?.remove();
    this.#host = this.#line = this.#timer = null;
  }
}
