import { browser } from './browser.ts';

/** Calls back with the command's name in the manifest. Firefox for Android has no shortcuts. */
export function onCommand(pressed: (name: string) => void): void {
  browser.commands?.onCommand.addListener((name) => pressed(name));
}

export interface Shortcut {
  /** What it does, in the reader's language. */
  readonly description: string;
  /** As the browser writes it; empty when none is set. */
  readonly shortcut: string;
}

/** The extension's keyboard shortcuts; none on browsers without them. */
export async function shortcuts(): Promise<readonly Shortcut[]> {
  const commands = (await browser.commands?.getAll()) ?? [];
  return commands
    .filter(({ name }) => name?.startsWith('_') === false)
    .map(({ description, shortcut }) => ({ description: description ?? '', shortcut: shortcut ?? '' }));
}

/** Opens the browser's own screen for changing them. Firefox has a call for it, Chromium an address. */
export async function openShortcuts(): Promise<void> {
  const { commands } = browser as { commands?: { openShortcutSettings?: () => Promise<void> } };
  if (commands?.openShortcutSettings !== undefined) await commands.openShortcutSettings();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
