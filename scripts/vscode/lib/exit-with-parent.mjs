// Preloaded into the VS Code server. Its stdin is a pipe that the parent holds open; when the parent is gone, however
// it ended, the pipe closes and the server leaves too. (Its extension hosts watch the server themselves.)
if (process.argv[1]?.endsWith("server-main.js")) {
  process.stdin.on("close", () => process.exit(0)).resume();
  process.stdin.unref?.();
}
