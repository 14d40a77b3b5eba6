using Gazetier.Features.Newspaper;
using Gazetier.Locales;
using Gazetier.Print;

namespace Gazetier.Features.Departures.Mails;

/// <summary>The acknowledgement as a PDF, to be kept (L-03): date and hour, contract, end, effects, copy of the declaration.</summary>
internal static class DepartureSheet
{
    public static Sheet Of(Departure declared, Phrases t, Imprint imprint, TimeZoneInfo zone)
    {
        var isWithdrawal = declared.Kind == DepartureKind.Withdrawal;
        var contract = declared.Subscription;
        List<(string, string)> facts =
        [
            (t["Numéro"], declared.Number),
            (isWithdrawal ? t["Rétractation reçue le"] : t["Résiliation reçue le"], t.Moment(declared.ReceivedAt, zone)),
        ];
        if (contract is not null)
        {
            facts.Add((t["Contrat"], $"{contract.Reference}, {contract.Origin}"));
            facts.Add((t["Fin du contrat"], t.Moment(declared.EndsAt!.Value <= declared.ReceivedAt ? declared.EndsAt.Value : declared.EndsAt.Value.AddTicks(-1), zone)));
        }

        IEnumerable<string> effects = contract is not null
            ? DepartureText.Effects(declared, contract, t, zone)
            : [t["Le service des abonnements rapproche votre déclaration de votre contrat et vous écrit la date de fin et ses effets. Vous n’avez rien d’autre à faire."]];
        string[] copy = [.. DepartureText.Copy(declared, t)];
        return new Sheet(imprint.Name, isWithdrawal ? t["Accusé de réception de votre rétractation"] : t["Accusé de réception de votre résiliation"], declared.ReceivedAt, t)
        {
            Identity = imprint.IdentityLines,
            Blocks =
            [
                new Block.Facts(facts),
                new Block.Heading(t["Ce qui suit"]),
                .. effects.Select(text => new Block.Paragraph(text)),
                .. copy.Length == 0 ? [] : new Block[] { new Block.Heading(copy[0]) },
                .. copy.Skip(1).Select(text => new Block.Paragraph(text)),
                .. imprint.ContactEmail.Length == 0 ? [] : new Block[] { new Block.Paragraph(t["Si ce n’est pas vous, ou pour toute question : {0}.", imprint.ContactEmail]) },
            ],
        };
    }
}
