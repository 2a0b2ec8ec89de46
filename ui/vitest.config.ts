import { playwright } from '@vitest/browser-playwright';
import { mergeConfig } from 'vite';
import { defineConfig } from 'vitest/config';
import base from './vite.config.ts';

const chromium = process.env.FOLIO_CHROMIUM ?? '/usr/bin/chromium';

export default mergeConfig(
  base,
  defineConfig({
    test: {
      projects: [
        {
          extends: true,
          test: {
            name: 'unit',
            environment: 'node',
            include: ['{src,tests,eslint,build}/**/*.test.{ts,js}'],
            exclude: ['**/*.browser.test.ts', 'node_modules/**'],
          },
        },
        {
          extends: true,
          // Svelte must resolve to its browser half.
          resolve: { conditions: ['browser'] },
          // What is found only while tests run makes the page load anew under them.
          optimizeDeps: { entries: ['src/**/*.{svelte,ts}', 'tests/**/*.ts'] },
          test: {
            name: 'browser',
            include: ['src/**/*.browser.test.ts'],
            setupFiles: ['./tests/browser-setup.ts'],
            testTimeout: 20_000,
            expect: { poll: { timeout: 10_000 } },
            browser: {
              enabled: true,
              headless: true,
              screenshotFailures: false,
              viewport: { width: 1280, height: 800 },
              instances: [{ browser: 'chromium' }],
              provider: playwright({
                launchOptions: {
                  executablePath: chromium,
                  args: [
                    '--no-sandbox',
                    '--disable-gpu',
                    '--disable-quic',
                    '--no-first-run',
                    '--disable-background-networking',
                    '--disable-component-update',
                    '--disable-sync',
                  ],
                },
              }),
            },
          },
        },
      ],
    },
  }),
);
