using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Features.Library;
using Gazetier.Features.Newspaper;
using Gazetier.Locales;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Pictures.Newsroom;

/// <summary>
/// The library of pictures: found, chosen for an article, and filled. A form that any browser sends; the editor and the drop of
/// files send the same form and are answered in JSON.
/// </summary>
[StaffMay(StaffAct.KeepPictures)]
[RequestSizeLimit(Largest)]
[RequestFormLimits(MultipartBodyLengthLimit = Largest)]
public class IndexModel(GazetierDb db, TakePicture take, PictureUses uses, Masthead masthead, TimeProvider clock, Phrases t) : PageModel
{
    /// <summary>Bytes of a whole form: a picture, and what is said of it.</summary>
    public const int Largest = KeepPicture.MaxBytes + (1024 * 1024);

    private const int PageSize = 36;
    private const int LongestQuery = 200;

    /// <summary>"" (all), "droits", "inutilisees", "machine".</summary>
    [BindProperty(Name = "vue", SupportsGet = true)]
    public string? View { get; set; }

    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Query { get; set; }

    public int Number { get; private set; } = 1;

    /// <summary>Number of the article that a lead picture is chosen for.</summary>
    [BindProperty(Name = "pour", SupportsGet = true)]
    public long? For { get; set; }

    [BindProperty(Name = "file")]
    public IFormFile? Upload { get; set; }

    [BindProperty(Name = "credit")]
    public string? Credit { get; set; }

    [BindProperty(Name = "alt")]
    public string? AlternativeText { get; set; }

    [BindProperty(Name = "legende")]
    public string? Caption { get; set; }

    [BindProperty(Name = "decorative")]
    public bool IsDecoration { get; set; }

    [BindProperty(Name = "machine")]
    public bool IsMachineMade { get; set; }

    /// <summary>"supprimee".</summary>
    [BindProperty(Name = "fait", SupportsGet = true)]
    public string? Done { get; set; }

    public IReadOnlyList<Picture> Pictures { get; private set; } = [];

    public bool HasMore { get; private set; }

    /// <summary>How many have ended or end soon.</summary>
    public int Ending { get; private set; }

    public DateTime Now { get; private set; }

    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Query) || !string.IsNullOrEmpty(View);

    public Task OnGetAsync(CancellationToken cancel) => ReadAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var wantsJson = Request.GetTypedHeaders().Accept.Any(type => type.MediaType == "application/json");
        // A script says that a picture is a decoration by sending an empty text on purpose.
        var isDecoration = IsDecoration || (wantsJson && Request.HasFormContentType && Request.Form.ContainsKey("alt") && string.IsNullOrWhiteSpace(AlternativeText));
        if (Described() is { } said && await TakeAsync(said, isDecoration, cancel) is { } picture)
        {
            return wantsJson ? new JsonResult(PictureJson.Of(picture)) : LocalRedirect($"/redaction/images/{picture.Id}?fait=gardee{(For is { } id ? FormattableString.Invariant($"&pour={id}") : "")}");
        }

        if (wantsJson)
        {
            var errors = ModelState.Where(entry => entry.Value!.Errors.Count > 0).ToDictionary(entry => entry.Key, entry => entry.Value!.Errors[0].ErrorMessage);
            return new JsonResult(new { errors }) { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        await ReadAsync(cancel);
        return this.Refused();
    }

    /// <summary>This page again, with another number.</summary>
    public string At(int number) => "/redaction/images?" + string.Join('&', new[] { ("vue", View), ("q", Query), ("pour", For?.ToString(t.Culture)), ("page", number.ToString(t.Culture)) }
        .Where(part => !string.IsNullOrEmpty(part.Item2)).Select(part => $"{part.Item1}={Uri.EscapeDataString(part.Item2!)}"));

    /// <summary>Null where something is too long, which the page then says.</summary>
    private PictureDescription? Described()
    {
        Limit("credit", Credit, Picture.MaxCredit);
        Limit("alt", AlternativeText, Picture.MaxAlternativeText);
        Limit("legende", Caption, Picture.MaxCaption);
        if (Upload is null)
        {
            ModelState.AddModelError("file", t["Choisissez une image."]);
        }

        return ModelState.IsValid ? new PictureDescription(Line(Credit), Line(AlternativeText), Line(Caption), IsMachineMade: IsMachineMade) : null;

        void Limit(string field, string? text, int longest) => ModelState.Limit(field, text, longest, t);
    }

    private async Task<Picture?> TakeAsync(PictureDescription said, bool isDecoration, CancellationToken cancel)
    {
        try
        {
            await using var stream = Upload!.OpenReadStream();
            return await take.RunAsync(await KeepPicture.ReadAsync(stream, cancel), said, isDecoration, HttpContext.SignedIn()!, cancel);
        }
        catch (PictureRefusedException refused)
        {
            ModelState.AddModelError(refused.Reason.Field(), refused.Reason.Said(t));
            return null;
        }
    }

    private async Task ReadAsync(CancellationToken cancel)
    {
        Now = clock.GetUtcNow().UtcDateTime;
        Zone = await masthead.ZoneAsync(cancel);
        // "page" is a word of the router's own: a property bound to it would get the name of this file.
        Number = Math.Clamp(GiveKeptPage.PageNumber(Request), 1, 10_000);
        Query = Query is { Length: > LongestQuery } ? Query[..LongestQuery] : Query;
        Ending = await db.Pictures.Ending(Now).CountAsync(cancel);
        var pictures = await AskedAsync(cancel);
        var found = await pictures.AsNoTracking().Called(Query).Skip((Number - 1) * PageSize).Take(PageSize + 1).ToListAsync(cancel);
        HasMore = found.Count > PageSize;
        Pictures = [.. found.Take(PageSize)];
    }

    private async Task<IQueryable<Picture>> AskedAsync(CancellationToken cancel) => View switch
    {
        "droits" => db.Pictures.Ending(Now),
        "inutilisees" => (await uses.UnusedAsync(cancel)).NewestFirst(),
        "machine" => db.Pictures.Where(p => p.IsMachineMade).NewestFirst(),
        _ => db.Pictures.NewestFirst(),
    };

    private static string Line(string? text) => Printable.Line(text ?? "");
}
