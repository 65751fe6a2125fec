/**
 * Puts text on the clipboard, from a click. The clipboard API is missing on pages without TLS and can be switched off by a
 * page's permissions policy; a selected field inside `near`, which must be in the page, does it everywhere else.
 */
export async function copyText(text: string, near: Element): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByField(text, near);
  }
}

function copyByField(text: string, near: Element): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  field.readOnly = true;
  field.className = 'spoken';
  near.append(field);
  field.select();
  // The only way that works without the clipboard API.
  const done = document.execCommand('copy');
  field.remove();
  return done;
}
