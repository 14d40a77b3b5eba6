using CsCheck;
using Gazetier.Features.Search;
using Gazetier.Features.Search.Asking;
using Shouldly;

namespace Gazetier.Tests.Features.Search;

/// <summary>What is typed, and how it is understood.</summary>
public class QuestionTests
{
    private static readonly string[] Pieces = ["eau", "\"", "-", ":", "titre:", "auteur:", "OU", "«", "(", "*", "avant:9999-99", "\u202E"];

    [Theory]
    [InlineData("eau potable", "eau potabl", "")]
    [InlineData("l'eau", "eau", "")]
    [InlineData("L. 2121-29 CGCT", "l2121_29 cgct", "")]
    [InlineData("n° 467 890", "467890", "")]
    [InlineData("loi 2016-1321", "loi 2016_1321", "")]
    [InlineData("\"service public\" eau", "\"servic public\" eau", "")]
    [InlineData("« service public »", "\"servic public\"", "")]
    [InlineData("eau -prix -\"eau de pluie\"", "eau", "pri \"eau plu\"")]
    [InlineData("régie OU concession", "reg|concesion", "")]
    [InlineData("titre:budget", "titre:budget", "")]
    [InlineData("\"jamais fermé", "\"jamai ferm\"", "")]
    [InlineData("OU OU OU", "", "")]
    [InlineData("de la le", "", "")]
    [InlineData("- -- \"\" titre:", "", "")]
    public void Words_phrases_and_signs_are_read(string written, string wanted, string unwanted)
    {
        var question = ReadQuestion.Of(written, Synonyms.None);
        string.Join(' ', question.Wanted).ShouldBe(wanted);
        string.Join(' ', question.Unwanted).ShouldBe(unwanted);
    }

    [Fact]
    public void Operators_narrow_and_are_no_words()
    {
        var question = ReadQuestion.Of("budget auteur:\"Claire Fontaine\" theme:eau rubrique : france avant:2026 apres:2025-03 genre:entretien lieu:nord", Synonyms.None);
        question.Wanted.Count.ShouldBe(1);
        question.Narrowing.ShouldBe(new Narrowing
        {
            Headings = [(HeadingKind.Author, "Claire Fontaine"), (HeadingKind.Theme, "eau"), (HeadingKind.Section, "france"), (HeadingKind.Place, "nord")],
            To = new DateOnly(2025, 12, 31),
            From = new DateOnly(2025, 4, 1),
            Format = "entretien",
        });
        ReadQuestion.Of("depuis:2025-03", Synonyms.None).Narrowing.From.ShouldBe(new DateOnly(2025, 3, 1));
        ReadQuestion.Of("genre:annonces", Synonyms.None).Narrowing.Kind.ShouldBe(FoundKind.Announcement);
        ReadQuestion.Of("avant:hier", Synonyms.None).Narrowing.ShouldBe(Narrowing.None);
    }

    [Fact]
    public void What_is_typed_and_what_is_chosen_hold_together()
    {
        var chosen = new Narrowing { From = new DateOnly(2024, 6, 1), To = new DateOnly(2026, 6, 30), Format = "News", Headings = [(HeadingKind.Author, "yann-morel"), (HeadingKind.Theme, "eau")] };
        var both = ReadQuestion.Of("depuis:2025 avant:2028 apres:2023 auteur:vasseur theme:eau genre:actualités", Synonyms.None, chosen).Narrowing;
        both.ShouldBe(new Narrowing
        {
            From = new DateOnly(2025, 1, 1),
            To = new DateOnly(2026, 6, 30),
            Format = "News",
            Headings = [(HeadingKind.Author, "yann-morel"), (HeadingKind.Theme, "eau"), (HeadingKind.Author, "vasseur")],
        });
        ReadQuestion.Of("genre:entretien", Synonyms.None, chosen).Narrowing.IsImpossible.ShouldBeTrue();
        var many = string.Join('&', Enumerable.Range(0, 40).Select(n => $"theme=t{n}")) + "&auteur=a&auteur=b&auteur=a";
        var read = QuestionAddress.Read("?" + many, Synonyms.None).Narrowing;
        read.Headings.Count(one => one.Kind == HeadingKind.Theme).ShouldBe(Narrowing.MostOfKind);
        read.Headings.Where(one => one.Kind == HeadingKind.Author).Select(one => one.Written).ShouldBe(["a", "b"]);
        QuestionAddress.Read(QuestionAddress.Of("", read), Synonyms.None).Narrowing.ShouldBe(read);
    }

    [Fact]
    public void The_longest_wording_of_a_synonym_is_one_thing_with_the_others_beside_it()
    {
        var synonyms = new Synonyms(["EPCI = intercommunalité = établissement public de coopération intercommunale", "seul", " = "]);
        ReadQuestion.Of("budget EPCI", synonyms).Wanted[1].ToString().ShouldBe("epci|intercomunalit|etabli public cop intercomunal");
        ReadQuestion.Of("un établissement public de coopération intercommunale", synonyms).Wanted.ShouldHaveSingleItem().Alternatives.Count.ShouldBe(3);
        ReadQuestion.Of("seul", synonyms).Wanted[0].Alternatives.ShouldHaveSingleItem();
    }

    [Fact]
    public void Whatever_is_typed_is_read_as_something_and_as_the_same_again()
    {
        Gen.OneOf(Gen.String, Gen.Int[0, Pieces.Length - 1].Select(at => Pieces[at]).Array[0, 60].Select(parts => string.Join(' ', parts)))
            .Sample(written =>
            {
                var question = ReadQuestion.Of(written, Synonyms.None);
                (question.Wanted.Count + question.Unwanted.Count).ShouldBeLessThanOrEqualTo(Question.MaxParts);
                question.Written.Length.ShouldBeLessThanOrEqualTo(Question.MaxLength);
                var again = QuestionAddress.Read(QuestionAddress.Of(question.Written, question.Narrowing), Synonyms.None);
                string.Join(' ', again.Wanted).ShouldBe(string.Join(' ', question.Wanted));
            });
    }
}
