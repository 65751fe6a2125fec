/** The one place where an address may start a script: our pages' rules allow only this policy, and it allows only our own worker. */
interface Policies {
  createPolicy(
    name: string,
    rules: { createScriptURL(address: string): string },
  ): { createScriptURL(address: string): string };
}

const IMPORT_WORKER = '/options/import/import.worker.js';

/** Starts the worker that reads files and builds packs. */
export function startImportWorker(): Worker {
  const { trustedTypes } = globalThis as { trustedTypes?: Policies };
  const rules = {
    createScriptURL: (address: string): string => {
      if (address !== IMPORT_WORKER) throw new TypeError('Only the import worker may be started.');
      return address;
    },
  };
  policy ??= trustedTypes?.createPolicy('verbatim-worker', rules) ?? rules;
  return new Worker(policy.createScriptURL(IMPORT_WORKER), { type: 'module' });
}

/** A policy of one name can be made once only. */
let policy: { createScriptURL(address: string): string } | null = null;
