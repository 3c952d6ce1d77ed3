import { register } from 'node:module';

// Has Node read TypeScript.
register('./hooks.mjs', import.meta.url);
