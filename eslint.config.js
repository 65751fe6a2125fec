import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import noUnsanitized from 'eslint-plugin-no-unsanitized';
import tseslint from 'typescript-eslint';

/** The rooms of the house and the rooms each may import from. */
const ROOMS = {
  core: [],
  protocol: ['core'],
  platform: ['core', 'protocol'],
  ui: ['core', 'protocol', 'platform'],
  background: ['core', 'protocol', 'platform', 'ui'],
  content: ['core', 'protocol', 'platform', 'ui'],
  popup: ['core', 'protocol', 'platform', 'ui'],
  options: ['core', 'protocol', 'platform', 'ui'],
  welcome: ['core', 'protocol', 'platform', 'ui'],
  panel: ['core', 'protocol', 'platform', 'ui'],
  reader: ['core', 'protocol', 'platform', 'ui'],
};

const roomRules = Object.entries(ROOMS).map(([room, allowed]) => {
  const closed = Object.keys(ROOMS).filter((other) => other !== room && !allowed.includes(other));
  return {
    files: [`src/${room}/**/*.ts`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            ...(closed.length > 0
              ? [
                  {
                    regex: `(^|/)\\.\\./(${closed.join('|')})/`,
                    message: `${room} may import only ${[room, ...allowed].join(', ')}.`,
                  },
                ]
              : []),
            ...(room === 'platform'
              ? []
              : [
                  {
                    group: ['webextension-polyfill'],
                    allowTypeImports: true,
                    message: 'Only src/platform talks to the browser.',
                  },
                ]),
          ],
        },
      ],
    },
  };
});

export default defineConfig(
  globalIgnores(['dist', 'node_modules', '.cache', 'test/bench/node_modules', 'test/pages', '**/.cache']),
  js.configs.recommended,
  tseslint.configs.recommendedTypeChecked,
  noUnsanitized.configs.recommended,
  {
    languageOptions: { parserOptions: { projectService: { allowDefaultProject: ['*.js', 'scripts/*.mjs'] } } },
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  { files: ['scripts/**', 'test/**', '*.config.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['**/*.js', '**/*.mjs'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
  },
  ...roomRules,
);
