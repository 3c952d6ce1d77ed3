import { defineConfig } from 'vite';

/** One bundle of our own code; what npm installed stays outside it. */
export default defineConfig({
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist/server',
    sourcemap: true,
    minify: false,
    rolldownOptions: { input: { main: 'src/main.ts' } },
  },
  ssr: { noExternal: [/^@forum\//] },
});
