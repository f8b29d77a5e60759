// No vscode import in this folder: these modules also serve `mailconfig send-test`.
export type {
  AccountInfo,
  AuthInfo,
  Security,
  ServerInfo,
  TestInfo,
  Written,
} from "../../../server/src/core/model/account.ts";
