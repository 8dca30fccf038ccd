import { z } from "zod";

const secretText = z
  .string()
  .trim()
  .min(1)
  .max(1024)
  .regex(/^[\x21-\x7e]+$/, "must be printable ASCII");

/** What an upstream knows us by. Keys go into a header, so they are printable ASCII. It travels to us and never back. */
export const credentialSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("api_key"), key: secretText }),
  z.strictObject({ kind: z.literal("access_key_pair"), accessKey: secretText, secretKey: secretText }),
]);

export type Credential = z.infer<typeof credentialSchema>;
