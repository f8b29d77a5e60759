import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { after, test } from "node:test";
import { TokenRefused, withAccessToken } from "../../../client/src/mail/accessToken.ts";
import type { Login } from "../../../client/src/mail/login.ts";

const servers: Server[] = [];
after(() => {
  for (const server of servers) server.close();
});

/** A token service; what it was asked is in `asked`. */
async function serve(answer: (response: ServerResponse, request: IncomingMessage) => void) {
  const asked: URLSearchParams[] = [];
  const server = createServer(async (request, response) => {
    asked.push(new URLSearchParams(await text(request)));
    answer(response, request);
  }).listen(0, "127.0.0.1");
  servers.push(server);
  await once(server, "listening");
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/token`, asked };
}

const LOGIN: Login = {
  method: "xoauth2",
  username: "alice@example.com",
  password: "",
  accessToken: "",
  clientId: "client",
  clientSecret: "client secret",
  refreshToken: "1//refresh",
  accessUrl: "",
};
const never = () => new AbortController().signal;

test("a refresh token brings an access token", async () => {
  const { url, asked } = await serve((response) => response.end('{"access_token":"ya29.new","expires_in":3599}'));
  const login = await withAccessToken({ ...LOGIN, accessUrl: url }, never());
  assert.equal(login.accessToken, "ya29.new");
  assert.deepEqual(Object.fromEntries(asked[0] ?? []), {
    grant_type: "refresh_token",
    refresh_token: "1//refresh",
    client_id: "client",
    client_secret: "client secret",
  });
});

test("nothing is asked where an access token is written, or another method", async () => {
  const written = { ...LOGIN, accessToken: "ya29.written" };
  assert.equal(await withAccessToken(written, never()), written);
  const plain = { ...LOGIN, method: "plain" as const };
  assert.equal(await withAccessToken(plain, never()), plain);
});

test("what the service says of a refusal is told, an error page by its number", async () => {
  const refused = await serve((response) =>
    response.writeHead(400).end('{"error":"invalid_grant","error_description":"Token has been expired or revoked."}'),
  );
  await assert.rejects(withAccessToken({ ...LOGIN, accessUrl: refused.url }, never()), {
    message: /^No access token from 127\.0\.0\.1:\d+: invalid_grant: Token has been expired or revoked\.$/,
  });
  const broken = await serve((response) => response.writeHead(502).end("<html>"));
  await assert.rejects(withAccessToken({ ...LOGIN, accessUrl: broken.url }, never()), { message: /: HTTP 502$/ });
});

test("tokens never go along with a redirect, nor in the clear to another machine", async () => {
  const other = await serve((response) => response.end('{"access_token":"stolen"}'));
  const { url } = await serve((response) => response.writeHead(307, { location: other.url }).end());
  await assert.rejects(withAccessToken({ ...LOGIN, accessUrl: url }, never()), TokenRefused);
  assert.deepEqual(other.asked, []);
  for (const accessUrl of ["http://token.example.com/", "file:///etc/passwd", "", "token.example.com"]) {
    await assert.rejects(withAccessToken({ ...LOGIN, accessUrl }, never()), { message: /must begin with https/ });
  }
});

test("cancelling ends the question at once", async () => {
  const controller = new AbortController();
  const { url } = await serve(() => controller.abort());
  await assert.rejects(withAccessToken({ ...LOGIN, accessUrl: url }, controller.signal), { name: "AbortError" });
});
