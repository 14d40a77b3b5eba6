using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Redirects;

/// <summary>Takes redirects in, one or a file of them: each line is judged, the good ones are kept, the others are reported.</summary>
public class KeepRedirects(GazetierDb db, LivingPages pages, PublicAddress address, TimeProvider clock)
{
    public Task<RedirectReport> RunAsync(IReadOnlyList<RedirectLine> lines, SignedIn staff, CancellationToken cancel) => db.InTransactionAsync(
        async token =>
        {
            var targets = await db.Redirects.ToDictionaryAsync(r => r.Path, StringComparer.Ordinal, token);
            var living = await pages.AmongAsync([.. lines.SelectMany(line => new[] { line.OldPath(), line.Target(address.Root) }).OfType<string>()], token);
            var report = new RedirectReport();
            foreach (var line in lines)
            {
                Keep(line, targets, living, report);
            }

            if (report.Added + report.Replaced > 0)
            {
                db.Record(clock.GetUtcNow().UtcDateTime, staff, "redirects.kept", null, lines.Count == 1 ? $"{lines[0].From} → {lines[0].To}" : $"{report.Added} + {report.Replaced}");
            }

            return report;
        },
        cancel);

    private void Keep(RedirectLine line, Dictionary<string, Redirect> known, IReadOnlySet<string> living, RedirectReport report)
    {
        var (path, target) = (line.OldPath(), line.Target(address.Root));
        if (Refusal(path, target, known, living) is { } why)
        {
            report.Refused.Add((line, why));
            return;
        }

        // Nobody is sent twice.
        target = End(target!, known);
        if (!known.TryGetValue(path!, out var redirect))
        {
            known[path!] = redirect = new Redirect { Path = path!, Target = target };
            db.Redirects.Add(redirect);
            report.Added++;
        }
        else if (redirect.Target != target)
        {
            redirect.Target = target;
            report.Replaced++;
        }
        else
        {
            report.Same++;
        }
    }

    private static RedirectRefusal? Refusal(string? path, string? target, Dictionary<string, Redirect> known, IReadOnlySet<string> living) =>
        path is null ? RedirectRefusal.NoPath
        : target is null ? RedirectRefusal.NotOurs
        : IsSame(End(target, known), path) || IsSame(target, path) ? RedirectRefusal.Circle
        : living.Contains(path) ? RedirectRefusal.Living
        : !living.Contains(target) && !known.ContainsKey(target) ? RedirectRefusal.Nowhere
        : null;

    /// <summary>Where one arrives who goes to <paramref name="target"/>.</summary>
    private static string End(string target, Dictionary<string, Redirect> known)
    {
        for (var hops = 0; hops < 50 && known.TryGetValue(target, out var next); hops++)
        {
            target = next.Target;
        }

        return target;
    }

    /// <summary>With a slash at its end and without, an address is one.</summary>
    private static bool IsSame(string one, string other) => one.Split('?', '#')[0].TrimEnd('/') == other.TrimEnd('/');
}

/// <summary>What became of the lines.</summary>
public sealed class RedirectReport
{
    public int Added { get; set; }

    /// <summary>Led elsewhere before.</summary>
    public int Replaced { get; set; }

    /// <summary>Were there already.</summary>
    public int Same { get; set; }

    public List<(RedirectLine Line, RedirectRefusal Why)> Refused { get; } = [];
}
