using Gazetier.Data;
using Gazetier.Features.Keywords;
using Gazetier.Features.Places;
using Gazetier.Locales;
using Gazetier.Text;

namespace Gazetier.Features.Follows;

/// <summary>Reads what a reader ticked and wrote in the form of Ma Gazette.</summary>
public class ReadFollows(GazetierDb db, MatchKeywords keywords, OpenPlaces places, Phrases t)
{
    /// <summary>Words and phrases that one reader may follow: each is looked for in every article.</summary>
    public const int MostKeywords = 100;

    /// <summary>The field of the form that says how something is followed.</summary>
    public static string RhythmField(FollowKind kind, string slug) => $"rythme:{Followable.NameOf(kind)}:{slug}";

    /// <summary>What the form asks for; nothing is written. What cannot be understood is said.</summary>
    /// <param name="before">What the reader follows now.</param>
    public async Task<ReadProfile> RunAsync(IFormCollection form, IReadOnlyCollection<Followed> before, CancellationToken cancel)
    {
        var read = new ReadProfile([], [], [], []);
        foreach (var (kind, field) in new[] { (FollowKind.Theme, "Themes"), (FollowKind.Section, "Sections"), (FollowKind.Dossier, "Dossiers"), (FollowKind.Author, "Authors"), (FollowKind.Place, "Places"), (FollowKind.LegalText, "LegalTexts") })
        {
            foreach (var named in await db.FindAsync(kind, [.. form[field].OfType<string>()], cancel))
            {
                read.Follows.Add(new Followed(new Subject(kind, named.Id), RhythmOf(form, kind, named.Slug)));
            }
        }

        var kept = form["Keywords"].ToHashSet(StringComparer.Ordinal);
        read.Follows.AddRange(before
            .Where(f => f.Subject.Kind == FollowKind.Keyword && kept.Contains(f.Subject.Id.ToString("N")))
            .Select(f => f with { Rhythm = RhythmOf(form, FollowKind.Keyword, f.Subject.Id.ToString("N")) }));
        AddPlaces(form, read);
        AddKeywords(form, read);
        return read;
    }

    /// <summary>All that it asks for, with the places and words that nobody had used before.</summary>
    public async Task<IReadOnlyList<Followed>> OpenAsync(ReadProfile read, CancellationToken cancel)
    {
        List<Followed> all = [.. read.Follows];
        await places.RunAsync([.. read.NewPlaces.Select(place => place.Id)], cancel);
        all.AddRange(read.NewPlaces.Select(place => new Followed(new Subject(FollowKind.Place, place.Id), place.Rhythm)));
        foreach (var (written, rhythm) in read.NewKeywords)
        {
            if (await keywords.OpenAsync(written, cancel) is { } keyword)
            {
                all.Add(new Followed(new Subject(FollowKind.Keyword, keyword.Id), rhythm, written));
            }
        }

        return all;
    }

    private static FollowRhythm RhythmOf(IFormCollection form, FollowKind kind, string slug) => Rhythm(form[RhythmField(kind, slug)]);

    private static FollowRhythm Rhythm(string? written) =>
        Enum.TryParse<FollowRhythm>(written, out var rhythm) && Enum.IsDefined(rhythm) ? rhythm : FollowRhythm.EachMorning;

    private static IEnumerable<string> Written(IFormCollection form) =>
        form["NewKeywords"].ToString().Split(['\n', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Take(MostKeywords);

    private void AddPlaces(IFormCollection form, ReadProfile read)
    {
        foreach (var (name, meant) in WrittenPlaces.Read(form["NewPlaces"]))
        {
            if (WrittenPlaces.Fault(name, meant, t) is { } fault)
            {
                read.Problems.Add(new Problem("NewPlaces", fault));
            }
            else
            {
                read.NewPlaces.Add((meant[0].Id, Rhythm(form["NewPlacesRhythm"])));
            }
        }
    }

    private void AddKeywords(IFormCollection form, ReadProfile read)
    {
        var left = MostKeywords - read.Follows.Count(f => f.Subject.Kind == FollowKind.Keyword);
        foreach (var written in Written(form))
        {
            if (read.NewKeywords.Count >= left)
            {
                read.Problems.Add(new Problem("NewKeywords", t["Vous pouvez suivre {0} mots et expressions au plus.", MostKeywords]));
                return;
            }

            if (Keyword.Read(written) is not null)
            {
                read.NewKeywords.Add((Printable.Line(written), Rhythm(form["NewKeywordsRhythm"])));
            }
            else
            {
                read.Problems.Add(new Problem("NewKeywords", t["« {0} » ne peut pas être suivi : écrivez un mot ou une expression de huit mots au plus, qui ne soit pas fait seulement de petits mots.", Shown(written)]));
            }
        }
    }

    private static string Shown(string written) => Plain.Shorten(Printable.Line(written) is { Length: > 0 } line ? line : "…", Keyword.MaxLength);
}

/// <summary>What the form asked for, and what of it could not be understood.</summary>
/// <param name="Follows">What was ticked.</param>
/// <param name="NewPlaces">What was written.</param>
/// <param name="NewKeywords">What was written, as a line.</param>
public sealed record ReadProfile(List<Followed> Follows, List<(Guid Id, FollowRhythm Rhythm)> NewPlaces, List<(string Written, FollowRhythm Rhythm)> NewKeywords, List<Problem> Problems);

/// <summary>A sentence about a field, in the reader's language.</summary>
public sealed record Problem(string Field, string Text);
