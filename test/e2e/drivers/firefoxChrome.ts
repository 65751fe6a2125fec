/**
 * Functions that run inside Firefox with the browser's own rights, as text: Marionette sends them to the browser's process.
 * `id` is the extension's id.
 */
export const CHROME = `
const extensionOf = (id) => WebExtensionPolicy.getByID(id)?.extension;
const window_ = Services.wm.getMostRecentWindow('navigator:browser');

/** Runs the body of an async function in the document of a browser element (a popup, the background), with its own rights. */
async function runIn(browser, body, arg) {
  const name = 'verbatim-test:' + Math.random();
  const answer = new Promise((resolve) => {
    const listener = ({ data }) => { browser.messageManager.removeMessageListener(name, listener); resolve(data); };
    browser.messageManager.addMessageListener(name, listener);
  });
  const source = '(async (arg) => {' + body + '\\n})(' + JSON.stringify(arg ?? null) + ')';
  const script = '(' + (async (name, source) => {
    let data;
    try {
      const sandbox = Components.utils.Sandbox(content, { sandboxPrototype: content, wantXrays: false });
      data = { ok: true, value: JSON.stringify((await Components.utils.evalInSandbox(source, sandbox)) ?? null) };
    } catch (error) {
      data = { ok: false, error: String(error?.message ?? error) };
    }
    sendAsyncMessage(name, data);
  }) + ')(' + JSON.stringify(name) + ',' + JSON.stringify(source) + ')';
  browser.messageManager.loadFrameScript('data:,' + encodeURIComponent(script), false);
  const data = await answer;
  if (!data.ok) throw new Error(data.error);
  return JSON.parse(data.value);
}

/** Runs plain statements in a browser element's process, with the browser's rights; \`content\` is the window. */
async function privileged(browser, body) {
  const name = 'verbatim-test:' + Math.random();
  const answer = new Promise((resolve) => {
    const listener = ({ data }) => { browser.messageManager.removeMessageListener(name, listener); resolve(data); };
    browser.messageManager.addMessageListener(name, listener);
  });
  const script = '(async () => { let data; try { data = { ok: true, value: await (async () => {' + body + '\\n})() }; } catch (error) { data = { ok: false, error: String(error) }; } sendAsyncMessage(' + JSON.stringify(name) + ', data); })()';
  browser.messageManager.loadFrameScript('data:,' + encodeURIComponent(script), false);
  const data = await answer;
  if (!data.ok) throw new Error(data.error);
  return data.value ?? null;
}

async function backgroundOf(id) {
  const extension = extensionOf(id);
  const find = () => [...extension.views].find((view) => view.viewType === 'background' && !view.unloaded);
  if (find() === undefined) await extension.wakeupBackground?.();
  for (let tries = 0; tries < 200 && find() === undefined; tries++) await new Promise((resolve) => window_.setTimeout(resolve, 25));
  const view = find();
  if (view === undefined) throw new Error('The event page does not start.');
  return view.xulBrowser;
}

const popupOf = (id) => [...extensionOf(id).views].find((view) => view.viewType === 'popup' && !view.unloaded)?.xulBrowser;

/** Waits until a browser element has had the same size for half a second: a popup grows after its page has drawn. */
async function standing(browser) {
  for (let seen = '', same = 0, tries = 0; same < 10 && tries < 100; tries++) {
    await new Promise((resolve) => window_.setTimeout(resolve, 50));
    const { width, height } = browser.getBoundingClientRect();
    same = seen === width + ' ' + height ? same + 1 : 0;
    seen = width + ' ' + height;
  }
}

/** A picture of a browser element's page as a PNG in base64. */
async function picture(browser) {
  const bitmap = await browser.browsingContext.currentWindowGlobal.drawSnapshot(null, 1, 'white');
  const canvas = window_.document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas');
  canvas.width = bitmap.width; canvas.height = bitmap.height;
  canvas.getContext('2d').drawImage(bitmap, 0, 0);
  return canvas.toDataURL('image/png').split(',')[1];
}
`;

/** Collects script errors of pages and extensions for as long as the browser runs. */
export const LISTEN_FOR_ERRORS = `
window_.verbatimErrors = [];
window_.verbatimListener = { observe(message) {
  try {
    const error = message.QueryInterface(Ci.nsIScriptError);
    if (error.flags & 1) return;
    if (/^(?:chrome|resource|about):/.test(error.sourceName)) return;
    // What Firefox says when an event page or a tab ends while it is being asked: no fault of either.
    if (/context unloaded|Actor 'Conduits' destroyed/.test(error.errorMessage)) return;
    window_.verbatimErrors.push(error.errorMessage + ' (' + error.sourceName + ':' + error.lineNumber + ')');
  } catch {}
} };
Services.console.registerListener(window_.verbatimListener);
`;

/** Reads the accessibility tree of the current page; runs in the page's process with the browser's rights. */
export const READ_ACCESSIBLES = `
const service = Components.classes['@mozilla.org/accessibilityService;1'].getService(Components.interfaces.nsIAccessibilityService);
const document_ = (typeof content === 'undefined' ? window : content).document;
let accessible = null;
for (let tries = 0; tries < 40; tries++) {
  accessible = service.getAccessibleFor(document_);
  if (accessible !== null && accessible.childCount > 0) break;
  await new Promise((resolve) => (typeof content === 'undefined' ? window : content).setTimeout(resolve, 50));
}
const read = (node, depth) => ({
  role: service.getStringRole(node.role),
  name: node.name ?? '',
  children: depth > 60 ? [] : Array.from({ length: node.childCount }, (_, index) => read(node.getChildAt(index), depth + 1)),
});
return accessible === null ? { role: 'none', name: '', children: [] } : read(accessible, 0);
`;
