import rule from "../../../../server/src/core/rules/zone/template.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  origin: "example.com.",
  clean: ["www A 192.0.2.1", '@ TXT "{ }"', "www A 192.0.2.1 ; { { }", "a@b TXT x"],
  reported: [
    {
      text: "www A «{{» address }}",
      message:
        "Lines with template tags are not checked, and nothing is reported as missing. Check the finished zone too.",
    },
    { text: "www A 192.0.2.1\n«{%» if mail %}\n@ MX 10 mail\n{% endif %}" },
    { text: "@ MX ( 10\n «<%»= host %> )" },
    { text: "www A «@@»ADDRESS@@" },
  ],
});
