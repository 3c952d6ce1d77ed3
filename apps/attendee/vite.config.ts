import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

const api = 'http://localhost:3000';

export default defineConfig({
  plugins: [
    react(),
    VitePWA({
      registerType: 'prompt',
      includeAssets: ['ring.svg', 'apple-touch-icon.png'],
      manifest: {
        name: 'Indo-Pacific Defence Industry Forum',
        short_name: 'Forum',
        start_url: '/',
        display: 'standalone',
        background_color: '#ffffff',
        theme_color: '#ffffff',
        icons: [
          { src: '/ring.svg', sizes: 'any', type: 'image/svg+xml' },
          { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      },
      workbox: {
        globPatterns: ['**/*.{js,css,html,svg}', '**/noto-sans-latin-wght-normal-*.woff2'],
        navigateFallback: '/index.html',
        navigateFallbackDenylist: [/^\/(api|live|dev|metrics|secretariat)/],
        // Whatever is personal or restricted stays out: only the programme, which `offline.ts` keeps, is readable without network.
        runtimeCaching: [],
      },
    }),
  ],
  server: { proxy: { '/api': api, '/dev': api, '/live': { target: api, ws: true } } },
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: true,
    // Zod is told not to make code from text before any schema is made, so both stand in one part.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'zod', test: /zod|no-eval/ }] } } },
  },
});
