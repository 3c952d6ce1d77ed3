import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const api = 'http://localhost:3000';

export default defineConfig({
  base: '/secretariat/',
  plugins: [react()],
  server: { proxy: { '/api': api, '/dev': api, '/live': { target: api, ws: true } } },
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: true,
    // Zod is told not to make code from text before any schema is made, so both stand in one part.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'zod', test: /zod|no-eval/ }] } } },
  },
});
