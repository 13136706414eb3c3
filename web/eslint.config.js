import js from '@eslint/js';

const NOWHERE = [
  { group: ['lit/directives/unsafe-*'], message: 'Text stays text.' },
  {
    group: ['lit/directives/style-map.js'],
    message: 'It writes a style attribute first: use css-properties.js.',
  },
];

/** The rooms of `src/`, from the frame inwards: each may import those that follow it. */
const ROOMS = ['shell', 'views', 'parts', 'data', 'reading', 'writing'];

const roomRules = ROOMS.slice(1).map((room, index) => ({
  files: [`src/${room}/**/*.js`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          ...NOWHERE,
          {
            group: ROOMS.slice(0, index + 1).map((outer) => `**/${outer}/**`),
            message: `${room}/ stands further in: it may import ${ROOMS.slice(index + 1).join(', ')} only.`,
          },
        ],
      },
    ],
  },
}));

/** Rules that keep the page's promises: one place that fetches, nothing unescaped, nothing inline. */
export default [
  { ignores: ['dist/**', 'public/**'] },
  js.configs.recommended,
  {
    files: ['**/*.js'],
    languageOptions: { ecmaVersion: 2023, sourceType: 'module' },
    rules: {
      // tsc --checkJs knows what is defined, browser globals included.
      'no-undef': 'off',
      'no-unused-vars': ['error', { argsIgnorePattern: '^_', caughtErrors: 'none' }],
      eqeqeq: ['error', 'always'],
      'prefer-const': 'error',
      'no-var': 'error',
      'object-shorthand': 'error',
      'no-implied-eval': 'error',
      'no-eval': 'error',
      'no-console': ['error', { allow: ['warn', 'error'] }],
      'no-restricted-globals': [
        'error',
        { name: 'fetch', message: 'Only data/api.js talks HTTP; its neighbours say why they do.' },
      ],
      'no-restricted-imports': ['error', { patterns: NOWHERE }],
      'no-restricted-properties': [
        'error',
        { property: 'innerHTML', message: 'Use a Lit template: it escapes.' },
        { property: 'insertAdjacentHTML', message: 'Use a Lit template: it escapes.' },
        { property: 'parseFloat', message: 'Amounts are paise: see money.js.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'TemplateElement[value.raw=/\\sstyle="[^"]/]',
          message:
            'The Content-Security-Policy forbids style attributes: use a class or cssProperties (css-properties.js).',
        },
      ],
    },
  },
  {
    // config.json is a file, and auth.js, second-factor.js and signing-out.js talk to Cognito.
    files: ['src/data/{api,api.test,auth,config,second-factor,signing-out}.js'],
    rules: { 'no-restricted-globals': 'off' },
  },
  ...roomRules,
];
