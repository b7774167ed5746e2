/**
 * Raised when a client of the former version could no longer understand the server. 1: the first. 2: lines have a colour and say
 * what they are about; a client of version 1 knows no such fields and would show no lines at all. 3: a note may lie there without
 * a name; a client of version 2 would leave it out.
 */
export const PROTOCOL_VERSION = 3
