/**
 * Raised when a client of the former version could no longer understand the server. 1: the first. 2: lines have a colour and say
 * what they are about; a client of version 1 knows no such fields and would show no lines at all.
 */
export const PROTOCOL_VERSION = 2
