/** The same lines that scripts/reporter.ts writes later. */
export function say(text) {
  process.stdout.write(`[framewright] ${text}\n`);
}

/** One clear sentence, and the process ends with exit code 1. */
export function fail(sentence) {
  process.stderr.write(`framewright: ${sentence}\n`);
  process.exit(1);
}
