const shared = {
  runner: '<rootDir>/tools/jest/runner.mjs',
  // Jest only finds the files: they are read by tools/jest/hooks.mjs.
  transform: {},
  testEnvironment: 'node',
};

const project = (displayName, testMatch) => ({ ...shared, displayName, testMatch });

/** Rules are pure and quick; the API's own tests and the stories run against a real PostgreSQL. */
export default {
  testSequencer: '<rootDir>/tools/jest/sequencer.mjs',
  // A worker that has grown is renewed.
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
      globalSetup: '<rootDir>/tools/jest/postgres.mjs',
      globalTeardown: '<rootDir>/tools/jest/no-postgres.mjs',
    },
  ],
};
