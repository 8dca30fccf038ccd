import { channel } from "node:diagnostics_channel";

/** Told once, when this process was asked to end: what never ends by itself ends then. The web server and the framework's bundles share it. */
export const LEAVING = channel("framewright:leaving");
