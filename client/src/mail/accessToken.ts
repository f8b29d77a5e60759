import type { Login } from "./login.ts";

/** Why no access token came, as Node or the token service tells it. */
export class TokenRefused extends Error {
  /** How `explainFailure` knows it. */
  readonly code = "EAUTH";
  readonly command = "OAUTH2";
}

const TIMEOUT_MS = 20_000;

/**
 * A login whose access token is fetched with its refresh token (RFC 6749 §6), where it has none yet. The tokens go to
 * the configured address alone: no redirect is followed, and nothing is asked in the clear but of this machine.
 *
 * @throws TokenRefused
 */
export async function withAccessToken(login: Login, signal: AbortSignal): Promise<Login> {
  if (login.method !== "xoauth2" || login.accessToken !== "" || login.refreshToken === "") return login;
  const url = URL.canParse(login.accessUrl) ? new URL(login.accessUrl) : undefined;
  const isLocal = url !== undefined && /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname);
  if (url === undefined || (url.protocol !== "https:" && !isLocal)) {
    throw new TokenRefused("The address of the token service (auth.accessUrl) must begin with https://");
  }
  const { clientId, clientSecret, refreshToken } = login;
  const asked = {
    grant_type: "refresh_token",
    refresh_token: refreshToken,
    client_id: clientId,
    client_secret: clientSecret,
  };
  const body = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== ""));
  const limit = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]);
  const answer = await fetch(url, { method: "POST", body, signal: limit, redirect: "error" })
    .then(async (response) => ({ status: response.status, text: await response.text() }))
    .catch((error: unknown) => {
      signal.throwIfAborted();
      throw new TokenRefused(`No access token from ${url.host}: ${causeOf(error)}`);
    });
  const { access_token: accessToken, error, error_description: description } = fieldsOf(answer.text);
  if (accessToken !== undefined) return { ...login, accessToken };
  const why = [error, description].filter((it) => it !== undefined).join(": ");
  throw new TokenRefused(`No access token from ${url.host}: ${why || `HTTP ${answer.status}`}`);
}

/** The texts of a JSON object; none of another answer. */
function fieldsOf(text: string): Readonly<Record<string, string | undefined>> {
  try {
    const value: unknown = JSON.parse(text);
    const entries = typeof value === "object" && value !== null ? Object.entries(value) : [];
    return Object.fromEntries(
      entries.filter((it): it is [string, string] => typeof it[1] === "string" && it[1] !== ""),
    );
  } catch {
    // An error page is no JSON.
    return {};
  }
}

/** `fetch` says only that it failed; its cause says why. */
function causeOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  return cause instanceof Error ? cause.message || String((cause as NodeJS.ErrnoException).code) : String(cause);
}
