import { createTransport } from "nodemailer";
import type { Connect } from "./transport.ts";

/** The way to real servers. Apart from the rest, so that tests of the rest load no nodemailer. */
export const connect: Connect = (options) => createTransport(options);
