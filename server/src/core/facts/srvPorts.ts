/** The ports that the services of mail programs are registered for (RFC 6186 §3, RFC 8314 §3.3, RFC 5804 §1.8). */
export const SRV_PORTS: ReadonlyMap<string, number> = new Map([
  ["_submission", 587],
  ["_submissions", 465],
  ["_imap", 143],
  ["_imaps", 993],
  ["_pop3", 110],
  ["_pop3s", 995],
  ["_sieve", 4190],
]);
