/**
 * Records of the corpus about which this product and that library differ, or which the fields of a single record cannot
 * decide, each with the reason.
 */
export const EXCEPTIONS: ReadonlyMap<string, string> = new Map([
  ["..com. IN A 127.0.0.1", "The fault is the owner's: the reader reports it, not the data."],
  ["cid.urn.arpa. NAPTR 100 10 \"\" \"\" \"/urn:cid:.+@([^\\.]+\\.)(.*)$/\\2/i\" .", "Contested: `\\\\2` is no escape of a master file (RFC 1035 §5.1), and four other checkers refuse it."],
  ["((m)(i)ek.(n)l.) (SOA) (soa.) (soa.) (\n                                2009032802 ; serial\n                                21600      ; refresh (6 hours)\n                                7(2)00       ; retry (2 hours)\n                                604()800     ; expire (1 week)\n                                3600       ; minimum (1 hour)\n                        )", "Parentheses inside words: the test tokenizer is simpler than the scanner here, which has its own tests."],
  ["miek.nl. ) IN MX 10 miek.nl.", "The stray parenthesis is the scanner's to report."],
  ["foo. A 1.1.1.1\nbar. A 2.2.2.2", "Two records in one text."],
  ["example.net. HINFO A B C D E F", "Contested: HINFO has two strings (RFC 1035 §3.3.2), and four other checkers refuse six."],
  ["example.net. HINFO AB", "Contested: HINFO has two strings (RFC 1035 §3.3.2), and four other checkers refuse one."],
  ["1 . key65534=\"f", "The open quote is the scanner's to report (`zone/unterminated-string`)."],
  ["1 . key65534=\"", "The open quote is the scanner's to report (`zone/unterminated-string`)."],
  [" Ta 0 0 0", "A digest of half an octet; four other checkers refuse it."],
  ["example. 3600 CLASS1 TYPE1 \\# 0", "Contested: an address has four octets, and three of four other checkers refuse none."],
]);
