import type background from '../../assets/_locales/en/background.json';
import type card from '../../assets/_locales/en/card.json';
import type hidden from '../../assets/_locales/en/hidden.json';
import type imports from '../../assets/_locales/en/import.json';
import type manifest from '../../assets/_locales/en/manifest.json';
import type options from '../../assets/_locales/en/options.json';
import type packs from '../../assets/_locales/en/packs.json';
import type panel from '../../assets/_locales/en/panel.json';
import type popup from '../../assets/_locales/en/popup.json';
import type reader from '../../assets/_locales/en/reader.json';
import type verdicts from '../../assets/_locales/en/verdicts.json';
import type welcome from '../../assets/_locales/en/welcome.json';
import { browser } from './browser.ts';

/** Every key of the English texts; the build merges the files of a locale into one. */
export type MessageKey = keyof (typeof background &
  typeof card &
  typeof hidden &
  typeof imports &
  typeof manifest &
  typeof options &
  typeof packs &
  typeof panel &
  typeof popup &
  typeof reader &
  typeof verdicts &
  typeof welcome);

/** The text for a key in the reader's language, with its placeholders filled in. */
export function t(key: MessageKey, ...substitutions: readonly (string | number)[]): string {
  return browser.i18n.getMessage(key, substitutions.map(String));
}

/** The language of the interface's texts (which can differ from the browser's), as a BCP 47 tag. */
export const uiLanguage = (): string => t('uiLanguage');

/** The direction the interface's texts run in. A card stands in a page that may run the other way. */
export const uiDirection = (): 'ltr' | 'rtl' => (/^(?:ar|fa|he|iw|ur|yi)(?:-|$)/u.test(uiLanguage()) ? 'rtl' : 'ltr');

/**
 * Fills an extension page's texts: `data-i18n="key"` sets an element's text, `data-i18n-title`, `-label` and `-placeholder` the attribute.
 * The page's language and direction follow the texts.
 */
export function localise(root: ParentNode): void {
  for (const element of root.querySelectorAll<HTMLElement>('[data-i18n]'))
    element.textContent = t(element.dataset.i18n as MessageKey);
  for (const [name, attribute] of [
    ['data-i18n-title', 'title'],
    ['data-i18n-label', 'aria-label'],
    ['data-i18n-placeholder', 'placeholder'],
  ] as const)
    for (const element of root.querySelectorAll(`[${name}]`))
      element.setAttribute(attribute, t(element.getAttribute(name) as MessageKey));
  document.documentElement.lang = uiLanguage();
  document.documentElement.dir = uiDirection();
}
