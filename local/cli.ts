// A reader that has seen enough (head, less) closes the pipe: that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});

const [{ run }, { processShell }] = await Promise.all([
  import('./program.ts'),
  import('./shell.ts'),
]);
await run(process.argv.slice(2), processShell);
