import type { Choice, Question } from "./editor.ts";

/** An answer, or the wish to go back; `undefined` where the user gave up. */
export type Answer<T> = { readonly value: T } | "back" | undefined;

/** Questions that belong together: each says which one it is, and has a button that leads to the one before. */
export interface Steps {
  pick<T>(place: StepPlace, choices: readonly Choice<T>[], placeholder: string): Promise<Answer<T>>;
  ask(place: StepPlace, question: Omit<Question, "title">): Promise<Answer<string>>;
}

export interface StepPlace {
  readonly title: string;
  /** From 1. */
  readonly step: number;
  readonly totalSteps: number;
}

/**
 * Asks one question after another, back and forth.
 *
 * @param questions each takes the answers so far and adds its own; one that has nothing to ask gives them back as they are
 * @returns all answers; `undefined` where the user gave up
 */
export async function walk<T>(
  begin: T,
  questions: readonly ((answers: T, step: number) => Promise<Answer<T>>)[],
): Promise<T | undefined> {
  const before: T[] = [begin];
  // Going back over a question that asked nothing goes on to the one before it.
  let isBack = false;
  for (let index = 0; index < questions.length; ) {
    const answers = before[index];
    const question = questions[index];
    if (answers === undefined || question === undefined) return undefined;
    const answer = await question(answers, index + 1);
    if (answer === undefined) return undefined;
    const isSkipped = answer !== "back" && answer.value === answers;
    if (answer === "back" || (isSkipped && isBack)) {
      isBack = true;
      if (index > 0) index--;
      continue;
    }
    isBack = false;
    before[++index] = answer.value;
  }
  return before[questions.length];
}
