/**
 * What the sources must not say, and the door to use instead. Each ban is a lint rule of its own, `vav/<name>`: unlike
 * `no-restricted-syntax`, where one list replaces another, they add up whatever files they are for.
 */
const SOURCES = ['src/**/*.{ts,tsx}'];

/** Differ in their last bits between versions of V8: a score replayed on another runtime would not be the same. */
const INEXACT_MATH = [
  ...['pow', 'log', 'log2', 'log10', 'log1p', 'exp', 'expm1', 'cbrt', 'hypot', 'random'],
  ...['sin', 'cos', 'tan', 'asin', 'acos', 'atan', 'atan2', 'sinh', 'cosh', 'tanh', 'asinh', 'acosh', 'atanh'],
].join('|');

/** `a.key`, `{ key: … }`, `const { key } = a`, `a['key']`. */
const anyUseOf = (key) =>
  [
    `MemberExpression[computed=false][property.name=/^(${key})$/]`,
    `MemberExpression[property.value=/^(${key})$/]`,
    `Property[key.name=/^(${key})$/]`,
    `Property[key.value=/^(${key})$/]`,
  ].join(', ');

const CLOCK_CALLS =
  "MemberExpression[object.name='Date'][property.name='now'], NewExpression[callee.name='Date'][arguments.length=0], CallExpression[callee.name='Date']";

export const bans = [
  {
    name: 'bit-stable-math',
    files: ['src/shared/scoring/**', 'src/shared/kernel/**'],
    selector: [
      `MemberExpression[object.name='Math'][property.name=/^(${INEXACT_MATH})$/]`,
      `VariableDeclarator[init.name='Math'] > ObjectPattern > Property[key.name=/^(${INEXACT_MATH})$/]`,
      "BinaryExpression[operator='**']",
      "AssignmentExpression[operator='**=']",
    ].join(', '),
    message:
      'Its last bits differ between versions of V8 (or it is random): scores use + − × ÷ Math.sqrt, and log2 of src/shared/kernel.',
  },
  {
    name: 'clock',
    files: ['src/shared/**', 'src/main/*/**'],
    ignores: ['src/shared/kernel/clock.ts', 'src/main/platform/**', 'src/main/electron/**'],
    selector: CLOCK_CALLS,
    message: 'Take `now` as a value, or the Clock of src/shared/kernel/clock.ts: tests and replays set the time.',
  },
  {
    name: 'plain-output',
    selector: ["JSXAttribute[name.name='dangerouslySetInnerHTML']", anyUseOf('dangerouslySetInnerHTML')].join(', '),
    message: 'What people write is shown as text. Render React elements.',
  },
  {
    name: 'external-links',
    ignores: ['src/main/electron/security/external-links.ts'],
    selector: anyUseOf('openExternal'),
    message:
      'It can start any program: src/main/electron/security/external-links.ts checks the address and asks first.',
  },
  {
    name: 'window-options',
    ignores: ['src/main/electron/windows/window-options.ts'],
    selector: anyUseOf('loadFile|webSecurity|allowRunningInsecureContent|experimentalFeatures|enableBlinkFeatures'),
    message: 'Windows are all alike, and safe: src/main/electron/windows/window-options.ts says how.',
  },
  {
    name: 'named-exports',
    ignores: ['src/**/*.d.ts'],
    selector: "ExportDefaultDeclaration, ExportSpecifier[exported.name='default']",
    message: 'A name is the same everywhere: export it by its name.',
  },
  {
    name: 'raw-ipc',
    ignores: ['src/preload/**', 'src/main/electron/ipc/**'],
    selector: `ImportSpecifier[imported.name=/^(ipcRenderer|ipcMain)$/], ${anyUseOf('ipcRenderer|ipcMain')}`,
    message: 'Messages pass by one door: window.vav in the renderer, src/main/electron/ipc in the main process.',
  },
];

const plugin = {
  rules: Object.fromEntries(
    bans.map(({ name, selector, message }) => [
      name,
      {
        meta: { type: 'problem', schema: [], messages: { ban: message } },
        create: (context) => ({ [selector]: (node) => context.report({ node, messageId: 'ban' }) }),
      },
    ]),
  ),
};

/** For eslint.config.mjs: one entry per ban. */
export const banConfigs = bans.map(({ name, files = SOURCES, ignores = [] }) => ({
  files,
  ignores,
  plugins: { vav: plugin },
  rules: { [`vav/${name}`]: 'error' },
}));
