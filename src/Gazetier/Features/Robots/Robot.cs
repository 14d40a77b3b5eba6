using Gazetier.Features.Licensing;

namespace Gazetier.Features.Robots;

/// <summary>A program that says its name when it comes, whose it is, and how that can be checked.</summary>
/// <param name="Name">As the log calls it.</param>
/// <param name="Mark">What stands in the header <c>User-Agent</c>, in whatever case.</param>
/// <param name="Token">Its word in robots.txt.</param>
/// <param name="Comes">False where the name is a word for robots.txt only.</param>
/// <param name="Domains">The name of its address ends in one of them.</param>
/// <param name="Ranges">Name of a file of addresses in the data folder; empty: none is published.</param>
public sealed record Robot(string Name, string Mark, string Token, RobotClass Class, string Owner, bool Comes, IReadOnlyList<string> Domains, string Ranges)
{
    /// <summary>Signs of a name, at most.</summary>
    public const int MaxName = 60;
}
