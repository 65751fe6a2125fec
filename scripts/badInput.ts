/** What the person who called a command can mend: told in one line, without a stack. */
export class BadInput extends Error {}

/** Runs a command: its own errors become one line on standard error and exit code 1; a reader that went away ends it quietly. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  try {
    await command();
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
