/** What may stand in an element: nodes, text, or nothing. Text is only ever text; there is no way to pass markup. */
export type Child = Node | string | number | null | undefined | false | readonly Child[];

type Handler = (event: Event) => void;
/** Attributes by their HTML names; `on…` holds a listener, `true` an attribute without value, null and false none. */
export type Props = Readonly<Record<string, string | number | boolean | null | undefined | Handler>>;

/**
 * Builds one element. `value` and `checked` are set as properties, everything else as attributes; `href` takes only
 * http(s) and this extension's own pages, so that an address from a pack can never run anything.
 */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  props?: Props | null,
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [key, value] of Object.entries(props ?? {})) setProp(element, key, value);
  append(element, children);
  return element;
}

function setProp(element: HTMLElement, key: string, value: Props[string]): void {
  if (value === null || value === undefined || value === false) return;
  if (typeof value === 'function') element.addEventListener(key.replace(/^on/u, '').toLowerCase(), value);
  else if (key === 'href' && !isSafeAddress(String(value))) return;
  else if (key === 'value' || key === 'checked') Object.assign(element, { [key]: value });
  else element.setAttribute(key, value === true ? '' : String(value));
}

/** True for addresses a reader may be sent to: web pages and the extension's own. */
export function isSafeAddress(address: string): boolean {
  return /^(?:https?|chrome-extension|moz-extension):\/\//iu.test(address) || /^#[\w-]*$/u.test(address);
}

export function append(parent: Node, children: readonly Child[]): void {
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue;
    if (typeof child === 'string' || typeof child === 'number')
      parent.appendChild(document.createTextNode(String(child)));
    else if (isNode(child)) parent.appendChild(child);
    else append(parent, child);
  }
}

/** Replaces what an element holds. */
export function fill(parent: Element, ...children: readonly Child[]): void {
  parent.replaceChildren();
  append(parent, children);
}

function isNode(child: Node | readonly Child[]): child is Node {
  return !Array.isArray(child);
}

/** Words for screen readers only. */
export const spoken = (text: string): HTMLElement => h('span', { class: 'spoken' }, text);
