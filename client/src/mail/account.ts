// No vscode import in this folder: these modules also serve `mailconfig send-test`.
export type {
  AccountInfo,
  AuthInfo,
  DkimKeyInfo,
  Security,
  ServerInfo,
  TestInfo,
  Written,
} from "../../../server/src/core/model/account.ts";
