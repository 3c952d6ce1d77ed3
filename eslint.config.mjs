import nx from '@nx/eslint-plugin';
import reactHooks from 'eslint-plugin-react-hooks';
import * as jsonc from 'jsonc-eslint-parser';
import tseslint from 'typescript-eslint';

/** Which rooms a room may import: each may import all that its left neighbours may. */
const rooms = {
  domain: [],
  planner: ['domain'],
  contract: ['domain'],
  client: ['domain', 'contract'],
  ui: ['domain', 'contract', 'client'],
  interchange: ['domain', 'contract'],
  attendee: ['domain', 'contract', 'client', 'ui'],
  secretariat: ['domain', 'contract', 'client', 'ui'],
  api: ['domain', 'planner', 'contract', 'interchange'],
  tests: ['domain', 'planner', 'contract', 'client', 'interchange', 'api'],
};

const frameworkImports = [
  '@nestjs/*',
  'react',
  'react-*',
  'typeorm',
  'pg',
  'fastify',
  'node:*',
  'socket.io*',
];

/** The subjects of the API: each calls those after it, and none before. */
const subjects = [
  ...['matchmaking', 'outcomes', 'meetings', 'programme', 'firms'],
  ...['delegations', 'editions', 'identity', 'reservations'],
];

/** Refuses that a subject of the API imports others; what it hands upwards is a job, or a loss in the same transaction. */
const notFrom = (subject, others) => ({
  files: [`apps/api/src/${subject}/**/*.ts`],
  // A foreign key may point upwards, and with it an entity.
  ignores: ['**/*.spec.ts', '**/testing/**', '**/entities/**'],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: `^(\\.\\./)+(${others.join('|')})/`,
            message:
              'A subject of the API imports only those below it; what goes upwards is a job or a loss.',
          },
        ],
      },
    ],
  },
});

const inOrder = [
  ...subjects.map((subject, n) =>
    notFrom(subject, [...subjects.slice(0, n), 'erasure', ...(n < 4 ? [] : ['advice'])]),
  ),
  notFrom(
    'advice',
    subjects.filter((_, n) => n < subjects.indexOf('firms')),
  ),
  ...['mail', 'jobs', 'losses', 'security-events'].map((subject) => notFrom(subject, subjects)),
  // Whose socket or copy it is, only those who sign in know.
  ...['live', 'documents'].map((subject) =>
    notFrom(
      subject,
      subjects.filter((other) => other !== 'identity'),
    ),
  ),
];

/** Refuses more than 4 parameters, and more than 6 dependencies of a constructor: they are injected, not passed. */
const parameters = {
  meta: { type: 'suggestion', schema: [] },
  create(context) {
    const check = (node) => {
      const isConstructor = node.parent.type === 'MethodDefinition' && node.parent.kind === 'constructor';
      const most = isConstructor ? 6 : 4;
      if (node.params.length <= most) return;
      const message = isConstructor
        ? `${node.params.length} dependencies; a class with more than ${most} has more than one task.`
        : `${node.params.length} parameters; more than ${most} are one object with names.`;
      context.report({ node, message });
    };
    return {
      FunctionDeclaration: check,
      FunctionExpression: check,
      ArrowFunctionExpression: check,
      TSEmptyBodyFunctionExpression: check,
    };
  },
};

/** Refuses SQL that is handed to what runs it: outside repositories the entity of a table says what is read and written. */
const sqlInRepositories = {
  meta: { type: 'suggestion', schema: [] },
  create(context) {
    const isText = (node) => node?.type === 'TemplateLiteral' || typeof node?.value === 'string';
    const startsStatement = (node) =>
      /^\s*(with|select|insert|update|delete|merge|truncate)\s/i.test(
        node.type === 'TemplateLiteral' ? (node.quasis[0]?.value.raw ?? '') : node.value,
      );
    return {
      CallExpression({ callee, arguments: [first] }) {
        if (!['query', 'rows', 'row'].includes(callee.property?.name)) return;
        if (!isText(first) || !startsStatement(first)) return;
        context.report({
          node: first,
          message: 'SQL stands in a `*.repository.ts`; one table is read and written through its entity.',
        });
      },
    };
  },
};

