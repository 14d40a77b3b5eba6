namespace Gazetier.Features.Accounts;

/// <summary>
/// One line of the data map (L-40), from which the charter (GDPR art. 13) and the register of processing (art. 30) are made: what is held
/// about people, where, why, by which right, how long, and what becomes of it with the account. A test fails where a column is about
/// somebody and its table stands in no line. All texts are French, the keys of their translations.
/// </summary>
/// <param name="What">The data, as the reader would call them.</param>
/// <param name="Basis">The legal basis (GDPR art. 6), with its text where a law obliges.</param>
/// <param name="Kept">How long; "{0}" stands for <paramref name="Number"/>.</param>
/// <param name="Tables">The classes whose rows hold it.</param>
public sealed record HeldData(string What, string Why, string Basis, string Kept, WithTheAccount Then, IReadOnlyList<Type> Tables, int Number = 0)
{
    /// <summary>What leads to this line of the charter: "reactions".</summary>
    public string? Anchor { get; init; }

    /// <summary>About those who make the newspaper: in the register, not in the readers' charter.</summary>
    public bool IsOfStaff { get; init; }
}

/// <summary>What becomes of data when their account is deleted.</summary>
public enum WithTheAccount
{
    Erased,

    /// <summary>What is left names nobody, and leads to nobody.</summary>
    Detached,

    /// <summary>A law asks for them, or they belong to somebody else.</summary>
    Kept,

    /// <summary>They belong to no account.</summary>
    OfNoAccount,
}
