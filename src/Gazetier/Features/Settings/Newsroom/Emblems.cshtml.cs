using Gazetier.Features.Accounts;
using Gazetier.Features.Newspaper;
using Gazetier.Features.Pictures;
using Gazetier.Locales;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.Settings.Newsroom;

/// <summary>The logo in the masthead, and the icon that browsers show.</summary>
[StaffMay(StaffAct.Govern)]
[RequestSizeLimit(2 * KeepEmblem.MaxBytes)]
public class EmblemsModel(KeepEmblem keep, Masthead masthead, Phrases t) : PageModel
{
    /// <summary>Which of the two is sent.</summary>
    [BindProperty(Name = "quoi")]
    public EmblemUse Use { get; set; }

    [BindProperty(Name = "fichier")]
    public IFormFile? Upload { get; set; }

    /// <summary>It is taken out.</summary>
    [BindProperty(Name = "retirer")]
    public bool IsOut { get; set; }

    /// <summary>What was done before: "enregistre".</summary>
    [BindProperty(Name = "fait", SupportsGet = true)]
    public string? Done { get; set; }

    public Imprint Imprint { get; private set; } = new();

    public async Task OnGetAsync(CancellationToken cancel) => Imprint = await masthead.ImprintAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Imprint = await masthead.ImprintAsync(cancel);
        if (!ModelState.IsValid || (Upload is null && !IsOut))
        {
            return this.Refused(Field, t["Choisissez un fichier PNG ou SVG."]);
        }

        try
        {
            await keep.RunAsync(Use, IsOut ? null : await ReadAsync(cancel), HttpContext.SignedIn()!, cancel);
            return LocalRedirect("/redaction/reglages/logo?fait=enregistre");
        }
        catch (PictureRefusedException refused)
        {
            return this.Refused(Field, Said(refused.Reason));
        }
    }

    private string Field => Use == EmblemUse.Logo ? "logo" : "icone";

    private string Said(PictureRefusal why) => why switch
    {
        PictureRefusal.TooHeavy => t["Le fichier dépasse {0} Mo.", KeepEmblem.MaxBytes / 1024 / 1024],
        PictureRefusal.TooLarge => t["L’image a trop de points."],
        PictureRefusal.UnsafeDrawing => t["Ce dessin contient un script ou va chercher un autre fichier : enregistrez-le sans."],
        PictureRefusal.Broken => t["Le fichier est abîmé : il ne se lit pas jusqu’au bout."],
        _ => t["Ce n’est pas une image que le journal sait lire."],
    };

    private async Task<byte[]> ReadAsync(CancellationToken cancel)
    {
        if (Upload!.Length > KeepEmblem.MaxBytes)
        {
            throw new PictureRefusedException(PictureRefusal.TooHeavy, "The file is too heavy.");
        }

        using var read = new MemoryStream();
        await Upload.CopyToAsync(read, cancel);
        return read.ToArray();
    }
}
