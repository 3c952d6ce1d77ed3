import { defineConfig } from 'vite';

/** The server and the command line, of our own code; what npm installed stays outside it. */
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
  ssr: { noExternal: [/^@forum\//] },
});
