import type { SMTPConnectionCustomAuthHandler } from "nodemailer/lib/smtp-connection";

/**
 * Logs in with an access token, in Google's and Microsoft's XOAUTH2. A server that refuses the token says why in a
 * challenge first, and gives its reply after an empty answer.
 */
export const xoauth2: SMTPConnectionCustomAuthHandler = async ({ auth, sendCommand }) => {
  const token = Buffer.from(`user=${auth.user}\u0001auth=Bearer ${auth["accessToken"]}\u0001\u0001`).toString("base64");
  const first = await sendCommand(`AUTH XOAUTH2 ${token}`);
  const { status, response } = first.status === 334 ? await sendCommand("") : first;
  if (status >= 200 && status < 300) return;
  throw Object.assign(new Error(`Invalid login: ${response}`), { code: "EAUTH", response, command: "AUTH XOAUTH2" });
};
