const swc = {
  jsc: {
    target: 'es2023',
    parser: { syntax: 'typescript', tsx: true, decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
    keepClassNames: true,
  },
  module: { type: 'es6' },
};

const shared = {
  transform: { '^.+\\.tsx?$': ['@swc/jest', swc] },
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'json'],
  testEnvironment: 'node',
  // Each file loads all modules once more: rxjs as one instead of 226.
  moduleNameMapper: { '^rxjs(/operators)?$': '<rootDir>/node_modules/rxjs/dist/bundles/rxjs.umd.js' },
};

const project = (displayName, testMatch) => ({ ...shared, displayName, testMatch });

/** Rules are pure and quick; the API's own tests and the stories run against a real PostgreSQL. */
export default {
  testSequencer: '<rootDir>/tools/jest-sequencer.mjs',
  // Modules of ES are kept for ever by Node, so a worker grows with each file; one that has grown is renewed.
  maxWorkers: 2,
  workerIdleMemoryLimit: '800MB',
  // A busy machine is slow, not wrong: only what hangs reaches this limit.
  testTimeout: 900_000,
  projects: [
    project('rules', [
      '<rootDir>/libs/**/*.spec.ts',
      '<rootDir>/apps/{attendee,secretariat}/src/**/*.spec.ts',
      '<rootDir>/apps/api/src/**/!(*.int).spec.ts',
    ]),
    {
      ...project('api', [
        '<rootDir>/apps/api/src/**/*.int.spec.ts',
        '<rootDir>/tests/{api,faults}/**/*.spec.ts',
      ]),
      globalSetup: '<rootDir>/apps/api/src/testing/postgres-for-tests.ts',
      globalTeardown: '<rootDir>/apps/api/src/testing/no-postgres-for-tests.ts',
    },
  ],
};
