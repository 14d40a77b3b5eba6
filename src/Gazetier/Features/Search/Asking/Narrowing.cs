namespace Gazetier.Features.Search.Asking;

/// <summary>Within what somebody looks: all of it must hold. Names are slugs of addresses, or what a hand wrote behind an operator. Pure.</summary>
public sealed record Narrowing
{
    /// <summary>Headings of one kind that are asked for together; those beyond are left out.</summary>
    public const int MostOfKind = 10;

    public static readonly Narrowing None = new();

    public FoundKind? Kind { get; init; }
    public string? Format { get; init; }
    public Openness? Access { get; init; }

    /// <summary>On the newspaper's clock, this day included.</summary>
    public DateOnly? From { get; init; }

    /// <summary>On the newspaper's clock, this day included.</summary>
    public DateOnly? To { get; init; }

    /// <summary>The headings that it names, each once, as they were written: what is found is filed under all of them.</summary>
    public IReadOnlyList<(HeadingKind Kind, string Written)> Headings { get; init; } = [];

    /// <summary>Two kinds or two forms are asked for, and nothing has both.</summary>
    public bool IsImpossible { get; init; }

    /// <summary>With one heading more; the same where it is there, or as many of its kind as may be.</summary>
    public Narrowing With(HeadingKind kind, string written) =>
        written.Length == 0 || Headings.Contains((kind, written)) || Headings.Count(one => one.Kind == kind) >= MostOfKind ? this : this with { Headings = [.. Headings, (kind, written)] };

    public Narrowing Without(HeadingKind kind, string written) => this with { Headings = [.. Headings.Where(one => one != (kind, written))] };

    /// <summary>Both must hold: a span of time is what both have in common.</summary>
    public Narrowing And(Narrowing other) => other.Headings.Aggregate(this, (all, one) => all.With(one.Kind, one.Written)) with
    {
        Kind = Kind ?? other.Kind,
        Format = Format ?? other.Format,
        Access = Access == Openness.ForAll || other.Access == Openness.ForAll ? Openness.ForAll : Access ?? other.Access,
        From = From > other.From ? From : other.From ?? From,
        To = To < other.To ? To : other.To ?? To,
        IsImpossible = IsImpossible || other.IsImpossible || (Kind is { } kind && other.Kind is { } another && kind != another)
            || (Format is { } format && other.Format is { } form && (FormatSlugs.FormatOf(format) ?? format) != (FormatSlugs.FormatOf(form) ?? form)),
    };

    public bool Equals(Narrowing? other) =>
        other is not null && (Kind, Format, Access, From, To, IsImpossible) == (other.Kind, other.Format, other.Access, other.From, other.To, other.IsImpossible)
        && Headings.SequenceEqual(other.Headings);

    public override int GetHashCode() => HashCode.Combine(Kind, Format, Access, From, To, Headings.Count);
}
