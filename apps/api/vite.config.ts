import { defineConfig } from 'vite';

/**
 * Packages of many hundred files, which take longer to find and to open than to run: with them inside, the forum starts in
 * two thirds of the time. None looks for files beside its own; what does stays outside, as npm installed it.
 * What is outside is loaded before all that is inside: `tsyringe` needs `reflect-metadata`, so both are inside.
 */
const inside = [
  '@nestjs/common',
  '@nestjs/core',
  '@nestjs/platform-fastify',
  '@nestjs/typeorm',
  '@peculiar',
  '@simplewebauthn/server',
  'nodemailer',
  'rate-limiter-flexible',
  'reflect-metadata',
  'rxjs',
  'tsyringe',
  'typeorm',
  'zod',
];

/** The server and the command line. */
export default defineConfig({
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist/server',
    sourcemap: true,
    minify: false,
    rolldownOptions: {
      // A worker is an entry of its own: the build leaves the address of its file as it is.
      input: {
        main: 'src/main.ts',
        forum: 'src/forum.ts',
        planner: 'src/matchmaking/planner.worker.ts',
        matching: 'src/matchmaking/matching/matching.worker.ts',
        'programme-imports': 'src/programme/imports/programme-imports.worker.ts',
        'firm-imports': 'src/firms/imports/firm-imports.worker.ts',
        'day-sheet': 'src/delegations/day-sheet/day-sheet.worker.ts',
      },
      // Beside the entries, because files are found relative to the code: migrations, the apps.
      output: { chunkFileNames: '[name]-[hash].js' },
    },
  },
  ssr: { noExternal: [/^@forum\//, new RegExp(`^(${inside.join('|')})(/|$)`)] },
});
