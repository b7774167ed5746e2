/** The pages of a session that its header leads to. */
export type PageName = 'board' | 'statement' | 'facilitate'
