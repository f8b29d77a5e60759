import { echoes } from "./echoServer.ts";
import { type Peer, type ScriptedServer, startScript } from "./scriptedServer.ts";

/**
 * An IMAP server in cleartext that takes every login, and writes a secret in all encodings wherever its words are shown: into
 * its greeting, its capabilities, its replies, and into the mails that it hands out, which are the mail that is searched for
 * and a report about it.
 */
export function startEchoMailbox(secret: string): Promise<ScriptedServer> {
  return startScript((peer) => serve(peer, secret));
}

async function serve(peer: Peer, secret: string): Promise<void> {
  const words = echoes(secret).join(" ");
  peer.say(`* OK ready ${words}`);
  let id = "";
  for (let line = await peer.line(); line !== undefined; line = await peer.line()) {
    const [tag = "", command = "", sub = ""] = line.split(" ");
    if (command === "CAPABILITY") peer.say(`* CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN ${words}`);
    if (command === "AUTHENTICATE" && !/ PLAIN /.test(line)) {
      peer.say("+ ");
      await peer.line();
    }
    if (sub === "SEARCH") {
      id = /"([^"]+)"$/.exec(line)?.[1] ?? "";
      peer.say("* SEARCH 1 2");
    }
    if (sub === "FETCH") {
      const mail = line.includes(" FETCH 1 ") ? mailWith(id, secret) : reportWith(secret);
      peer.raw(`* 1 FETCH (UID 1 BODY[] {${Buffer.byteLength(mail)}}\r\n${mail})\r\n`);
    }
    if (command === "LOGOUT") peer.say("* BYE bye");
    peer.say(`${tag} OK done ${words}`);
  }
}

function mailWith(id: string, secret: string): string {
  const results = echoes(secret).map((it) => `; spf=fail reason="${it.replaceAll('"', "")}" smtp.mailfrom=a@${it}`);
  return [
    `Authentication-Results: mx.example.net${results.join("")}`,
    "From: ops@example.com",
    `Message-ID: <${id}>`,
    "",
    secret,
    "",
  ].join("\r\n");
}

function reportWith(secret: string): string {
  return [
    "Content-Type: multipart/report; report-type=delivery-status; boundary=b",
    "",
    "--b",
    "Content-Type: message/delivery-status",
    "",
    "Reporting-MTA: dns; mx.example.net",
    "",
    `Final-Recipient: rfc822; ${secret}@example.net`,
    "Action: failed",
    "Status: 5.1.1",
    `Diagnostic-Code: smtp; 550 5.1.1 ${echoes(secret).join(" ")}`,
    "",
    "--b--",
    "",
  ].join("\r\n");
}
