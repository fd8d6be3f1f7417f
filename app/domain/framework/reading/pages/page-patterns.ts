/** The fixed phrases of a role page, as patterns over one cleaned line. */
export const pagePatterns = {
  findOut: /^find out (?:more about )?what (?:an? |the )?.+ (?:in government )?does\b/i,
  whatRoleDoes: /^what (?:an? |the )?(.+) does(?: in government)?:?$/i,
  roleLevelsHead: /^(.+?) role levels?:?$/i,
  howMany: /^there (?:are|is) (?:only )?(\d{1,2}|one|two|three|four|five|six|seven|eight) (.+?) role levels?\b(?:, from (.+?) to (.+?)\.?$)?/i,
  published: /^(?:first )?published\b/i,
  updated: /\b(?:last )?updated\b/i,
  /** "2. Senior auditor", "2) Senior auditor", "Role level 2: Senior auditor". */
  numbered: /^(?:role level )?(\d{1,2}) ?[.):] ?(?=\p{L})(.+)$/iu,
  level: /^(?:relevant )?(?:skill )?level ?[:–—-] ?(.*)$/i,
  ascending: /^(\p{L}+) is the (?:\p{L}+) (?:and (?:highest|last|lowest) )?of (?:\d+|\p{L}+) ascending skill levels\.?$/iu,
  youCan: /^you (?:can|will be able to|should be able to)\b/i,
  responsibilities: /^(?:at this role level|in this role|as an? .+),? you(?: will|'ll|’ll|)\b.*:$/i,
  grades: /\b(?:civil service (?:job )?grades?|job grades?|grades? of)\b/i,
  skillsTable: /^(?:skill description|skills?|skills? (?:needed|required|you need)\b.*|description)$/i,
  shared: /^(?:role )?shared skills:?$|^roles? (?:that|which) (?:share|use|need) .*skills?.*$|^(?:other )?roles (?:with|sharing) .*skills.*$/i,
  ending:
    /^(?:(?:page |all )?updates|change (?:notes?|log|history)|related (?:roles|content|links|guidance|information)|is this page useful.*|was this page (?:useful|helpful).*|help us improve .*|report a problem.*|(?:give |send )?feedback.*|contact(?: us| the .*)?|support links|back to top|cookies|accessibility(?: statement)?|privacy(?: notice| policy)?|all content is available under .*|©.*|(?:©|\(c\)) ?crown copyright.*|crown copyright.*|built by .*|print this page.*|explore the topic.*|published by.*)$/i,
} as const;
