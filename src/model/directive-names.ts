/** The names that are directives (`:::step`); everything else that looks like one stays text. */
export const DIRECTIVE_NAMES = ['step', 'expect', 'rollback', 'note', 'tip', 'caution', 'danger'] as const;
