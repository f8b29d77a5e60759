import { pathToFileURL } from "node:url";
import { progress, type Row, spread, timed } from "./figures.ts";
import { LanguageServer } from "./languageServer.ts";
import { makeConfig } from "./makeZone.ts";
import { YAML_SERVER, YAML_SERVER_PAUSE_MS, YAML_SERVER_VERSION, yamlServer } from "./yamlLanguageServer.ts";

const URI = "file:///bench/.mailconfig.yaml";
const SCHEMA = pathToFileURL("schemas/mailconfig.schema.json").href;

/** A letter more and a letter less in the host of one account after the other, in a correct file and in a broken one. */
export async function configKeystrokes(bundle: string, rounds: number, note: (line: string) => void): Promise<Row[]> {
  const text = makeConfig(6_000);
  const rows: Row[] = [];
  const other = yamlServer(note);
  for (const [title, budget, content] of [
    ["correct", "p95 ≤ 30 ms", text],
    ["with a broken place", "p95 ≤ 80 ms", text.replace('"Account 99 <', 'Account 99": <')],
  ] as const) {
    progress(`a config of 6,000 lines, ${title}`);
    const work = `keystroke in a config of 6,000 lines, ${title}`;
    const own = await LanguageServer.start(bundle);
    await own.open(URI, "mailconfig", content);
    await own.diagnose(URI);
    const times = await typeInHosts(own, rounds, async (change) => {
      await change();
      await own.diagnose(URI);
    });
    rows.push([work, budget, spread(times.slice(10))]);
    await own.stop();
    if (other !== undefined)
      rows.push([
        `the same by ${YAML_SERVER} ${YAML_SERVER_VERSION} with our schema`,
        "",
        await typeThere(other, content, note),
      ]);
  }
  return rows;
}

/** @param answered makes the change and waits for what the server says of it */
async function typeInHosts(
  server: LanguageServer,
  rounds: number,
  answered: (change: () => Promise<void>) => Promise<void>,
): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const line = 6 + 14 * (round % 400);
    const [at, behind] = [
      { line, character: 17 },
      { line, character: 18 },
    ];
    times.push(await timed(() => answered(() => server.change(URI, at, at, "x"))));
    times.push(await timed(() => answered(() => server.change(URI, at, behind, ""))));
  }
  return times;
}

/** It sends diagnostics by itself, after a pause; what the pause costs is taken off and said. */
async function typeThere(program: string, content: string, note: (line: string) => void): Promise<string> {
  const yaml = { validate: true, schemas: { [SCHEMA]: ["**/.mailconfig.yaml"] }, schemaStore: { enable: false } };
  const server = await LanguageServer.start(program, { yaml });
  const first = server.published(URI);
  await server.open(URI, "yaml", content);
  await first;
  const times = await typeInHosts(server, 15, async (change) => {
    const answer = server.published(URI);
    await change();
    await answer;
  });
  // `security: tls` of the first account: that the schema is in use.
  const answer = server.published(URI);
  await server.change(URI, { line: 8, character: 16 }, { line: 8, character: 19 }, "ssl");
  if ((await answer) === 0) note(`${YAML_SERVER} does not use the schema: its times say nothing.`);
  await server.stop();
  const own = times.slice(4).map((it) => it - YAML_SERVER_PAUSE_MS);
  return `${spread(own)} beyond the ${YAML_SERVER_PAUSE_MS} ms that it waits first`;
}
