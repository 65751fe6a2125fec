import type { CountryPreset } from '../core/sites/index.ts';

/** The presets with their countries' names in the reader's language, in its order. `lang` is a BCP 47 tag. */
export function countriesByName(
  presets: readonly CountryPreset[],
  lang: string,
): { readonly preset: CountryPreset; readonly name: string }[] {
  const names = new Intl.DisplayNames([lang, 'en'], { type: 'region' });
  const order = new Intl.Collator([lang, 'en']);
  return presets
    .map((preset) => ({ preset, name: names.of(preset.country) ?? preset.country }))
    .sort((a, b) => order.compare(a.name, b.name));
}

/** The country the reader's languages point to, most wanted first; the first preset where none does. */
export function likelyCountry(presets: readonly CountryPreset[], languages: readonly string[]): CountryPreset {
  for (const language of languages) {
    const region = regionOf(language);
    const preset = presets.find(({ country }) => country === region);
    if (preset !== undefined) return preset;
  }
  return presets[0];
}

function regionOf(language: string): string | undefined {
  try {
    return new Intl.Locale(language).maximize().region;
  } catch {
    return undefined;
  }
}
