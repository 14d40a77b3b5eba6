using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Articles;
using Gazetier.Features.Deliveries;
using Gazetier.Features.Manuscripts;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Newsroom;

/// <summary>Where somebody of the staff begins the day: what is theirs, what waits for them, what appears next, what was posted.</summary>
public class IndexModel(GazetierDb db, Postings postings, TimeProvider clock) : PageModel
{
    private const int Most = 12;

    /// <summary>Still to be written by who looks.</summary>
    public IReadOnlyList<ManuscriptLine> Mine { get; private set; } = [];

    /// <summary>Theirs, and handed over: a journalist writes on it no longer.</summary>
    public IReadOnlyList<ManuscriptLine> HandedOver { get; private set; } = [];

    /// <summary>Handed over, or ready to be published: for who reads over and who publishes.</summary>
    public IReadOnlyList<ManuscriptLine> Waiting { get; private set; } = [];

    /// <summary>Ideas that nobody has.</summary>
    public IReadOnlyList<ManuscriptLine> Ideas { get; private set; } = [];

    public IReadOnlyList<ManuscriptLine> Next { get; private set; } = [];

    /// <summary>Open notes on what is mine.</summary>
    public IReadOnlyList<NoteLine> Notes { get; private set; } = [];

    public IReadOnlyList<Posting> Postings { get; private set; } = [];

    public int MailsOwed { get; private set; }

    public DateTime Now { get; private set; }

    public bool Writes { get; private set; }

    public bool ReadsOver { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var me = HttpContext.SignedIn()!;
        Now = clock.GetUtcNow().UtcDateTime;
        Writes = me.Role!.Value.May(StaffAct.Write);
        ReadsOver = me.Role.Value.May(StaffAct.ReadOver);
        if (Writes)
        {
            await ReadWorkAsync(me.AccountId, cancel);
        }

        Postings = await postings.OfAsync(db.Issues.OrderByDescending(i => i.CreatedAt).Take(5), cancel);
        MailsOwed = await db.OutgoingMails.CountAsync(m => m.ClosedAt == null, cancel);
    }

    private async Task ReadWorkAsync(Guid me, CancellationToken cancel)
    {
        var manuscripts = db.Manuscripts.AsNoTracking();
        HandedOver = await manuscripts.HandedOver().Of(me).DueFirst().Take(Most).ToLines().ToListAsync(cancel);
        Mine = await manuscripts.ToWrite().Of(me).DueFirst().Take(Most).ToLines().ToListAsync(cancel);
        Ideas = await manuscripts.At(Stage.Idea).Where(m => m.WriterId == null).LastTouchedFirst().Take(Most).ToLines().ToListAsync(cancel);
        Next = await db.Articles.AsNoTracking().ToCome(Now).Take(Most).ToLines(db).ToListAsync(cancel);
        if (ReadsOver)
        {
            Waiting = await manuscripts.HandedOver().DueFirst().Take(Most).ToLines().ToListAsync(cancel);
        }

        Notes = await db.Notes.Where(n => n.ResolvedAt == null && n.ById != me)
            .Join(db.Manuscripts.Where(m => m.WriterId == me), n => n.ArticleId, m => m.ArticleId, (n, m) => new { n, m.Headline })
            .OrderByDescending(x => x.n.At).Take(Most)
            .Select(x => new NoteLine(x.n.ArticleId, x.Headline, x.n.Text, x.n.By == null ? null : x.n.By.DisplayName, x.n.At)).ToListAsync(cancel);
    }

    /// <summary>An open note.</summary>
    public sealed record NoteLine(long ArticleId, string Headline, string Text, string? By, DateTime At);
}
