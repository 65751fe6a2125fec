import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/**
 * The places where pdf.js would make code out of text or load a script. None is reached as Verbatim calls it, and the policy of
 * extension pages would stop each; but reviewers should not have to take that on trust, so they are not in what ships.
 */
const REPLACED: readonly { readonly code: RegExp; readonly by: string }[] = [
  { code: /new Function\(""\);\s*return true;/u, by: 'return false;' },
  {
    code: /return new Function\("src", "srcOffset", "dest", "destOffset", compiled\);/u,
    by: 'throw new Error("no code is made from text");',
  },
  {
    code: /await import\(\s*(?:\/\*[^*]*\*\/\s*)*(?:path|this\.workerSrc)\s*\)/u,
    by: 'await Promise.reject(new Error("no script is loaded"))',
  },
];

/** What must not be left. */
const FORBIDDEN = /new Function\(|\bawait import\((?!"\$)/u;

/**
 * Bundles pdf.js without what reviewers warn of, and in the build for present engines: Node 20 needs the one that brings what older
 * engines lack, the browsers we ask for do not.
 * @throws Error, failing the build, when another version of pdf.js has other such places.
 */
export function plainPdfjs(): Plugin {
  return {
    name: 'plain-pdfjs',
    setup(build) {
      build.onResolve({ filter: /^pdfjs-dist\/legacy\/build\// }, ({ path, ...rest }) =>
        build.resolve(path.replace('/legacy', ''), {
          kind: rest.kind,
          importer: rest.importer,
          resolveDir: rest.resolveDir,
        }),
      );
      build.onLoad({ filter: /pdfjs-dist[\\/]build[\\/]pdf(?:\.worker)?\.mjs$/ }, async ({ path }) => {
        const contents = REPLACED.reduce(
          (code, { code: place, by }) => code.replace(new RegExp(place.source, 'gu'), by),
          await readFile(path, 'utf8'),
        );
        const left = FORBIDDEN.exec(contents);
        if (left !== null)
          throw new Error(
            `${path}: this version of pdf.js makes or loads code: ${contents.slice(left.index, left.index + 80)}`,
          );
        return { contents, loader: 'js' };
      });
    },
  };
}
