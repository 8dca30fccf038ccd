import { hashPassword } from "better-auth/crypto";
import type { SystemTransaction } from "#lib/db/client.ts";
import { AppError } from "#lib/shared/errors.ts";
import { newId } from "#lib/shared/ids.ts";
import { refuseWeakPassword } from "./password-rules.ts";

export type NewAccount = {
  readonly email: string;
  readonly password: string;
  readonly name: string;
};

/** A checked account whose password is already hashed: the slow half, done before a transaction is opened. */
export type PreparedAccount = Omit<NewAccount, "password"> & { readonly passwordHash: string };

/**
 * Checks the password and hashes it.
 * @throws AppError invalid_request for a password that would be guessed
 */
export async function prepareAccount({ email, password, name }: NewAccount): Promise<PreparedAccount> {
  refuseWeakPassword({ password, personal: [email, name] });
  return { email, name, passwordHash: await hashPassword(password) };
}

/**
 * Writes a user with a password in the rows that better-auth signs in with.
 * @returns the user's id
 * @throws AppError conflict when the address has an account
 */
export async function insertAccount(tx: SystemTransaction, account: PreparedAccount): Promise<string> {
  const { email, name, passwordHash } = account;
  const taken = await tx.user.findUnique({ where: { email }, select: { id: true } });
  if (taken) throw new AppError("conflict", "This address already has an account. Sign in with it.");
  const userId = newId("user");
  await tx.user.create({ data: { id: userId, email, name } });
  await tx.account.create({
    data: {
      id: newId("account"),
      userId,
      accountId: userId,
      providerId: "credential",
      password: passwordHash,
    },
  });
  return userId;
}
