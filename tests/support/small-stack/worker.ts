/** On SIGTERM finishes the job it has in hand. Says who it is once it can be told to end. */
const work = setInterval(() => undefined, 1_000);
process.on("SIGTERM", () => {
  clearInterval(work);
  process.stdout.write("worker finished its job\n");
});
process.stdout.write(`worker ${process.pid} is up\n`);
