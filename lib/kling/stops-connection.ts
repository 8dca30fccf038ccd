/**
 * Codes that refuse the account or its credential, not the request: every other submission would come to the same. Credentials and
 * clocks (1000–1004), the account (1100), arrears (1101), an empty pack (1102), the allow-list of addresses (1304). Not 1103: it is
 * about one API or model (api-reference §1.5).
 */
const STOPPING: readonly number[] = [1000, 1001, 1002, 1003, 1004, 1100, 1101, 1102, 1304];

/** Whether nothing more should be submitted to this connection before a person has looked after it. */
export function stopsConnection(code: number): boolean {
  return STOPPING.includes(code);
}

/** This account may not use the API or model that was asked for: another account may (1103, api-reference §1.5). */
export function refusesAccount(code: number): boolean {
  return code === 1103;
}
