import * as vscode from "vscode";
import type { Translate } from "../../server/src/core/locale.ts";
import type { Level, ReportNode } from "./mail/connection/nodes.ts";
import { toRange } from "./vscodeEditor.ts";

/** The view in the panel, and the context key that keeps it away until there is something to show. */
const VIEW = "mailconfig.connection";
const HAS_REPORT = "mailconfig.hasConnectionReport";

/** Where a report came from, to run it again. */
export interface Tested {
  readonly uri: string;
  readonly account: string;
}

/** The last connection report as a tree. */
export interface ConnectionView extends vscode.Disposable {
  show(tested: Tested, nodes: readonly ReportNode[]): Promise<void>;
  /** What the tree shows; `undefined` before the first report. */
  readonly tested: Tested | undefined;
  readonly nodes: readonly ReportNode[];
}

const ICONS: Readonly<Record<Level, vscode.ThemeIcon | undefined>> = {
  ok: new vscode.ThemeIcon("pass", new vscode.ThemeColor("testing.iconPassed")),
  info: new vscode.ThemeIcon("info", new vscode.ThemeColor("notificationsInfoIcon.foreground")),
  warning: new vscode.ThemeIcon("warning", new vscode.ThemeColor("notificationsWarningIcon.foreground")),
  error: new vscode.ThemeIcon("error", new vscode.ThemeColor("notificationsErrorIcon.foreground")),
  skipped: new vscode.ThemeIcon("circle-slash", new vscode.ThemeColor("disabledForeground")),
  none: undefined,
};

export function createConnectionView(t: Translate): ConnectionView {
  const changed = new vscode.EventEmitter<undefined>();
  let shown: { readonly tested: Tested; readonly nodes: readonly ReportNode[] } | undefined;
  const parents = new Map<ReportNode, ReportNode>();
  const view = vscode.window.createTreeView<ReportNode>(VIEW, {
    showCollapseAll: true,
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: (node) => [...(node === undefined ? (shown?.nodes ?? []) : node.children)],
      getParent: (node) => parents.get(node),
      getTreeItem: (node) => itemOf(node, shown?.nodes.includes(node) === true, shown?.tested.uri ?? "", t),
    },
  });
  return {
    get tested() {
      return shown?.tested;
    },
    get nodes() {
      return shown?.nodes ?? [];
    },
    show: async (tested, nodes) => {
      shown = { tested, nodes };
      parents.clear();
      remember(nodes, parents);
      view.description = tested.account;
      changed.fire(undefined);
      await vscode.commands.executeCommand("setContext", HAS_REPORT, true);
      const [first] = nodes;
      // The cursor stays in the file.
      if (first !== undefined) await view.reveal(first, { focus: false, select: false, expand: true });
    },
    dispose: () => {
      view.dispose();
      changed.dispose();
    },
  };
}

function remember(nodes: readonly ReportNode[], parents: Map<ReportNode, ReportNode>): void {
  for (const node of nodes) {
    for (const child of node.children) parents.set(child, node);
    remember(node.children, parents);
  }
}

function itemOf(node: ReportNode, isServer: boolean, uri: string, t: Translate): vscode.TreeItem {
  const { label, description, meaning, level, place, children } = node;
  const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(label, children.length === 0 ? None : isServer ? Expanded : Collapsed);
  item.description = description;
  item.tooltip = [label, description, meaning].filter((it) => it !== "").join("\n");
  const icon = ICONS[level];
  if (icon !== undefined) item.iconPath = icon;
  item.accessibilityInformation = {
    label: [levelWord(level, t), label, description, meaning].filter(Boolean).join(", "),
  };
  if (place !== undefined) {
    item.command = {
      title: t("Open line"),
      command: "vscode.open",
      arguments: [vscode.Uri.parse(uri), { selection: toRange(place) } satisfies vscode.TextDocumentShowOptions],
    };
  }
  return item;
}

/** What the icon says, for those who hear it. */
function levelWord(level: Level, t: Translate): string {
  const words: Readonly<Record<Level, string>> = {
    ok: t("passed"),
    info: t("information"),
    warning: t("warning"),
    error: t("error"),
    skipped: t("skipped"),
    none: "",
  };
  return words[level];
}
