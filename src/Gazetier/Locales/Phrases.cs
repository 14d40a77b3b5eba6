using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using Gazetier.Text;
using Gazetier.Web;

namespace Gazetier.Locales;

/// <summary>
/// Sentences of the screens and mails. The French sentence is the key, in place; <c>Locales/en*.json</c> translate it,
/// and a test finds what is missing (docs/decisions/0007).
/// </summary>
public class Phrases(Language language)
{
    private static readonly FrozenDictionary<string, string> English = Load();
    private static readonly ConcurrentDictionary<string, string> FrenchTypeset = new(StringComparer.Ordinal);
    private static readonly CultureInfo FrenchCulture = CultureInfo.GetCultureInfo("fr-FR");
    private static readonly CultureInfo EnglishCulture = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>What is kept as a proof is written in the newspaper's own language.</summary>
    public static Phrases OfPaper { get; } = new(Language.French);

    public Language Language { get; } = language;

    public CultureInfo Culture => Language == Language.English ? EnglishCulture : FrenchCulture;

    /// <summary>The newspaper is written in French: what it says is marked so on an English page; null where the page says it (WCAG 3.1.2).</summary>
    public string? LanguageOfPaper => Language == Language.French ? null : "fr";

    /// <summary>For what the screen says inside what the newspaper says; null where they are one language.</summary>
    public string? LanguageOfScreen => Language == Language.French ? null : Language.Code();

    /// <summary>The sentence, its placeholders filled with <paramref name="values"/> as the language writes them.</summary>
    public string this[string french, params object?[] values]
    {
        get
        {
            var sentence = Language == Language.English && English.TryGetValue(french, out var english) ? english : Typeset(french);
            return values.Length == 0 ? sentence : string.Format(Culture, sentence, values);
        }
    }

    /// <summary>The one or the many; <c>{0}</c> is the number. In French 0 and 1 are singular, in English only 1 is.</summary>
    public string Plural(long number, string one, string many)
    {
        var isOne = Language == Language.English ? number == 1 : number < 2;
        return this[isOne ? one : many, number];
    }

    /// <summary>The spaces before punctuation, as in the articles; each sentence is typeset once.</summary>
    private static string Typeset(string french)
    {
        if (FrenchTypeset.TryGetValue(french, out var done))
        {
            return done;
        }

        var typeset = French.TypesetText(french);
        // A sentence that was not written in the code must not fill the memory.
        if (FrenchTypeset.Count < 5_000)
        {
            FrenchTypeset[french] = typeset;
        }

        return typeset;
    }

    private static FrozenDictionary<string, string> Load()
    {
        var program = typeof(Phrases).Assembly;
        return program.GetManifestResourceNames()
            .Where(name => name.StartsWith("Gazetier.Locales.en", StringComparison.Ordinal))
            .SelectMany(name =>
            {
                using var file = program.GetManifestResourceStream(name)!;
                return JsonSerializer.Deserialize<Dictionary<string, string>>(file)!;
            })
            .DistinctBy(sentence => sentence.Key)
            .ToFrozenDictionary(StringComparer.Ordinal);
    }
}
