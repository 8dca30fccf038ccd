import { DatabaseError } from "pg";
import { expect, test } from "vitest";
import { passingTroubleOf } from "./database-trouble.ts";
import { Prisma } from "./generated/client.ts";

function fromServer(code: string): DatabaseError {
  return Object.assign(new DatabaseError("no", 0, "error"), { code });
}

function fromPrisma(code: string, cause?: object): Error {
  const meta = cause === undefined ? {} : { driverAdapterError: { cause } };
  return new Prisma.PrismaClientKnownRequestError("no", { code, clientVersion: "7", meta });
}

function fromNode(code: string): Error {
  return Object.assign(new Error("no"), { code });
}

test.each([
  ["a table that cannot grow", fromServer("53100"), "insufficient_storage"],
  ["the same through Prisma", fromPrisma("P2039", { originalCode: "53100" }), "insufficient_storage"],
  ["a file that cannot grow", fromNode("ENOSPC"), "insufficient_storage"],
  ["a quota", fromNode("EDQUOT"), "insufficient_storage"],
  ["a server that shuts down", fromPrisma("P2010", { originalCode: "57P01" }), "provider_unavailable"],
  ["a server that is away", fromPrisma("P2010", { kind: "DatabaseNotReachable" }), "provider_unavailable"],
  ["no free connection", fromPrisma("P2024"), "provider_unavailable"],
  ["a refused connection", fromNode("ECONNREFUSED"), "provider_unavailable"],
  ["a lost connection", new Error("Connection terminated unexpectedly"), "provider_unavailable"],
  ["what is wrapped", new Error("outer", { cause: fromNode("ENOSPC") }), "insufficient_storage"],
])("%s will pass", (_what, error, code) => {
  expect(passingTroubleOf(error)).toMatchObject({ code, retryable: true });
});

test.each([
  ["a row that is there twice", fromServer("23505")],
  ["a value that no column takes", fromPrisma("P2010", { originalCode: "22P02" })],
  ["a row that is not there", fromPrisma("P2025")],
  ["a bug", new TypeError("x is not a function")],
  ["a text", "no"],
])("%s will not", (_what, error) => {
  expect(passingTroubleOf(error)).toBeNull();
});
