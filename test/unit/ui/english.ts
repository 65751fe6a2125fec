import { readdirSync, readFileSync } from 'node:fs';

interface Message {
  readonly message: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}

const folder = new URL('../../../assets/_locales/en/', import.meta.url);
const messages = Object.assign(
  {},
  ...readdirSync(folder).map((file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as object),
) as Record<string, Message | undefined>;

/** Stands in for the browser's texts: the English ones, put together as the browser does it. */
export function t(key: string, ...substitutions: readonly (string | number)[]): string {
  const found = messages[key];
  if (found === undefined) return '';
  return found.message.replace(/\$(\w+)\$/gu, (_all, name: string) => {
    const content = found.placeholders?.[name.toLowerCase()]?.content ?? '';
    return content.replace(/\$(\d)/gu, (_each, digit: string) => String(substitutions[Number(digit) - 1] ?? ''));
  });
}

export const uiLanguage = (): string => t('uiLanguage');
export const uiDirection = (): 'ltr' => 'ltr';
export const localise = (): void => undefined;
