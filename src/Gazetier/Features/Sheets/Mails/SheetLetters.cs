using System.Globalization;
using System.Text.Json;
using Gazetier.Data;
using Gazetier.Features.Accounts.Mails;
using Gazetier.Locales;
using Gazetier.Mail;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Sheets.Mails;

/// <summary>The letter to who looks after a sheet.</summary>
public class SheetLetters(GazetierDb db, LetterWriter writer, PublicAddress address) : IComposeMail
{
    /// <summary>Its validity is over. Arguments: <see cref="SheetMail"/>.</summary>
    public const string Ended = "sheet.ended";

    public IReadOnlyCollection<string> Kinds { get; } = [Ended];

    /// <summary>Null where the sheet is gone, or was looked at meanwhile.</summary>
    public async Task<Email?> ComposeAsync(OutgoingMail mail, CancellationToken cancel)
    {
        var asked = JsonSerializer.Deserialize<SheetMail>(mail.Arguments)!;
        var sheet = await db.Sheets.AsNoTracking().Include(s => s.Article).FirstOrDefaultAsync(s => s.ArticleId == asked.ArticleId && s.RemindedAt != null, cancel);
        if (sheet?.ValidUntil is not { } last)
        {
            return null;
        }

        var t = new Phrases(LanguageOfRequest.FromCode(asked.Language));
        return await writer.WriteAsync(
            mail,
            t,
            _ => new Letter(
                t["Une fiche est à revoir"],
                [t["Bonjour,"], t["La fiche « {0} » était valable jusqu’au {1}. Ses lecteurs en sont avertis ; relisez-la, puis dites jusqu’à quand elle vaut.", Printable.Line(sheet.Article.Headline), t.Day(last)]])
            {
                Link = address.Of(string.Create(CultureInfo.InvariantCulture, $"/redaction/fiches/{sheet.ArticleId}")),
                LinkText = t["Revoir la fiche"],
            },
            cancel);
    }
}

/// <param name="Language">"fr" or "en": of whom it is written to.</param>
public sealed record SheetMail(long ArticleId, string Language);
