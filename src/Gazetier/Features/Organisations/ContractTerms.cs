using Gazetier.Features.Products;

namespace Gazetier.Features.Organisations;

/// <summary>What the desk writes into a contract.</summary>
/// <param name="Origin">Where it comes from, in words: "Bon de commande 2026-114".</param>
/// <param name="From">UTC, inclusive.</param>
/// <param name="Until">UTC, exclusive.</param>
/// <param name="Seats">Null: as many as come.</param>
/// <param name="MostSessions">As <see cref="Licence.MostSessions"/>.</param>
public sealed record ContractTerms(string Origin, ProductSet Products, DateTime From, DateTime Until, int? Seats, int? MostSessions = null, bool MayRedistribute = false);

/// <summary>Why a contract is not changed.</summary>
public enum ContractRefusal
{
    /// <summary>It is no contract of this organisation.</summary>
    Unknown,

    /// <summary>More people sit in it, or are invited, than it would have seats.</summary>
    MoreTaken,

    /// <summary>Somebody else changed it since the form was opened.</summary>
    Changed,
}
