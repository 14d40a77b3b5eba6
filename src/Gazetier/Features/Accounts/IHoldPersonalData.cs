namespace Gazetier.Features.Accounts;

/// <summary>
/// A feature that keeps something about readers (L-41). It says what, for the reader's export, and forgets it with the
/// account. All implementations in the program are found and asked; a scan of the database in the tests finds what no
/// feature answers for.
/// </summary>
public interface IHoldPersonalData
{
    /// <summary>Its lines of the data map.</summary>
    IReadOnlyList<HeldData> Map { get; }

    /// <summary>Everything that is kept about this person.</summary>
    Task<IReadOnlyList<PersonalTable>> ExportAsync(Person person, CancellationToken cancel);

    /// <summary>Erases it, or makes it nobody's; called inside the transaction that deletes the account.</summary>
    Task EraseAsync(Person person, CancellationToken cancel);
}

/// <summary>Whose data.</summary>
public sealed record Person(Guid AccountId, string Email);

/// <summary>One table of an export.</summary>
/// <param name="Name">French, small letters, a file's name: "sessions".</param>
/// <param name="Rows">Text, numbers, true and false, and times in UTC, in the order of the columns.</param>
public sealed record PersonalTable(string Name, IReadOnlyList<string> Columns, IReadOnlyList<object?[]> Rows);
