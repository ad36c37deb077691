/**
 * Who may import whom: the table of docs/architecture.md as data. `npm run boundaries` applies it, and
 * test/contract/import-rules.test.ts proves that every rule bites. A type-only import counts as an import, save where
 * a rule says otherwise.
 */
const npm = (names) => `(^|/)node_modules/(${names})/`;
const TYPE_ONLY = { dependencyTypesNot: ['type-only'] };
const OURS_OR_NPM = '^src/|(^|/)node_modules/';

/** Folders of src/main that are nouns: everything but the shell, the plumbing and the root files. */
const NOUN = '^src/main/(?!electron/|platform/)([^/]+)/';

/** How the shell, the command line and the core's worker reach the core: what it is, and the messages it takes. */
const CORE_FACE = '^src/main/(composition-root|core-protocol)\\.ts$';

/** What the unlock screen asks first: the shell answers it, with nothing of the core loaded. */
const FIRST_ANSWERS = '^src/main/workspace/first-answers\\.use-cases\\.ts$';

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });
const path = (value, rest = {}) => ({ path: value, ...rest });
const pathNot = (value, rest = {}) => ({ pathNot: value, ...rest });

const everywhere = [
  rule('no-cycles', 'Two modules that need each other are one module, or three.', {}, { circular: true }),
  // What the build makes has no file: electron.vite.config.ts answers for it.
  rule('no-unresolved', 'The file or package does not exist.', {}, { couldNotResolve: true, pathNot: '^virtual:' }),
  rule('no-test-in-src', 'The product does not know its tests.', path('^src/'), path('^test/|^scripts/')),
  rule('no-undeclared-package', 'Add the package to package.json, with its version, or do without.', path('^src/'), {
    dependencyTypes: ['npm-no-pkg', 'npm-unknown'],
  }),
  rule(
    'electron-only-in-its-shell',
    'Electron is a shell: only src/main/electron, src/main/index.ts and src/preload know it.',
    pathNot('^src/main/electron/|^src/main/index\\.ts$|^src/preload/'),
    path(`${npm('electron')}|^electron(/|$)`),
  ),
  rule(
    'sqlite-only-in-platform-db',
    'src/main/platform/db opens databases; the others are given one.',
    pathNot('^src/main/platform/db/'),
    path(npm('better-sqlite3')),
  ),
];

const shared = [
  rule(
    'kernel-alone',
    'The kernel is the bottom: it imports nothing but itself.',
    path('^src/shared/kernel/'),
    pathNot('^src/shared/kernel/'),
  ),
  rule(
    'domain-on-kernel',
    'Domain rules take values: kernel and other nouns only, no I/O (zod: in .schema.ts).',
    path('^src/shared/domain/'),
    pathNot(['^src/shared/(kernel|domain)/', npm('zod')]),
  ),
  rule(
    'domain-zod-in-schemas',
    'zod describes what crosses a boundary: only .schema.ts files use it.',
    path('^src/shared/domain/', { pathNot: '\\.schema\\.ts$' }),
    path(npm('zod')),
  ),
  rule(
    'domain-other-nouns-by-their-face',
    'Another noun shows itself by <noun>.ts and the types of its schemas; its rules and parts are its own.',
    path('^src/shared/domain/([^/]+)/'),
    path('^src/shared/domain/', {
      pathNot: ['^src/shared/domain/$1/', '^src/shared/domain/([^/]+)/\\1\\.ts$', '\\.schema\\.ts$'],
    }),
  ),
  rule(
    'schemas-as-types-only',
    'A schema brings zod with it: where zod is not wanted, import its types only.',
    path('^src/(preload|renderer|shared/scoring)/|^src/shared/domain/(?!.*\\.schema\\.ts$)'),
    path('\\.schema\\.ts$', TYPE_ONLY),
  ),
  rule(
    'scoring-sees-no-person',
    'A score knows employers, occupations, places, markets and trainings, never a person.',
    path('^src/shared/scoring/'),
    pathNot([
      '^src/shared/(kernel|scoring)/',
      // A sector is what an employer does.
      '^src/shared/domain/(employer|sector|occupation|place|market|training)/',
    ]),
  ),
  rule(
    'contract-on-schemas',
    'The contract is data: kernel, domain schemas and zod.',
    path('^src/shared/contract/'),
    pathNot(['^src/shared/(kernel|contract)/', '^src/shared/domain/.*\\.schema\\.ts$', npm('zod')]),
  ),
];

