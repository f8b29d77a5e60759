import rule from "../../../../server/src/core/rules/zone/template.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: [
    "www A 192.0.2.1",
    '@ TXT "{ }"',
    "www A 192.0.2.1 ; { { }",
    "a@b TXT x",
    '@ TXT "@@@ x@@y"',
    '@ TXT "{name}" ; {name}',
    "@ TXT v=spf1 exists:%{ir}.%{v}._spf.example.com -all",
    '_a__b__c TXT "__x__ [ [[1]]"',
    "www A 192.0.2.1 ; see {name}",
    '@ TXT "see https://example.net/?q=M%c3%bcnchen%20x%C3%BC"',
    '@ TXT "1|www.example.com|"',
    "$GENERATE 0-15 host${0,2,x} A 192.0.2.${-1,1,d}",
    '@ TXT "v=spf1 exists:%{ir}.%{v}._spf.%{d2} a:100%%x%_y -all"',
  ],
  reported: [
    {
      text: "www A «{{» address }}",
      message:
        "Lines with template tags are not checked, and nothing is reported as missing. Check the finished zone too.",
    },
    { text: "www A 192.0.2.1\n«{%» if mail %}\n@ MX 10 mail\n{% endif %}" },
    { text: "@ MX ( 10\n «<%»= host %> )" },
    { text: "www A «@@»ADDRESS@@" },
    { text: "$TTL «{{» ttl | default(3600) }}" },
    { text: '@ TXT "v=spf1 ip4:«{{» mail_ip }} -all"' },
    { text: "www A «${»WEB_IP}\nmail A ${MAIL_IP}" },
    { text: "www A «@W»EB_IP@" },
    { text: "www A «%i»p%" },
    { text: "www A «%W»EB_IP%" },
    { text: "www A «%I»P%" },
    { text: "«|D»OMAIN|. A |IP|" },
    { text: "www A «__»WEB_IP__" },
    { text: "www A «[[»web_ip]]" },
    { text: "«{d»omain}. A {ipv4}" },
    { text: "@ MX 10 mail.«{d»omain}." },
  ],
});
