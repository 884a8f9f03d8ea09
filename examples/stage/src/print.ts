// Whoever pipes the text into `head` closes the pipe early; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

/** Prints a line. */
export function print(text = ''): void {
  process.stdout.write(`${text}\n`);
}
