import { defineRule } from "../../rule.ts";

export default defineRule({
  code: "zone/template",
  target: "zone",
  severity: "info",
  fixable: false,
  summary: "The file is a template: what its tags stand for is not checked.",
  docs: {
    why: "A generator fills the tags in later. Lines that hold one are left alone here, and records that the generator may add are not missed; check what it writes as well.",
    bad: "www.example.com. IN A {{ web_address }}",
    good: "www.example.com. IN A 192.0.2.1",
  },
  references: ["RFC 1035 §5.1"],
  messages: {
    tags: "Lines with template tags are not checked, and nothing is reported as missing. Check the finished zone too.",
  },
  *check({ firstTemplateTag: tag }) {
    if (tag) yield { message: "tags", span: tag.span, at: tag.entry };
  },
});
