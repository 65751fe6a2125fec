/** The page a report is about, and when it was made. */
export interface Exported {
  readonly url: string;
  readonly at: Date;
}
