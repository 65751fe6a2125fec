import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';

const MessageSchema = v.strictObject({
  message: v.pipe(v.string(), v.minLength(1)),
  description: v.optional(v.string()),
  placeholders: v.optional(
    v.record(
      v.pipe(v.string(), v.regex(/^\w+$/u)),
      v.strictObject({ content: v.string(), example: v.optional(v.string()) }),
    ),
  ),
});
export type Message = v.InferOutput<typeof MessageSchema>;
export type Messages = Record<string, Message>;

/**
 * Merges the files of every locale folder into the messages a browser reads, keys in order. A language may have plural forms
 * that English lacks; they are held against English's `_other`.
 * @throws Error naming file and key: a malformed message, a key in two files, a key or placeholder English does not have.
 */
export function readLocales(folder: string): Map<string, Messages> {
  const locales = new Map(
    readdirSync(folder)
      .sort()
      .map((lang) => [lang, mergedMessages(join(folder, lang))]),
  );
  const english = locales.get('en');
  if (english === undefined) throw new Error(`${folder} has no "en"`);
  for (const [lang, messages] of locales) {
    for (const [key, message] of Object.entries(messages)) {
      const model = english[key] ?? english[key.replace(/_(?:zero|two|few|many)$/u, '_other')];
      if (model === undefined) throw new Error(`${lang}: "${key}" is not a key of the English texts`);
      const expected = placeholdersOf(model);
      const found = placeholdersOf(message);
      if (expected !== found)
        throw new Error(`${lang}: "${key}" has placeholders [${found}], English has [${expected}]`);
    }
  }
  return locales;
}

function mergedMessages(folder: string): Messages {
  const merged = new Map<string, Message>();
  for (const file of readdirSync(folder).sort()) {
    const path = join(folder, file);
    const parsed = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
    for (const [key, value] of Object.entries(parsed)) {
      if (!/^[a-z]\w*$/iu.test(key)) throw new Error(`${path}: "${key}" is not a key a browser takes`);
      if (merged.has(key)) throw new Error(`${path}: "${key}" stands in another file too`);
      const message = v.safeParse(MessageSchema, value);
      if (!message.success) throw new Error(`${path}: "${key}": ${message.issues[0].message}`);
      checkPlaceholders(path, key, message.output);
      merged.set(key, message.output);
    }
  }
  return Object.fromEntries([...merged].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Every `$NAME$` must be declared, and every declared placeholder used: a browser shows a wrong one as nothing. */
function checkPlaceholders(path: string, key: string, message: Message): void {
  const declared = new Set(Object.keys(message.placeholders ?? {}).map((name) => name.toLowerCase()));
  const used = new Set([...message.message.matchAll(/\$(\w+)\$/gu)].map((found) => found[1].toLowerCase()));
  for (const name of used) if (!declared.has(name)) throw new Error(`${path}: "${key}" does not declare $${name}$`);
  for (const name of declared) if (!used.has(name)) throw new Error(`${path}: "${key}" does not use $${name}$`);
}

const placeholdersOf = (message: Message): string =>
  Object.entries(message.placeholders ?? {})
    .map(([name, { content }]) => `${name.toLowerCase()}=${content}`)
    .sort()
    .join(' ');
