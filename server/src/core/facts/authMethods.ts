import { say } from "../locale.ts";

export type AuthMethod = "plain" | "login" | "cram-md5" | "xoauth2" | "none";

export interface AuthMethodFact {
  readonly value: AuthMethod;
  /** As the server lists it behind AUTH. */
  readonly wireName: string;
  readonly doc: string;
  readonly reference: string;
}

/** How an account proves who it is (SASL). */
export const AUTH_METHODS: readonly AuthMethodFact[] = [
  {
    value: "plain",
    wireName: "PLAIN",
    doc: say(
      "User name and password in one step. Fine inside TLS, and every server knows it; in clear text anyone reads it.",
    ),
    reference: "RFC 4616 §2",
  },
  {
    value: "login",
    wireName: "LOGIN",
    doc: say("User name and password in two steps: an older form of `plain`, for servers that offer nothing else."),
    reference: "RFC 4954 §4",
  },
  {
    value: "cram-md5",
    wireName: "CRAM-MD5",
    doc: say(
      "A challenge answered with MD5. Weak by now, and the server must store the password. Prefer `plain` inside TLS.",
    ),
    reference: "RFC 2195 §2",
  },
  {
    value: "xoauth2",
    wireName: "XOAUTH2",
    doc: say(
      "An access token in place of a password. Give `accessToken`, or `clientId`, `clientSecret`, `refreshToken` and `accessUrl` to fetch one.",
    ),
    reference: "RFC 6749 §1.4",
  },
  {
    value: "none",
    wireName: "",
    doc: say("No authentication: for a relay that knows its clients by their address."),
    reference: "RFC 6409 §4.3",
  },
];