/** A function of at most so many lines of code. */
const lines = (max) => ['error', { max, skipBlankLines: true, skipComments: true }];

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', 'var/**', 'coverage/**', '.nx/**'] },
  {
    files: ['**/*.{ts,tsx,mjs}'],
    extends: [tseslint.configs.recommended],
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        {
          enforceBuildableLibDependency: false,
          // Screens are loaded when they are opened, and so is a part of a lib that one of them needs alone.
          checkDynamicDependenciesExceptions: [
            '@forum/ui',
            '@forum/contract',
            '@forum/client',
            '@forum/domain',
          ],
          depConstraints: Object.entries(rooms).map(([room, may]) => ({
            sourceTag: `room:${room}`,
            onlyDependOnLibsWithTags: [...may, room].map((other) => `room:${other}`),
          })),
        },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      // `import { type X }` is emitted as `import {}`, which loads the module; `import type` is not emitted.
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: ['error', 'always'],
      'no-console': 'error',
    },
  },
  {
    // The API's dependency injection reads constructor types at run time.
    files: ['apps/api/**/*.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  {
    // Sizes. Places that are larger still are counted by file in `eslint-suppressions.json`: none may be added there.
    files: ['**/*.{ts,tsx}'],
    // A migration is its SQL, which is read in one piece.
    ignores: ['**/*.spec.{ts,tsx}', 'tests/**', '**/testing/**', '**/migrations/**'],
    plugins: { house: { rules: { parameters, 'sql-in-repositories': sqlInRepositories } } },
    rules: { 'max-lines-per-function': lines(40), 'house/parameters': 'error' },
  },
  {
    // What runs beside the subjects speaks SQL itself: the connection, the sequencer and the tail, backups, the demonstration.
    files: ['apps/api/src/**/*.ts'],
    ignores: [
      ...['**/*.spec.ts', '**/testing/**', '**/*.repository.ts', '**/migrations/**'],
      ...['database', 'live', 'backup', 'demo'].map((folder) => `apps/api/src/${folder}/**`),
    ],
    rules: { 'house/sql-in-repositories': 'error' },
  },
  {
    // A component is its markup, which is read as one picture.
    files: ['**/*.tsx'],
    ignores: ['**/*.spec.tsx', 'tests/**', '**/testing/**'],
    rules: { 'max-lines-per-function': lines(80) },
  },
  ...inOrder,
  {
    files: ['libs/domain/**/*.ts', 'libs/planner/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-imports': ['error', { patterns: frameworkImports }],
      'no-restricted-globals': ['error', 'process', 'setTimeout', 'setInterval', 'fetch', 'crypto'],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: '`now` is an argument of every rule.' },
        { object: 'Math', property: 'random', message: 'The seed is an argument.' },
        { object: 'performance', property: 'now', message: '`now` is an argument of every rule.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: '`now` is an argument.',
        },
        {
          selector: "MemberExpression[object.name='Temporal'][property.name='Now']",
          message: '`now` is an argument.',
        },
      ],
    },
  },
  {
    // The checker of plans shares no code with what makes them, only the shape of an instance.
    files: ['libs/planner/src/checker/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [{ group: frameworkImports }, { regex: '^(@forum|\\.\\./(?!instance/instance\\.ts$))' }],
        },
      ],
    },
  },
  {
    files: ['libs/planner/src/{bounds,certificates,general,model,plan,repair,search}/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [...frameworkImports, '**/checker/**', '**/testing/**'] },
      ],
    },
  },
  {
    files: ['libs/ui/**/*.tsx', 'libs/ui/**/*.ts', 'apps/{attendee,secretariat}/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { ...reactHooks.configs.recommended.rules },
  },
  {
    // Screens: an address of the API is built where each part of it is encoded, and a typed time may be refused.
    files: ['apps/{attendee,secretariat}/**/*.{ts,tsx}', 'libs/{ui,client}/**/*.{ts,tsx}'],
    ignores: ['**/*.spec.ts', 'libs/client/src/http.ts', 'libs/ui/src/lib/typed-instant.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'CallExpression[callee.property.name=/^replace(All)?$/][arguments.0.value=/^:/]',
          message: '`addressOf` fills in and encodes the parts of an address.',
        },
        {
          selector: 'TemplateElement[value.raw=/^.api.[a-z]/]',
          message: '`addressOf` fills in and encodes the parts of an address.',
        },
      ],
      'no-restricted-imports': [
        'error',
        {
          name: '@forum/domain/time/zoned',
          importNames: ['instantOf'],
          message: '`typedInstant` answers with the refusal, so that a form can show it.',
        },
      ],
    },
  },
  {
    files: ['tools/**', 'tests/**', '**/*.spec.ts'],
    rules: { 'no-console': 'off' },
  },
  { files: ['**/package.json'], languageOptions: { parser: jsonc } },
);
