import { readFileSync } from 'node:fs';

/** Invented files in the shapes that real tools write, kept beside this one. */
export const sample = (name: string): Uint8Array =>
  readFileSync(new URL(`./samples/${name}`, import.meta.url));
