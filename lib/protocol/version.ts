/**
 * Raised when a client of the former version could no longer understand the server. 1: the first. 2: lines have a colour and say
 * what they are about; a client of version 1 knows no such fields and would show no lines at all. 3: a note may lie there without
 * a name; a client of version 2 would leave it out. 4: the view tells of the programme, checks and who is at the door, and input may be
 * held; a page of version 3 would go on as if it were not. 5: a vote may be by five steps, or anonymous; a page of version 4 would put
 * another question than was asked. 6: the view tells what partners mean to do and what was withdrawn, and signatures are of another
 * format; a page of version 5 could not sign. 7: the view tells what partners answered to the sections of the statement, and of its
 * comments and versions; the statement's text holds tables and proposed changes, which a page of version 6 would not show. 8: a session
 * may have been brought back to be read; a page of version 7 would offer to write. 9: several people may sign for one partner, and signatures
 * are of another format; a page of version 8 could not sign.
 */
export const PROTOCOL_VERSION = 9
