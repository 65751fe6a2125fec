/** A style sheet imported from TypeScript comes as its text. */
declare module '*.css' {
  const text: string;
  export default text;
}
