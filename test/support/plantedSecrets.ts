/** Fifty secrets of the kinds that people and providers choose: every one is long enough to be told from other text. */
export const PLANTED_SECRETS: readonly string[] = [
  ...[
    "hunter2-hunter2",
    "correct horse battery staple",
    "Tr0ub4dor&3",
    "p@$$w0rd!#%^*",
    "a/b+c=d==",
    "100%25%2F%41sure",
  ],
  ...[
    'say "cheese"',
    "it's \\ back\\slash",
    "tab\tinside",
    "<b>&amp;</b>",
    "$(HOME)-like $HOME",
    "{curly}[square](round)",
  ],
  ...["pä$$ wörd", "пароль-секрет", "密码是八个字以上", "パスワード🔑🔑", "Ünïcödé~ß", "e\u0301-combined-é"],
  ...[
    "AUTH PLAIN secret",
    "250 OK not a reply",
    "535 5.7.8 decoy",
    "EHLO example.com",
    "MAIL FROM:<x>",
    "QUIT quietly",
  ],
  ...[
    "ya29.a0AfH6SMBx-_Zk3vQ1",
    "1//0gLu5-refresh_Token",
    "eyJhbGciOiJIUzI1NiJ9.e30.abc",
    "xoxb-1234-abcd",
    "SG.abc.def-ghi",
  ],
  ...[
    "AKIAIOSFODNN7EXAMPLE",
    "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
    "re_123_abcdefgh",
    "key-0123456789abcdef0123",
  ],
  ...[
    "abcdefgh ijklmnop",
    "qrstuvwxyzabcdef",
    "----------",
    "........dots",
    "aaaaaaaaaaaa",
    "0000-1111-2222",
    "  spaced  out  ",
  ],
  ...[
    "ends with=",
    "+starts+with+plus",
    "/slashes/and/more/",
    "a:b:c:d@e:f",
    "user:pass@host",
    "semi;colon,comma",
    "C:\\temp\\new",
  ],
  ...["\u00a0no-break space", "Zm9vYmFyYmF6cXV4", "long ".repeat(40).trim()],
];

/**
 * Where a secret can be read in a text: as it is, or after undoing JSON, URL encoding, hexadecimal digits, base64, or UTF-8
 * read as Latin-1. Written apart from the redactor, so that one does not share the other's blind spots.
 */
export function leaksIn(text: string, secret: string): readonly string[] {
  return [...views(text)].flatMap(([name, view]) => {
    const at = view.indexOf(secret);
    return at < 0 ? [] : [`${name}: …${view.slice(Math.max(0, at - 30), at + secret.length + 10)}…`];
  });
}

function* views(text: string): Generator<readonly [name: string, view: string]> {
  yield ["as it is", text];
  yield ["joined lines", text.replace(/\r?\n(?:[CS*]: ?)?/g, "")];
  yield ["Latin-1", Buffer.from(text, "latin1").toString("utf8")];
  yield [
    "JSON",
    text.replace(/\\(?:u([0-9a-f]{4})|(.))/gi, (_, code, it) => (code ? hexText(code) : (ESCAPES[it] ?? it))),
  ];
  for (const plus of ["+", " "]) yield ["URL", percentDecoded(text.replaceAll("+", plus))];
  for (const [word] of text.matchAll(/(?:[0-9a-f]{2}){4,}/gi))
    yield ["hexadecimal", Buffer.from(word, "hex").toString()];
  for (const [word] of text.matchAll(/[\w+/-]{4,}={0,2}/g)) {
    // A piece of base64 may begin anywhere in a longer one.
    for (const shift of [0, 1, 2, 3]) yield ["base64", Buffer.from(word.slice(shift), "base64").toString()];
  }
}

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t" };

function hexText(code: string): string {
  return String.fromCharCode(Number.parseInt(code, 16));
}

function percentDecoded(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (bytes) => Buffer.from(bytes.replaceAll("%", ""), "hex").toString());
}
