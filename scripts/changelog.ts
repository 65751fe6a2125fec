/** What keeps a version from being released with this changelog, or null: its section missing, empty, or not the newest. */
export function changelogProblem(changelog: string, version: string): string | null {
  const sections = [...changelog.matchAll(/^## (\S+)[^\n]*\n([\s\S]*?)(?=^## |$(?![\s\S]))/gmu)];
  const index = sections.findIndex(([, name]) => name === version);
  if (index < 0) return `there is no section "## ${version}"`;
  if (index > 0) return `"## ${sections[0][1]}" stands above it`;
  return /^- \S/mu.test(sections[0][2]) ? null : `the section "## ${version}" is empty`;
}
