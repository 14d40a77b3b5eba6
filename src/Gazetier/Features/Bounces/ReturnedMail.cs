namespace Gazetier.Features.Bounces;

/// <summary>A message of the bounce mailbox, read.</summary>
/// <param name="Bounces">One for each recipient that it tells of; empty for what is no bounce.</param>
/// <param name="Addresses">Whom it was sent to, and who sent what it returns: one of them may name the delivery (VERP).</param>
public sealed record ReturnedMail(IReadOnlyList<Bounce> Bounces, IReadOnlyList<string> Addresses)
{
    public static readonly ReturnedMail Nothing = new([], []);
}
