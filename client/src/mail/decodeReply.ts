/**
 * A reply as its server meant it. Nodemailer leaves bytes that are no UTF-8 as Latin-1; QQ, 163 and their like answer in
 * GBK, which GB18030 holds.
 */
export function decodeReply(reply: string): string {
  const bytes = Uint8Array.from(Array.from(reply), (it) => it.codePointAt(0) ?? 0);
  const isBytes = Array.from(reply).every((it) => it <= "\u00ff");
  if (!isBytes || bytes.every((it) => it < 0x80)) return reply;
  const chinese = new TextDecoder("gb18030").decode(bytes);
  return chinese.includes("\ufffd") ? reply : chinese;
}
