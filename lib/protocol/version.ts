/** Raised when a client of the former version could no longer understand the server. 1: the first. */
export const PROTOCOL_VERSION = 1
