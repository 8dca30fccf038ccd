import { expect, test } from "vitest";
import { limitedCommand } from "./limited-child-command.ts";

const GIB = 1024 ** 3;
const limits = { wallClockMs: 1_000, cpuSeconds: 30, memoryBytes: GIB, fileBytes: 5_000 };
const nodePath = "/usr/bin/node";

test("with every tool at hand the child has no network, hard limits and no way to new privileges", () => {
  const confinement = { prlimit: true, noNewPrivileges: true, unshareNetwork: ["unshare", "--net"] };
  const { command, args } = limitedCommand(["child.ts"], { limits, confinement, nodePath });
  const line = [command, ...args].join(" ");
  expect(line).toMatch(
    /^unshare --net prlimit --as=\d+ --cpu=30:35 --fsize=5000 --nofile=\d+ --core=0 setpriv --no-new-privs /,
  );
  expect(line).toMatch(/ \/usr\/bin\/node --max-old-space-size=512 .* child\.ts$/);
});

test("without any tool the child still starts, with a capped heap", () => {
  const confinement = { prlimit: false, noNewPrivileges: false, unshareNetwork: null };
  const { command, args } = limitedCommand(["child.ts"], { limits, confinement, nodePath });
  expect(command).toBe(nodePath);
  expect(args).toContain("--max-old-space-size=512");
});
