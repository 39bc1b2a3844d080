import { defineConfig } from 'vitest/config';

/** Each project can run alone: `npx vitest run --project unit`. */
export default defineConfig({
  test: {
    // By itself it leaves one processor free, which on two is half of them.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/{shared,functions,local,lint}/**/*.test.ts'],
          exclude: ['test/shared/store/**'],
          testTimeout: 60_000,
          // Rules keep nothing between two calls, so their tests may share a process: loading every
          // module anew for each of 240 files took a third of the time.
          isolate: false,
        },
      },
      {
        test: { name: 'stores', include: ['test/shared/store/**/*.test.ts'], testTimeout: 60_000 },
      },
      { test: { name: 'infra', include: ['test/infra/**/*.test.ts'], testTimeout: 120_000 } },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/browser/chromium.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'scenarios',
          include: ['test/scenarios/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
