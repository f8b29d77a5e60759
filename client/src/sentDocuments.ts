import type { TextDocument } from "vscode";

/** What the language client calls for each document; a part of its middleware. */
interface SentMiddleware {
  didOpen(document: TextDocument, next: (document: TextDocument) => Promise<void>): Promise<void>;
  didClose(document: TextDocument, next: (document: TextDocument) => Promise<void>): Promise<void>;
}

interface Arrival {
  readonly promise: Promise<void>;
  readonly resolve: () => void;
}

/**
 * The documents that the server was told of. While it starts, the client tells it of them one after another, and a request
 * that was made before overtakes them: the server would know nothing of the file that somebody just opened.
 */
export class SentDocuments {
  readonly #arrivals = new Map<string, Arrival>();

  readonly middleware: SentMiddleware = {
    didOpen: async (document, next) => {
      await next(document);
      this.#arrivalOf(document.uri.toString()).resolve();
    },
    didClose: async (document, next) => {
      this.#arrivals.get(document.uri.toString())?.resolve();
      this.#arrivals.delete(document.uri.toString());
      await next(document);
    },
  };

  /** Resolves once the server was told of an open document, or will not be. */
  sent(uri: string): Promise<void> {
    return this.#arrivalOf(uri).promise;
  }

  /** The server is gone, and with it what it knew. */
  clear(): void {
    for (const { resolve } of this.#arrivals.values()) resolve();
    this.#arrivals.clear();
  }

  #arrivalOf(uri: string): Arrival {
    let arrival = this.#arrivals.get(uri);
    if (arrival === undefined) {
      let resolve = () => {};
      const promise = new Promise<void>((done) => {
        resolve = done;
      });
      arrival = { promise, resolve };
      this.#arrivals.set(uri, arrival);
    }
    return arrival;
  }
}
