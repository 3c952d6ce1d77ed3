import './register.mjs';

/** Jest's global set-up, which leaves behind how to stop what it started. */
const { default: start } = await import('../../apps/api/src/testing/postgres-for-tests.ts');
export default start;
