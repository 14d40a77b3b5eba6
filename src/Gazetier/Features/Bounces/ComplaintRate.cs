using Gazetier.Features.Deliveries;

namespace Gazetier.Features.Bounces;

/// <summary>Complaints among mails sent (E-05): one in a thousand is a warning, three in a thousand stop the list.</summary>
/// <param name="Sent">Mails of the last <see cref="Looked"/>.</param>
public readonly record struct ComplaintRate(int Complaints, int Sent)
{
    /// <summary>What is looked at.</summary>
    public static readonly TimeSpan Looked = TimeSpan.FromDays(30);

    private const double Warns = 0.001;
    private const double Stops = 0.003;

    /// <summary>Of a small list one reader must not stop the mail of all: so many have to complain.</summary>
    private const int LeastToStop = 3;

    public double Share => Sent == 0 ? 0 : (double)Complaints / Sent;

    /// <summary>Null: nothing follows.</summary>
    public AlertKind? Kind =>
        Complaints >= LeastToStop && Complaints >= Sent * Stops ? AlertKind.ListStopped
        : Complaints > 0 && Complaints >= Sent * Warns ? AlertKind.ListWarned
        : null;
}
