/** Words at a marked cut that are searched for the next piece before the votes are asked. */
export const CUT_WINDOW = 3_000;
/** Words of the source that a bracket may stand for. */
export const BRACKET_WINDOW = 30;
