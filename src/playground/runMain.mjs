import { UserError } from './UserError.mjs';

/**
 * Runs a command of package.json: its number is the exit code, a UserError is printed as it is.
 * @param {() => Promise<number>} main
 */
export async function runMain(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    console.error(error instanceof UserError ? error.message : error);
    process.exitCode = 1;
  }
}
