/** Says who it is, and on SIGTERM finishes the job it has in hand. */
process.stdout.write(`worker ${process.pid} is up\n`);
const work = setInterval(() => undefined, 1_000);
process.on("SIGTERM", () => {
  clearInterval(work);
  process.stdout.write("worker finished its job\n");
});
