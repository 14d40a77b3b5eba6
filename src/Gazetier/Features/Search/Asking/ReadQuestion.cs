using System.Globalization;
using Gazetier.Text;

namespace Gazetier.Features.Search.Asking;

/// <summary>
/// Reads what somebody typed: words, phrases between quotation marks, <c>-mot</c>, <c>OU</c>, and for who knows them operators
/// (<c>titre:</c>, <c>auteur:</c>, <c>theme:</c>, <c>rubrique:</c>, <c>dossier:</c>, <c>lieu:</c>, <c>genre:</c>, <c>avant:</c>, <c>apres:</c>, <c>depuis:</c>). Whatever is typed
/// is read as something: there is no wrong question. Pure.
/// </summary>
public sealed class ReadQuestion
{
    private readonly Synonyms _synonyms;
    private readonly List<Part> _wanted = [];
    private readonly List<Part> _unwanted = [];
    private readonly List<string> _run = [];
    private Narrowing _narrowing = Narrowing.None;
    private bool _joins;
    private bool _isCut;

    private ReadQuestion(Synonyms synonyms) => _synonyms = synonyms;

    /// <param name="narrowing">What was chosen besides: it and the operators in the text must hold together.</param>
    public static Question Of(string? written, Synonyms synonyms, Narrowing? narrowing = null)
    {
        var line = Printable.Line(written is { Length: > 4 * Question.MaxLength } ? written[..(4 * Question.MaxLength)] : written ?? "");
        var isCut = line.Length > Question.MaxLength;
        line = isCut ? Plain.Shorten(line, Question.MaxLength).TrimEnd('…') : line;
        var reading = new ReadQuestion(synonyms);
        foreach (var token in QuestionTokens.Of(line))
        {
            reading.Take(token);
        }

        reading.EndRun();
        return new Question
        {
            Written = line,
            Wanted = reading._wanted,
            Unwanted = reading._unwanted,
            Narrowing = (narrowing ?? Narrowing.None).And(reading._narrowing),
            IsCut = isCut || reading._isCut,
        };
    }

    private void Take(QuestionToken token)
    {
        if (token is { Operator: null, IsPhrase: false, IsUnwanted: false, Text: "OU" or "OR" })
        {
            EndRun();
            _joins = _wanted.Count > 0;
        }
        else if (token is { Operator: null, IsPhrase: false, IsUnwanted: false })
        {
            _run.Add(token.Text);
        }
        else if (token.Operator is { } name && name != "titre" && !token.IsUnwanted)
        {
            Narrow(name, token.Text);
        }
        else
        {
            EndRun();
            Add(token);
        }
    }

    private void Add(QuestionToken token)
    {
        var terms = FrenchTerms.Of(token.Text);
        if (terms.Count > 0)
        {
            var part = new Part([terms], InTitle: token.Operator == "titre", IsExact: token.IsPhrase);
            Keep(token.IsUnwanted ? _unwanted : _wanted, part);
        }
    }

    /// <summary>Words that stand beside each other: read together, for a reference to the law is several of them.</summary>
    private void EndRun()
    {
        var terms = _run.Count == 0 ? [] : FrenchTerms.Of(string.Join(' ', _run));
        _run.Clear();
        for (var at = 0; at < terms.Count;)
        {
            var (length, alternatives) = _synonyms.At(terms, at);
            Keep(_wanted, new Part(alternatives));
            at += length;
        }
    }

    private void Keep(List<Part> parts, Part part)
    {
        if (_joins && ReferenceEquals(parts, _wanted))
        {
            var before = parts[^1];
            parts[^1] = before with { Alternatives = [.. before.Alternatives, .. part.Alternatives] };
        }
        else if (_wanted.Count + _unwanted.Count < Question.MaxParts)
        {
            parts.Add(part);
        }
        else
        {
            _isCut = true;
        }

        _joins = false;
    }

    private void Narrow(string name, string text) => _narrowing = name switch
    {
        "auteur" => _narrowing.With(HeadingKind.Author, text),
        "theme" => _narrowing.With(HeadingKind.Theme, text),
        "rubrique" => _narrowing.With(HeadingKind.Section, text),
        "dossier" => _narrowing.With(HeadingKind.Dossier, text),
        "lieu" => _narrowing.With(HeadingKind.Place, text),
        "genre" => _narrowing.And(KindSlugs.KindOf(text) is { } kind ? new Narrowing { Kind = kind } : new Narrowing { Format = text }),
        "avant" => _narrowing.And(new Narrowing { To = ReadDay(text)?.First.AddDays(-1) }),
        "depuis" => _narrowing.And(new Narrowing { From = ReadDay(text)?.First }),
        _ => _narrowing.And(new Narrowing { From = ReadDay(text)?.Last.AddDays(1) }),
    };

    /// <summary>"2024", "2024-03", "2024-03-12", "12/03/2024", "03/2024": its first day and its last.</summary>
    public static (DateOnly First, DateOnly Last)? ReadDay(string text)
    {
        if (DateOnly.TryParseExact(text, ["yyyy-MM-dd", "dd/MM/yyyy", "d/M/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return IsSome(day) ? (day, day) : null;
        }

        if (DateOnly.TryParseExact(text, ["yyyy-MM", "MM/yyyy", "M/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
        {
            return IsSome(month) ? (month, month.AddMonths(1).AddDays(-1)) : null;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 1000 and < 9000
            ? (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31))
            : null;
    }

    private static bool IsSome(DateOnly day) => day.Year is > 1000 and < 9000;
}
