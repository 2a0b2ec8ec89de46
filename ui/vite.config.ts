import { svelte } from '@sveltejs/vite-plugin-svelte';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { locales } from './build/locales.ts';

const localesRoot = fileURLToPath(new URL('../locales', import.meta.url));

export default defineConfig({
  // Both hosts serve the app at the root of an origin, and deep links must find the same assets.
  base: '/',
  plugins: [svelte(), locales(localesRoot)],
  build: {
    // The engines of both hosts: WebKitGTK as Debian 12 has it, and browsers of the same year.
    target: ['chrome123', 'safari17.5', 'firefox128'],
    // A data: URI would break `font-src 'self'`.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    emptyOutDir: true,
    manifest: true,
  },
  server: {
    host: '127.0.0.1',
    port: 5173,
    strictPort: true,
    fs: { allow: ['..'] },
    proxy: { '/api': { target: process.env.FOLIO_API ?? 'http://127.0.0.1:8080', changeOrigin: false } },
  },
});