const main = [
  rule(
    'platform-has-no-domain-words',
    'Plumbing without domain words: kernel, Node and better-sqlite3.',
    path('^src/main/platform/'),
    path(OURS_OR_NPM, { pathNot: ['^src/main/platform/', '^src/shared/kernel/', npm('better-sqlite3')] }),
  ),
  rule(
    'nouns-below-the-root',
    'A use case runs in the core: it knows shared, platform and use cases; not the shell, not the composition root.',
    path(NOUN),
    path('^src/', { pathNot: ['^src/shared/', '^src/main/platform/', NOUN] }),
  ),
  rule(
    'nouns-by-their-use-cases',
    'Ask another noun through its use cases: its repository and its calls are its own.',
    path(NOUN),
    path(NOUN, { pathNot: ['^src/main/$1/', '\\.use-cases\\.ts$'] }),
  ),
  rule(
    'suggestions-see-no-person',
    'Lists are computed from a search: only case-list.use-cases.ts takes one from a case file, and nothing else of it.',
    path('^src/main/suggestion/', { pathNot: '/case-list\\.use-cases\\.ts$' }),
    path(
      '^src/(main|shared/domain)/(case-file|job-project|access|action|appointment|contact|decision|note|supervision)/',
    ),
  ),
  rule(
    'shell-knows-no-noun',
    'The shell passes messages: contract, kernel, log and workers, the protocol and the types of the core, and the first answers.',
    path('^src/main/electron/|^src/main/index\\.ts$'),
    path('^src/', {
      pathNot: [
        '^src/main/electron/',
        CORE_FACE,
        FIRST_ANSWERS,
        '^src/main/platform/(log|workers|files)/',
        '^src/shared/(kernel|contract)/',
      ],
    }),
  ),
  rule(
    'shell-runs-no-core',
    'The core runs in its worker: the shell imports the types of the composition root, not its code.',
    path('^src/main/electron/|^src/main/index\\.ts$'),
    path('^src/main/composition-root\\.ts$', TYPE_ONLY),
  ),
  rule(
    'entries-through-the-root',
    'The command line and the core worker start the composition root and talk to it by the contract.',
    path('^src/cli/|^src/main/core\\.worker\\.ts$'),
    path('^src/', {
      pathNot: ['^src/cli/', CORE_FACE, '^src/main/platform/(log|workers|files)/', '^src/shared/(kernel|contract)/'],
    }),
  ),
];

const screen = [
  rule(
    'preload-forwards-by-name',
    'The preload knows electron and types of the contract, nothing that runs.',
    path('^src/preload/'),
    pathNot(['^src/preload/', '^src/shared/contract/', npm('electron'), '^electron(/|$)']),
  ),
  rule(
    'contract-as-types-only',
    'zod stays out of the renderer and the preload: import the types of the contract only (import type).',
    path('^src/(renderer|preload)/'),
    path('^src/shared/contract/', TYPE_ONLY),
  ),
  rule(
    'renderer-in-a-browser',
    'The renderer is a web page: no Node, no zod, no main process.',
    path('^src/renderer/'),
    path([npm('zod|@types/node'), '^src/(main|preload|cli)/', '^src/shared/scoring/']),
  ),
  rule('renderer-without-node', 'The renderer is a web page: no Node.', path('^src/renderer/'), {
    dependencyTypes: ['core'],
  }),
  rule(
    'foundations-below-features',
    'ui and platform serve features and screens, and do not know them.',
    path('^src/renderer/(ui|platform|i18n)/'),
    path('^src/renderer/(features|screens)/'),
  ),
  rule(
    'ui-has-no-domain-words',
    'ui draws: it is given values, and knows neither nouns nor calls.',
    path('^src/renderer/ui/'),
    path('^src/shared/(domain|contract)/'),
  ),
  rule(
    'platform-in-renderer-has-no-domain-words',
    'The api client knows the types of the contract, not the nouns.',
    path('^src/renderer/platform/'),
    path('^src/shared/domain/'),
  ),
  rule(
    'features-apart',
    'Features do not know each other: a screen composes them.',
    path('^src/renderer/features/([^/]+)/'),
    path('^src/renderer/(features|screens)/', { pathNot: '^src/renderer/features/$1/' }),
  ),
];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [...everywhere, ...shared, ...main, ...screen],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Sees the imports as written, type-only ones included, and not as compiled.
    tsPreCompilationDeps: true,
    skipAnalysisNotInRules: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.json'],
    },
  },
};
