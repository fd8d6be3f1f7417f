/** Rows of the audit in one file: about 30 MB. More than that is asked for by dates. */
export const mostExported = 50_000;
