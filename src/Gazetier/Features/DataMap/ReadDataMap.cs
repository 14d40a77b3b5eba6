using Gazetier.Data;
using Gazetier.Features.Accounts;
using Gazetier.Locales;
using Gazetier.Text;
using Microsoft.EntityFrameworkCore;

namespace Gazetier.Features.DataMap;

/// <summary>The data map: what every feature says that it holds. The charter and the register are made from it, and say nothing else.</summary>
public class ReadDataMap(GazetierDb db, IEnumerable<IHoldPersonalData> holders)
{
    /// <summary>Readers' data first, in the order of the features' names; the house's own last.</summary>
    public IReadOnlyList<HeldData> Lines { get; } =
    [
        .. holders.OrderBy(holder => holder.GetType().Namespace, StringComparer.Ordinal).SelectMany(holder => holder.Map).Concat(HeldByTheHouse.Map).OrderBy(line => line.IsOfStaff),
    ];

    /// <summary>The tables of a line with the columns that stand in them: "Sessions (Id, AccountId, …)".</summary>
    public IReadOnlyList<string> Tables(HeldData line) =>
    [
        .. line.Tables.Select(type => db.Model.FindEntityType(type)).OfType<Microsoft.EntityFrameworkCore.Metadata.IEntityType>()
            .Select(type => $"{type.GetTableName()} ({string.Join(", ", type.GetProperties().Select(column => column.GetColumnName()))})"),
    ];

    /// <summary>The register of processing (GDPR art. 30), as a French spreadsheet opens it; customers add it to their contract (L-43).</summary>
    public string Register(Phrases t) =>
        Csv.Mark + Csv.Row(t["Données"], t["Pourquoi"], t["Base légale"], t["Durée"], t["Si le compte est supprimé"], t["Personnes"], t["Destinataires"], t["Tables et colonnes"])
        + string.Concat(Lines.Select(line => Csv.Row(
            t[line.What],
            t[line.Why],
            t[line.Basis],
            line.KeptIn(t),
            line.ThenIn(t),
            line.IsOfStaff ? t["Rédaction et service"] : t["Lecteurs"],
            t["Rédaction, service des abonnements, hébergeur"],
            string.Join(" ; ", Tables(line)))));
}

/// <summary>A line of the map in the reader's language.</summary>
public static class HeldDataNames
{
    public static string KeptIn(this HeldData line, Phrases t) => line.Number > 0 ? t[line.Kept, line.Number] : t[line.Kept];

    public static string ThenIn(this HeldData line, Phrases t) => line.Then switch
    {
        WithTheAccount.Erased => t["Effacées avec le compte"],
        WithTheAccount.Detached => t["Sans votre nom après le compte"],
        WithTheAccount.Kept => t["Le compte supprimé n’y change rien"],
        _ => t["Sans lien avec un compte"],
    };
}
