import * as vscode from "vscode";
import type { Answer, Steps } from "./steps.ts";

/** Steps in VS Code's own form: title, number of the step, and its Back button. */
export function createSteps(): Steps {
  return {
    pick: (place, choices, placeholder) => {
      const input = vscode.window.createQuickPick<
        vscode.QuickPickItem & { readonly value: (typeof choices)[number]["value"] }
      >();
      Object.assign(input, place, { placeholder, ignoreFocusOut: true, matchOnDescription: true, matchOnDetail: true });
      input.items = choices.map((it) => ({ ...it }));
      return shown(input, place.step, (done) =>
        input.onDidAccept(() => {
          const [chosen] = input.selectedItems;
          if (chosen !== undefined) done({ value: chosen.value });
        }),
      );
    },
    ask: (place, { prompt, value = "", isSecret = false, problem }) => {
      const input = vscode.window.createInputBox();
      Object.assign(input, place, { prompt, value, password: isSecret, ignoreFocusOut: true });
      const check = () => {
        input.validationMessage = problem?.(input.value) ?? "";
        return input.validationMessage === "";
      };
      input.onDidChangeValue(() => {
        // Nobody is told of a mistake before the answer is whole; one that is shown goes as soon as it is mended.
        if (input.validationMessage !== "") check();
      });
      return shown(input, place.step, (done) =>
        input.onDidAccept(() => {
          if (check()) done({ value: input.value });
        }),
      );
    },
  };
}

/** Shows an input until there is an answer; hiding it means giving up. */
function shown<T>(
  input: vscode.QuickPick<vscode.QuickPickItem & { readonly value: T }> | vscode.InputBox,
  step: number,
  accept: (done: (answer: Answer<T>) => void) => unknown,
): Promise<Answer<T>> {
  if (step > 1) input.buttons = [vscode.QuickInputButtons.Back];
  return new Promise((resolve) => {
    const done = (answer: Answer<T>) => {
      resolve(answer);
      input.dispose();
    };
    accept(done);
    input.onDidTriggerButton((button) => {
      if (button === vscode.QuickInputButtons.Back) done("back");
    });
    input.onDidHide(() => done(undefined));
    input.show();
  });
}
