using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Conversation.Notices;
using Gazetier.Features.Conversation.Restrictions;
using Gazetier.Features.Conversation.Threads;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Conversation;

/// <summary>
/// What a person wrote, the measures about them, the notices that they gave, what they follow. With the account, what readers see
/// stays under no name (others answered it), the rest goes; measures and notices stay as sums for the report.
/// </summary>
public class ConversationPersonalData(GazetierDb db) : IHoldPersonalData
{
    public IReadOnlyList<HeldData> Map { get; } =
    [
        new(
            "Réactions : texte, nom affiché, fonction, dates, adresse IP de l’envoi ; décisions de modération, recours ; signalements : motif, nom, adresse",
            "Les publier, en répondre, traiter signalements et recours",
            "Contrat ; obligation légale (règlement (UE) 2022/2065, décret 2021-1362)",
            "Les réactions publiées, aussi longtemps que l’article, sans nom une fois le compte supprimé ; l’adresse IP, un an ; ce qui n’est plus visible, sept mois ; décisions, trois ans ; qui a signalé, un an après la décision",
            WithTheAccount.Detached, [typeof(Comment), typeof(CommentNotice), typeof(Restriction), typeof(ThreadFollow), typeof(ThreadSettings)]) { Anchor = "reactions" },
    ];

    /// <summary>The newspaper's own words are French, whoever reads them.</summary>
    public const string NoName = "Compte supprimé";

    public async Task<IReadOnlyList<PersonalTable>> ExportAsync(Person person, CancellationToken cancel)
    {
        var comments = await db.Comments.AsNoTracking().Where(c => c.AccountId == person.AccountId).OrderBy(c => c.PostedAt).ToListAsync(cancel);
        var measures = await db.Restrictions.AsNoTracking().Where(r => r.AccountId == person.AccountId).OrderBy(r => r.At).ToListAsync(cancel);
        var notices = await db.CommentNotices.AsNoTracking().Where(n => n.Email == person.Email).OrderBy(n => n.ReceivedAt).ToListAsync(cancel);
        var follows = await db.ThreadFollows.AsNoTracking().Where(f => f.AccountId == person.AccountId).OrderBy(f => f.CreatedAt).ToListAsync(cancel);
        var settings = await db.ThreadSettings.AsNoTracking().Where(s => s.AccountId == person.AccountId).ToListAsync(cancel);
        return
        [
            new(
                "reactions",
                ["article", "nom", "fonction", "texte", "ecrite_le", "modifiee_le", "etat", "raison", "adresse_ip"],
                [.. comments.Select(c => new object?[] { c.ArticleId, c.Name, c.Function, c.Text, c.PostedAt, c.EditedAt, c.State.ToString(), c.Reason.ToString(), c.FromAddress })]),
            new(
                "mesures-de-moderation",
                ["numero", "mesure", "le", "jusqu_au", "faits", "fondement", "automatique", "lue_le", "levee_le", "recours", "recours_le", "recours_juge_le", "reponse"],
                [.. measures.Select(r => new object?[] { r.Number, r.Kind.ToString(), r.At, r.Until, r.Facts, r.Ground.ToString(), r.IsAutomated, r.AcknowledgedAt, r.LiftedAt, r.Appeal, r.AppealedAt, r.AppealDecidedAt, r.AppealAnswer })]),
            new(
                "signalements",
                ["numero", "motif", "explication", "nom", "adresse", "recu_le", "etat", "reponse", "decide_le"],
                [.. notices.Select(n => new object?[] { n.Number, n.Reason.ToString(), n.Explanation, n.Name, n.Email, n.ReceivedAt, n.State.ToString(), n.Answer, n.DecidedAt })]),
            new(
                "conversations-suivies",
                ["article", "fil", "depuis", "mails_arretes"],
                [.. follows.Select(f => new object?[] { f.ArticleId, f.ThreadId == Guid.Empty ? "tout" : f.ThreadId.ToString(), f.CreatedAt, settings.Exists(s => s.IsOff) })]),
        ];
    }

    public async Task EraseAsync(Person person, CancellationToken cancel)
    {
        var own = db.Comments.Where(c => c.AccountId == person.AccountId);
        await own.Where(c => c.State != CommentState.Published && !db.Comments.Any(r => r.ThreadId == c.Id) && !db.CommentNotices.Any(n => n.CommentId == c.Id)).ExecuteDeleteAsync(cancel);
        await own.Where(c => c.State != CommentState.Published).ExecuteUpdateAsync(
            c => c.SetProperty(x => x.Text, "").SetProperty(x => x.TextKey, "").SetProperty(x => x.Name, NoName).SetProperty(x => x.Function, "").SetProperty(x => x.AccountId, (Guid?)null), cancel);
        // The law keeps the address for its year (décret 2021-1362); it names nobody any more.
        await own.ExecuteUpdateAsync(c => c.SetProperty(x => x.Name, NoName).SetProperty(x => x.Function, "").SetProperty(x => x.AccountId, (Guid?)null), cancel);
        await db.Restrictions.Where(r => r.AccountId == person.AccountId).ExecuteUpdateAsync(
            r => r.SetProperty(x => x.AccountId, (Guid?)null).SetProperty(x => x.Facts, "").SetProperty(x => x.Appeal, "").SetProperty(x => x.AppealAnswer, ""), cancel);
        await db.Restrictions.Where(r => r.ById == person.AccountId).ExecuteUpdateAsync(r => r.SetProperty(x => x.ById, (Guid?)null), cancel);
        // A notice that waits outlives the account: the law obliges the newspaper to answer it.
        await db.CommentNotices.Where(n => n.Email == person.Email && n.State != NoticeState.Received).ExecuteUpdateAsync(
            n => n.SetProperty(x => x.Email, "").SetProperty(x => x.Name, "").SetProperty(x => x.Explanation, ""), cancel);
        await db.ThreadFollows.Where(f => f.AccountId == person.AccountId).ExecuteDeleteAsync(cancel);
        await db.ThreadSettings.Where(s => s.AccountId == person.AccountId).ExecuteDeleteAsync(cancel);
    }
}
