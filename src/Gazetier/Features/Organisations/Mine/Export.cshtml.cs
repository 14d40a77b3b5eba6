using System.Text;
using Gazetier.Data;
using Gazetier.Features.Newspaper;
using Gazetier.Locales;
using Gazetier.Text;
using Gazetier.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.Organisations.Mine;

/// <summary>Who sits in which contract, for a spreadsheet: what the cockpit shows, no more.</summary>
[StewardsOnly]
public class ExportModel(GazetierDb db, Masthead masthead, Phrases t) : PageModel
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var organisation = HttpContext.Stewarded();
        var zone = await masthead.ZoneAsync(cancel);
        var contracts = await db.Subscriptions.Where(s => s.OrganisationId == organisation.Id).ToDictionaryAsync(s => s.Id, s => s.Reference, cancel);
        var rows = new StringBuilder(Csv.Mark).Append(Csv.Row(t["Contrat"], t["Place"], t["Nom"], t["Adresse e-mail"], t["Arrivée"], t["Depuis"], t["Dernière connexion"]));
        foreach (var person in await SeatedPerson.Of(db, organisation.Id).ToListAsync(cancel))
        {
            rows.Append(Csv.Row(
                contracts[person.ContractId], person.Number, person.Name, person.Email, OrganisationNames.Of(person.Origin, t), LocalMoment.DayOf(person.TakenAt, zone), person.LastSignInOn));
        }

        return File(Encoding.UTF8.GetBytes(rows.ToString()), "text/csv; charset=utf-8", "personnes.csv");
    }
}
