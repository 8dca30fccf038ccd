import { createServer } from "node:http";
import { Pool } from "pg";

/**
 * The floor that the gateway is held against: a bare Node server that parses the same JSON and does one INSERT on the same
 * PostgreSQL. Run with DATABASE_URL and PORT.
 */
const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 12 });
await pool.query(
  `CREATE TABLE IF NOT EXISTS "PerfFloor" ("id" bigserial PRIMARY KEY, "request" jsonb NOT NULL)`,
);

const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const body: unknown = JSON.parse(Buffer.concat(chunks).toString("utf8"));
  const { rows } = await pool.query(`INSERT INTO "PerfFloor" ("request") VALUES ($1) RETURNING "id"`, [body]);
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify({ code: 0, message: "SUCCEED", data: { task_id: rows[0].id } }));
});

server.listen(Number(process.env.PORT), () => process.send?.("listening"));
