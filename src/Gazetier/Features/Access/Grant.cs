using Gazetier.Features.Products;

namespace Gazetier.Features.Access;

/// <summary>One right to read that a reader holds, wherever it comes from: one more source is not one more path .</summary>
/// <param name="From">UTC, inclusive.</param>
/// <param name="Until">UTC, exclusive.</param>
/// <param name="Label">Where it comes from, in words for the desk: "Formule Individuelle", "Ville de Lille, place 12 sur 40".</param>
/// <param name="Products">What it opens: every article that asks for one of these.</param>
/// <param name="Article">Instead: the one article that it opens, whatever that asks for. 0: none.</param>
/// <param name="MayRedistribute">An organisation's: what it opens may be passed on within it .</param>
public readonly record struct Grant(GrantSource Source, DateTime From, DateTime Until, string Label, ProductSet Products, long Article = 0, bool MayRedistribute = false)
{
    public bool IsActive(DateTime now) => From <= now && now < Until;

    /// <summary>Whether it is a right to what is asked for, active or not.</summary>
    public bool Covers(in Asked asked) => Products.Overlaps(asked.AnyOf) || (Article != 0 && Article == asked.Article);
}

/// <summary>What gives a right, the best first: of several that open, a reader is told the first.</summary>
public enum GrantSource
{
    /// <summary>The reader's own, paid or offered.</summary>
    Subscription,

    /// <summary>In the subscription of an organisation.</summary>
    Seat,

    /// <summary>The reader asks from an address of an organisation that subscribes .</summary>
    Address,

    /// <summary>For a time, to get to know it .</summary>
    Trial,

    /// <summary>A subscriber gave this article .</summary>
    Gift,

    /// <summary>One of the articles that are free each month .</summary>
    Meter,
}
