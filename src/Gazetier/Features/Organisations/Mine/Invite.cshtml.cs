using Gazetier.Data;
using Gazetier.Features.Products;
using Gazetier.Locales;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gazetier.Features.Organisations.Mine;

/// <summary>Invites one person or many: typed, pasted, or in a file; and says line by line what was done.</summary>
[StewardsOnly]
public class InviteModel(GazetierDb db, InvitePeople invite, TimeProvider clock, Phrases t) : PageModel
{
    /// <summary>Bytes of a file.</summary>
    public const int Largest = 1024 * 1024;

    [BindProperty(Name = "contrat", SupportsGet = true)]
    public Guid? ContractId { get; set; }

    [BindProperty(Name = "adresses")]
    public string? Addresses { get; set; }

    [BindProperty(Name = "fichier")]
    public IFormFile? Upload { get; set; }

    public IReadOnlyList<ContractView> Contracts { get; private set; } = [];

    public IReadOnlyDictionary<int, string> Products { get; private set; } = new Dictionary<int, string>();

    public IReadOnlyList<InvitationLine>? Report { get; private set; }

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (Upload?.Length > Largest)
        {
            return this.Refused("fichier", t["1 Mo au plus : partagez le fichier en plusieurs."]);
        }

        if (Contracts.All(view => view.Contract.Id != ContractId))
        {
            return this.Refused("contrat", t["Choisissez un contrat en cours."]);
        }

        var people = InvitedPerson.Read(await TextAsync(cancel)).Take(InvitedPerson.Most + 1).ToList();
        if (people.Count is 0 or > InvitedPerson.Most)
        {
            return this.Refused("adresses", people.Count == 0 ? t["Écrivez une adresse, ou choisissez un fichier."] : t["{0} lignes au plus à la fois.", InvitedPerson.Most]);
        }

        // The report is the answer: it stands nowhere else.
        Report = await invite.RunAsync(HttpContext.Stewarded().Id, ContractId!.Value, people, cancel);
        ModelState.Remove("adresses");
        Addresses = string.Join('\n', Report.Where(line => line.Outcome == InvitationOutcome.NoAddress && Upload is null).Select(line => line.Person.Typed));
        await LoadAsync(cancel);
        return Page();
    }

    private async Task<string> TextAsync(CancellationToken cancel)
    {
        var typed = Printable.Only(Addresses ?? "");
        if (Upload is null)
        {
            return typed;
        }

        using var bytes = new MemoryStream();
        await Upload.CopyToAsync(bytes, cancel);
        return $"{typed}\n{Printable.Only(SpreadsheetText.Of(bytes.ToArray()))}".TrimStart('\n');
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        Products = await db.Products.NamesAsync(cancel);
        Contracts = [.. (await ContractView.OfAsync(db, HttpContext.Stewarded().Id, now, cancel)).Where(view => view.Contract.Until > now && view.Contract.SuspendedAt is null)];
        ContractId ??= Contracts.Count > 0 ? Contracts[0].Contract.Id : null;
    }
}
