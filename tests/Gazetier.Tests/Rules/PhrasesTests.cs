using System.Text.Json;
using Gazetier.Locales;
using Gazetier.Web;
using Shouldly;

namespace Gazetier.Tests.Rules;

/// <summary>Each French sentence of the screens and mails has its English, and each English its French (docs/decisions/0007).</summary>
public class PhrasesTests
{
    private static readonly IReadOnlyList<SourceFile> Sources = SourceFile.OfProgram("cs", "cshtml", "razor");
    private static readonly IReadOnlyList<Phrase> Said = [.. Sources.SelectMany(Phrase.Of)];
    private static readonly IReadOnlyList<(string File, string French, string English)> Translated = [.. Translations()];

    [Fact]
    public void Each_phrase_has_an_english()
    {
        Said.Count.ShouldBeGreaterThan(30);
        var english = Translated.Select(t => t.French).ToHashSet(StringComparer.Ordinal);
        Said.Where(phrase => !english.Contains(phrase.French))
            .Select(phrase => $"{phrase.Where}: Locales/en*.json has no English for “{phrase.French}”")
            .Distinct(StringComparer.Ordinal)
            .ShouldBeEmpty();
    }

    [Fact]
    public void The_program_carries_the_english_of_every_file()
    {
        var english = new Phrases(Language.English);
        Translated.Where(t => english[t.French] != t.English).Select(t => $"{t.File}: “{t.French}” is not embedded in the program").ShouldBeEmpty();
    }

    [Fact]
    public void No_english_is_left_over()
    {
        // A sentence may also be chosen before it is said: any literal of the sources counts.
        var literals = Sources.SelectMany(file => Phrase.Literals(file.Text)).Concat(Said.Select(phrase => phrase.French)).ToHashSet(StringComparer.Ordinal);
        Translated.Where(t => !literals.Contains(t.French))
            .Select(t => $"{t.File}: nothing says “{t.French}” any more")
            .ShouldBeEmpty();
    }

    [Fact]
    public void Both_languages_leave_room_for_the_same() =>
        Translated.Where(t => !Phrase.Placeholders(t.French).SequenceEqual(Phrase.Placeholders(t.English), StringComparer.Ordinal))
            .Select(t => $"{t.File}: “{t.French}” and “{t.English}” have other placeholders")
            .ShouldBeEmpty();

    [Fact]
    public void A_sentence_is_translated_once() =>
        Translated.GroupBy(t => t.French, StringComparer.Ordinal).Where(same => same.Count() > 1)
            .Select(same => $"“{same.Key}” is translated {same.Count()} times, in {string.Join(", ", same.Select(t => t.File).Distinct(StringComparer.Ordinal))}")
            .ShouldBeEmpty();

    [Fact]
    public void The_apostrophe_is_typographic() =>
        Said.Where(phrase => phrase.French.Contains('\'', StringComparison.Ordinal))
            .Select(phrase => $"{phrase.Where}: “{phrase.French}” wants ’")
            .ShouldBeEmpty();

    [Fact]
    public void Phrases_are_read_off_sources()
    {
        var file = new SourceFile("x.cshtml", "<p title=\"@T[\"S’abonner à {0}\", Names(a, \"b\")]\">@T.Plural(n[0], \"{0} mot\", \"{0} mots\") @T[is ? \"oui\" : \"n\\u00a0on\"]</p>");

        Phrase.Of(file).Select(phrase => phrase.French).ShouldBe(["S’abonner à {0}", "{0} mot", "{0} mots", "oui", "n\u00a0on"]);
        Phrase.Placeholders("{1:N0} sur {0}").ShouldBe(["0", "1"]);
    }

    private static IEnumerable<(string File, string French, string English)> Translations()
    {
        foreach (var path in Directory.EnumerateFiles(Path.Combine(Paths.Sources, "Locales"), "en*.json"))
        {
            using var json = JsonDocument.Parse(File.ReadAllText(path));
            foreach (var sentence in json.RootElement.EnumerateObject())
            {
                yield return ("Locales/" + Path.GetFileName(path), sentence.Name, sentence.Value.GetString()!);
            }
        }
    }
}
